import { use } from 'react'
import { travail } from '../poste/travail'

/** What can be done to the spreadsheet that is shown. It was made when that one was read. */
export const useTableaux = () => use(travail.tableaux())

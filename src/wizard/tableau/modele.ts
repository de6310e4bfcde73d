import { saveFile } from '../../depot/save'
import { travail } from '../poste/travail'

/** Makes the table to fill in and hands it to the browser's downloads. */
export async function telechargerModele() {
  const { ecrireModele } = await import('../../ouverture/classeur/readTableau')
  const made = await ecrireModele({})
  if (made.ok) saveFile(made.valeur, 'demandes-de-solde.xlsx')
  else travail.notices.say(`Le modèle n’a pas pu être fait (${made.detail}). Rechargez la page, puis recommencez.`)
}

import { createDatabase } from '../../storage/database'

/** The one connection of this page. */
export const database = createDatabase()

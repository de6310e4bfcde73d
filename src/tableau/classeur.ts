import type { Message } from '../format/message'
import type { Feuille } from './feuille'

/**
 * A spreadsheet as it was read, or why not. `reprise`: how a text was stored, when the clerk should check its accents.
 * `meilleure`: rank of the sheet that looks most like a list of demandes; `listes`: of all that look like one.
 */
export type ClasseurLu =
  | {
      ok: true
      nom: string
      feuilles: readonly Feuille[]
      meilleure: number
      listes: readonly number[]
      /** Names of the sheets that are hidden in the spreadsheet: they are not read. */
      masquees: readonly string[]
      reprise: string | null
    }
  | { ok: false; nom: string; message: Message }

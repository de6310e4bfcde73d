import type { DepotLu, LigneLue } from './depotLu'
import { readIssueRetour, type Issue } from './retourIssue'

export interface LigneRetour {
  rang: number
  numLigne: string
  numeroASP: string
  numeroEditeur: string
  issue: Issue
  codeTraitement: string
  /** Word for word. */
  libelleTraitement: string
}

/** The portal's answer to one demande, out of the file that it hands back. format §7 */
export const readRetour = (ligne: LigneLue): LigneRetour => ({
  rang: ligne.rang,
  numLigne: ligne.numLigne,
  numeroASP: ligne.numeroASP,
  numeroEditeur: ligne.numeroEditeur,
  issue: readIssueRetour(ligne),
  codeTraitement: ligne.codeTraitement,
  libelleTraitement: ligne.libelleTraitement,
})

/**
 * The file with only the demandes that were rejected, and those whose rank in the file the clerk chose: what is left to
 * correct and send again. guide §1.2
 */
export function keepRejetees(depot: DepotLu, choisies: ReadonlySet<number> = new Set()): DepotLu {
  return {
    ...depot,
    lignes: depot.lignes.filter((ligne) => choisies.has(ligne.rang) || readIssueRetour(ligne) === 'rejetee'),
  }
}

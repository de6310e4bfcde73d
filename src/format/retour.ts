import type { DepotLu, LigneLue } from './depotLu'

/** What the portal says of one demande. `sansReponse`: neither code nor label yet. guide §1.2 */
export type Issue = 'acceptee' | 'rejetee' | 'sansReponse'

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

// Used by the ASP's other exchanges.
const codeAccepte = '0000'
const libelleAccepte = 'demandeacceptee'

const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\p{M}\s.!]/gu, '')
    .toLowerCase()

function issueOf({ codeTraitement, libelleTraitement }: LigneLue): Issue {
  if (codeTraitement === '' && libelleTraitement === '') return 'sansReponse'
  return codeTraitement === codeAccepte || fold(libelleTraitement) === libelleAccepte ? 'acceptee' : 'rejetee'
}

/** The portal's answer to one demande, out of the file that it hands back. format §7 */
export const readRetour = (ligne: LigneLue): LigneRetour => ({
  rang: ligne.rang,
  numLigne: ligne.numLigne,
  numeroASP: ligne.numeroASP,
  numeroEditeur: ligne.numeroEditeur,
  issue: issueOf(ligne),
  codeTraitement: ligne.codeTraitement,
  libelleTraitement: ligne.libelleTraitement,
})

/** The file without the demandes that were accepted or not answered: what is left to correct and send again. guide §1.2 */
export function keepRejetees(depot: DepotLu): DepotLu {
  return { ...depot, lignes: depot.lignes.filter((ligne) => issueOf(ligne) === 'rejetee') }
}

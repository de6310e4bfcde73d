import type { DepotLu } from '../../format/depotLu'
import type { LigneRetour } from '../../format/retour'
import type { Issue } from '../../format/retourIssue'
import { matchRetour, type Rapprochement } from '../../format/retourMatch'
import type { DepotTelecharge } from '../../records/depotTelecharge'

/** The deposit that a return answers, and which answer is whose; an id is the rank of the demande, from 1. */
export interface DepotTrouve extends Rapprochement {
  depot: DepotTelecharge
}

// «JSON-… (1).json» is what browsers make of a name that is taken; the portal may put words around it.
const rootOf = (nom: string) => nom.toLowerCase().replace(/(?: ?\(\d+\))?\.json$/, '')
const speaksOf = (nomFichier: string, nomJson: string) => rootOf(nomFichier).includes(rootOf(nomJson))
const sameAns = (a: string, b: string) => a === '' || b === '' || a.trim().toLowerCase() === b.trim().toLowerCase()

/** Which answer belongs to which demande of a deposit. format §7 */
export const rapprocher = (retours: readonly LigneRetour[], depot: DepotTelecharge): DepotTrouve => ({
  depot,
  ...matchRetour(
    retours,
    depot.demandes.map(({ numeroASP, numeroEditeur }, index) => ({
      id: String(index + 1),
      numLigne: index + 1,
      numeroASP,
      numeroEditeur,
    })),
  ),
})

/** The deposit of the history that a return answers: the one of its name, else the one most of its demandes are of. format §7 */
export function trouverDepot(
  nomFichier: string,
  lu: DepotLu,
  retours: readonly LigneRetour[],
  depots: readonly DepotTelecharge[],
): DepotTrouve | null {
  const candidates = depots
    .filter(({ numeroAns }) => sameAns(numeroAns, lu.numeroAns))
    .map((depot) => rapprocher(retours, depot))
    .filter(({ trouvees }) => trouvees.length > 0)
  const named = candidates.filter(({ depot }) => speaksOf(nomFichier, depot.nomJson))
  // The last download first: of two equal ones, it is the one that was deposited.
  return (named.length > 0 ? named : candidates).reduce<DepotTrouve | null>(
    (best, next) => (best && best.trouvees.length >= next.trouvees.length ? best : next),
    null,
  )
}

/** numLigne of the demandes that were answered so. */
export const lignesOf = ({ trouvees }: Rapprochement, issue: Issue): number[] =>
  trouvees
    .filter(({ retour }) => retour.issue === issue)
    .map(({ id }) => Number(id))
    .sort((a, b) => a - b)

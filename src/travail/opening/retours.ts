import { count } from '../../format/mots'
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

/** The answer that a demande is known to wait for: neither code nor label. */
const attendue = (depot: DepotTelecharge, numLigne: number): LigneRetour => ({
  rang: numLigne,
  numLigne: String(numLigne),
  numeroASP: depot.demandes[numLigne - 1]?.numeroASP ?? '',
  numeroEditeur: depot.demandes[numLigne - 1]?.numeroEditeur ?? '',
  issue: 'sansReponse',
  codeTraitement: '',
  libelleTraitement: '',
})

/** What became of one demande of a deposit. `absente`: the portal's file does not speak of it. */
export interface Suivi {
  numLigne: number
  retour: LigneRetour
  absente: boolean
}

/** Every demande of a deposit with its answer, in the order of the file: none is left unsaid. guide §1.2 */
export function suivisOf({ depot, trouvees }: DepotTrouve): Suivi[] {
  const answers = new Map(trouvees.map(({ id, retour }) => [Number(id), retour]))
  return depot.demandes.map((_, index) => {
    const retour = answers.get(index + 1)
    return { numLigne: index + 1, retour: retour ?? attendue(depot, index + 1), absente: retour === undefined }
  })
}

/** numLigne of the demandes that the portal has not treated yet. */
export const enAttenteOf = (trouve: DepotTrouve): number[] =>
  suivisOf(trouve)
    .filter(({ retour }) => retour.issue === 'sansReponse')
    .map(({ numLigne }) => numLigne)

/** How many demandes were answered so. */
export type Bilan = Readonly<Record<Issue, number>>

export const bilanOf = (retours: readonly Pick<LigneRetour, 'issue'>[]): Bilan => {
  const numberOf = (issue: Issue) => retours.filter((retour) => retour.issue === issue).length
  return {
    acceptee: numberOf('acceptee'),
    rejetee: numberOf('rejetee'),
    aVerifier: numberOf('aVerifier'),
    sansReponse: numberOf('sansReponse'),
  }
}

/** «2 acceptées, 1 rejetée, 3 pas encore traitées par le portail»: every answer is counted, those to look at only where there are any. */
export const showBilan = ({ acceptee, rejetee, aVerifier, sansReponse }: Bilan): string =>
  [
    count(acceptee, 'acceptée'),
    count(rejetee, 'rejetée'),
    ...(aVerifier > 0 ? [`${aVerifier} à vérifier par vous`] : []),
    ...(sansReponse > 0 ? [showEnAttente(sansReponse)] : []),
  ].join(', ')

/** «3 pas encore traitées par le portail». */
export const showEnAttente = (nombre: number) => `${count(nombre, 'pas encore traitée')} par le portail`

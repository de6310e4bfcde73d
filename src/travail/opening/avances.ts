import type { Dossier } from '../../dossier/dossier'
import { fromAvance } from '../../dossier/fromAvance'
import type { LigneAvance } from '../../format/avance'
import type { DepotTelecharge } from '../../records/depotTelecharge'
import type { Core } from '../core'
import type { Demandes } from '../demandes'
import type { Entetes } from '../entete'
import type { Session } from '../session'
import type { State } from '../state'
import type { AvanceOuverte } from './contenu'

/** The demandes of all the advance files of one ANS number: what one solde may gather. guide §3.4 */
export interface GroupeAvances {
  numeroAns: string
  SIRET: string
  vague: AvanceOuverte['depot']['vague']
  lignes: readonly { cle: string; fichier: string; avance: LigneAvance }[]
}

/** Advance files by ANS number, each demande under a key of its own. */
export function grouper(avances: readonly AvanceOuverte[]): GroupeAvances[] {
  const groupes = new Map<string, GroupeAvances>()
  avances.forEach(({ nom, depot, avances: lignes }, index) => {
    const cle = depot.numeroAns.trim().toLowerCase()
    const before = groupes.get(cle)
    const { numeroAns, SIRET, vague } = before ?? depot
    const added = lignes.map((avance) => ({ cle: `${index} ${avance.rang}`, fichier: nom, avance }))
    groupes.set(cle, { numeroAns, SIRET, vague, lignes: [...(before?.lignes ?? []), ...added] })
  })
  return [...groupes.values()]
}

interface Numeros {
  numeroEditeur: string
  numeroASP: string
}

const cleOf = (numeroAns: string, numeroEditeur: string) => `${numeroAns.trim()} ${numeroEditeur.trim()}`

/** Whether the demandes of this group may join the deposit at work: one file has one ANS number. guide §2.1 */
export function canJoin({ numeroAns }: GroupeAvances, { brouillon, dossier, ecriture }: State): boolean {
  if (!brouillon || !ecriture) return false
  const here = dossier.entete.numeroAns.trim()
  return dossier.demandes.length > 0 && (numeroAns === '' || here === numeroAns.trim())
}

/** Where demandes d'avance are already: in this deposit, or one downloaded before; by key, absent when in none. */
export function dejasOf(
  groupes: readonly GroupeAvances[],
  dossier: Dossier,
  depots: readonly DepotTelecharge[],
): ReadonlyMap<string, string> {
  const places = new Map<string, { numeroASP: string; ou: string }[]>()
  const note = (ans: string, { numeroEditeur, numeroASP }: Numeros, ou: string) => {
    const cle = cleOf(ans, numeroEditeur)
    places.set(cle, [...(places.get(cle) ?? []), { numeroASP: numeroASP.trim(), ou }])
  }
  for (const { saisie } of dossier.demandes) note(dossier.entete.numeroAns, saisie, 'déjà dans le dépôt en cours')
  for (const { numeroAns, nomJson, demandes } of depots)
    for (const demande of demandes) note(numeroAns, demande, `déjà dans ${nomJson}`)
  return new Map(
    groupes.flatMap(({ numeroAns, lignes }) =>
      lignes.flatMap(({ cle, avance }) => {
        const found = places
          .get(cleOf(numeroAns, avance.numeroEditeur))
          ?.find(({ numeroASP }) => avance.numeroASP === '' || numeroASP === avance.numeroASP)
        return found ? [[cle, found.ou] as const] : []
      }),
    ),
  )
}

/** Settling advances. */
export const createAvances =
  ({ store, ports }: Core, session: Session, demandes: Demandes, entetes: Entetes) =>
  /** Begins a deposit with the chosen demandes of each group, or adds them to the one at work. format §7 */
  async (groupes: readonly GroupeAvances[], choisies: ReadonlySet<string>, ajouter: boolean) => {
    for (const groupe of [...groupes].reverse()) {
      const avances = groupe.lignes.filter(({ cle }) => choisies.has(cle)).map(({ avance }) => avance)
      if (avances.length === 0) continue
      const added = fromAvance(avances, ports.newId)
      if (ajouter && canJoin(groupe, store.getState())) {
        demandes.addDemandes(added)
        continue
      }
      const known = entetes.knownFournisseur()
      const entete = entetes.freshEntete({
        numeroAns: groupe.numeroAns || known.numeroAns,
        SIRET: groupe.SIRET || known.SIRET,
        vague: groupe.vague ?? known.vague,
      })
      const dossier = { entete, demandes: added, verifies: {}, passesOutre: {} }
      if (!(await session.begin({ dossier, pieces: new Map() }))) return false
    }
    return true
  }

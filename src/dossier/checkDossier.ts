import { showMessage } from '../format/message'
import { parType, profil } from '../format/profil'
import { checkDemande, type DocumentsLus, type EnteteVue } from './checkDemande'
import { checkEntete } from './checkEntete'
import { createEntre } from './checkEntre'
import { compteOf } from './compte'
import type { Contexte } from './contexte'
import { constat, keepSame, type Constat } from './constat'
import { emptySaisie, taillePieces, type Demande, type Dossier, type Entete, type Saisie } from './dossier'
import { parseJour } from './jour'
import { passerOutre } from './passerOutre'
import { parseSiret } from './siret'
import { weighDossier } from './split'

export type EtatDemande = 'pas commencée' | 'incomplète' | 'à vérifier' | 'prête'

/** Everything found in a dossier, and what follows from it. */
export interface Bilan {
  /** About the header. */
  entete: readonly Constat[]
  /** About the deposit as a whole. */
  depot: readonly Constat[]
  /** By demande's id; the same array as long as nothing changed for that demande. */
  demandes: ReadonlyMap<string, readonly Constat[]>
  /** Sum of the pièces, bytes. */
  taille: number
}

type Found = ReadonlyMap<string, readonly Constat[]>
type Between = ReturnType<ReturnType<typeof createEntre>>

/**
 * A checker that remembers: a change in one demande judges that demande again and no other. Call it with each state of
 * the same dossier.
 */
export function createChecker() {
  const judged = new WeakMap<Demande, { entete: EnteteVue; lus: DocumentsLus; constats: readonly Constat[] }>()
  const merged = new WeakMap<Demande, { own: readonly Constat[]; between: string; constats: readonly Constat[] }>()
  /** What demandes are judged by of each header that was seen. */
  const vues: EnteteVue[] = []

  const entre = createEntre()
  let enTete: {
    entete: Entete
    today: Contexte['today']
    nomsDeposes: readonly string[]
    depots: number
    constats: readonly Constat[]
  } | null = null

  const ofEntete = (entete: Entete, depots: number, { today, nomsDeposes }: Contexte): readonly Constat[] => {
    const same = enTete?.entete === entete && enTete.depots === depots
    if (!enTete || !same || enTete.today !== today || enTete.nomsDeposes !== nomsDeposes)
      enTete = { entete, today, nomsDeposes, depots, constats: checkEntete(entete, today, nomsDeposes, depots) }
    return enTete.constats
  }

  const vueOf = (entete: Entete): EnteteVue => {
    const { vague } = entete
    const dateDepot = parseJour(entete.dateDepot)
    const siret = parseSiret(entete.SIRET)
    const known = vues.find((vue) => vue.dateDepot === dateDepot && vue.vague === vague && vue.siret === siret)
    if (known) return known
    const vue = { dateDepot, vague, siret }
    vues.push(vue)
    return vue
  }

  const own = (demande: Demande, vue: EnteteVue, lus: DocumentsLus): readonly Constat[] => {
    const known = judged.get(demande)
    if (known?.entete === vue && profil.typesFichier.every((type) => known.lus[type] === lus[type]))
      return known.constats
    const constats = checkDemande(demande, vue, lus)
    judged.set(demande, { entete: vue, lus, constats })
    return constats
  }

  const withBetween = (
    alone: readonly Constat[],
    demande: Demande,
    between: readonly Constat[],
  ): readonly Constat[] => {
    if (between.length === 0) return alone
    const key = between.map(({ message }) => showMessage(message)).join('\n')
    const known = merged.get(demande)
    if (known?.own === alone && known.between === key) return known.constats
    const constats = [...alone, ...between]
    merged.set(demande, { own: alone, between: key, constats })
    return constats
  }

  /** Judges demandes that are about to come into a dossier of that header: when they are there, that is known already. */
  const judge = (demandes: readonly Demande[], entete: Entete, contexte: Contexte): (readonly Constat[])[] =>
    demandes.map((demande) => own(demande, vueOf(entete), lusOf(demande, contexte.lus)))

  /** What was found for each demande of the last state: where nothing but demandes changed, those alone are looked at again. */
  let last: { dossier: Dossier; vue: EnteteVue; lus: Contexte['lus']; between: Between; found: Found } | null = null

  const ofDemandes = (dossier: Dossier, lus: Contexte['lus'], between: Between): Found => {
    const { demandes, passesOutre } = dossier
    const vue = vueOf(dossier.entete)
    const foundIn = (demande: Demande) =>
      keepSame(
        last?.found.get(demande.id) ?? none,
        passerOutre(
          withBetween(own(demande, vue, lusOf(demande, lus)), demande, between.get(demande.id) ?? none),
          passesOutre,
        ),
      )
    const before = last?.dossier
    const stands =
      last?.vue === vue &&
      last.lus === lus &&
      last.between === between &&
      before?.passesOutre === passesOutre &&
      before.demandes.length === demandes.length &&
      demandes.every(({ id }, rank) => before.demandes[rank]?.id === id)
    const found = new Map(stands ? last?.found : [])
    demandes.forEach((demande, rank) => {
      if (!stands || before.demandes[rank] !== demande) found.set(demande.id, foundIn(demande))
    })
    last = { dossier, vue, lus, between, found }
    return found
  }

  const checkDossier = (dossier: Dossier, contexte: Contexte): Bilan => {
    const { depots, tailleZip } = weighDossier(dossier)
    return {
      entete: passerOutre(ofEntete(dossier.entete, Math.max(1, depots), contexte), dossier.passesOutre),
      depot: checkDepot(dossier.demandes.length, tailleZip),
      demandes: ofDemandes(dossier, contexte.lus, entre(dossier.demandes, contexte.finessDeposes)),
      taille: tailleOf(dossier.demandes),
    }
  }
  return Object.assign(checkDossier, { judge })
}

const none: readonly Constat[] = []

const lusOf = ({ pieces }: Demande, lus: Contexte['lus']): DocumentsLus =>
  parType((type) => lus.get(pieces[type]?.id ?? '') ?? null)

const tailleOf = (demandes: readonly Demande[]) => demandes.reduce((sum, demande) => sum + taillePieces(demande), 0)

/**
 * What there is to say of the whole: no demande at all; or more of them, or of bytes, than one file holds: it is split.
 * `taille`: of a zip of all pièces, headers included. guide §2.1, format §6
 */
export function checkDepot(nombre: number, taille: number): Constat[] {
  const constats: Constat[] = []
  if (nombre === 0) constats.push(constat('lignesImportManquantes', { champ: 'lignesImport' }, undefined))
  if (nombre > profil.demandesMax)
    constats.push(constat('lignesImportTrop', { champ: 'lignesImport', valeur: String(nombre) }, { nombre }))
  const lieu = { champ: 'zip', valeur: String(taille) } as const
  if (taille > profil.zipTaillePrudente) constats.push(constat('zipTaille', lieu, { taille }))
  return constats
}

/** All constats: the header's, the deposit's, then each demande's in order. */
export const allConstats = (bilan: Bilan): Constat[] => [
  ...bilan.entete,
  ...bilan.depot,
  ...[...bilan.demandes.values()].flat(),
]

const isUntouched = ({ saisie, pieces }: Demande) =>
  profil.typesFichier.every((type) => !pieces[type]) &&
  Object.entries(emptySaisie).every(([name, empty]) => isSame(saisie[name as keyof Saisie], empty))

const isSame = (value: unknown, empty: unknown) =>
  Array.isArray(empty) ? Array.isArray(value) && value.length === 0 : value === empty

/** Which of the four states a demande is in. */
export function etatOf(demande: Demande, constats: readonly Constat[], verifies: Dossier['verifies']): EtatDemande {
  if (isUntouched(demande)) return 'pas commencée'
  const { erreurs, manques, alertes } = compteOf(constats, verifies)
  if (erreurs + manques > 0) return 'incomplète'
  return alertes > 0 ? 'à vérifier' : 'prête'
}

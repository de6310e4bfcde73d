import { profil, type TypeFichier } from '../format/profil'
import { cleanValeur } from '../format/texte'
import { libelles } from './champs'
import { constat, type Constat } from './constat'
import type { Demande } from './dossier'
import { parseFiness } from './finess'
import { settleNumeroASP } from './numeros'
import { placesMax, type Places } from './regles/mots'

/** FINESS → the earlier deposit it stands in, for the words of its alerte. */
export type FinessDeposes = ReadonlyMap<string, string>

/** What is wrong between demandes, or between them and earlier deposits: duplicates of every kind. guide §3.2 */
export const checkEntre = (demandes: readonly Demande[], deposes: FinessDeposes): Constat[] => [
  ...numerosEditeurDoubles(demandes),
  ...numerosASPDoubles(demandes),
  ...beneficiairesAilleurs(demandes),
  ...demandes.flatMap((demande) => dejaDeposes(demande, deposes)),
  ...piecesDoubles(demandes),
]

/**
 * The same by demande's id, remembered: each kind is looked for again only when what it compares was changed in some
 * demande, and the answer is the same object as long as none was. Call it with each state of the same dossier.
 */
export function createEntre() {
  const kinds = [
    remembered(({ saisie }) => saisie.numeroEditeur, numerosEditeurDoubles),
    remembered(({ saisie }) => saisie.numeroASP, numerosASPDoubles),
    remembered(({ saisie }) => saisie.beneficiaires, beneficiairesAilleurs),
    remembered(
      ({ saisie }) => saisie.beneficiaires,
      (demandes, deposes) => demandes.flatMap((demande) => dejaDeposes(demande, deposes)),
    ),
    remembered(({ pieces }) => pieces, piecesDoubles),
  ]
  let found: readonly (readonly Constat[])[] = []
  let byDemande: ReadonlyMap<string | null, readonly Constat[]> = new Map()

  return (demandes: readonly Demande[], deposes: FinessDeposes): ReadonlyMap<string | null, readonly Constat[]> => {
    const now = kinds.map((kind) => kind(demandes, deposes))
    if (now.every((constats, rank) => constats === found[rank])) return byDemande
    found = now
    byDemande = groupByDemande(now.flat())
    return byDemande
  }
}

function groupByDemande(constats: readonly Constat[]): ReadonlyMap<string | null, readonly Constat[]> {
  const groups = new Map<string | null, Constat[]>()
  for (const found of constats) {
    const known = groups.get(found.demande)
    if (known) known.push(found)
    else groups.set(found.demande, [found])
  }
  return groups
}

type Kind = (demandes: readonly Demande[], deposes: FinessDeposes) => readonly Constat[]

/** A kind of check that runs again only when a demande came, went, moved, or changed in the part that it looks at. */
function remembered(partOf: (demande: Demande) => unknown, check: Kind): Kind {
  let last: { ids: string[]; parts: unknown[]; deposes: FinessDeposes; constats: readonly Constat[] } | null = null
  return (demandes, deposes) => {
    const same =
      last?.ids.length === demandes.length &&
      last.deposes === deposes &&
      demandes.every((demande, rank) => last?.ids[rank] === demande.id && last.parts[rank] === partOf(demande))
    if (!last || !same)
      last = {
        ids: demandes.map(({ id }) => id),
        parts: demandes.map(partOf),
        deposes,
        constats: check(demandes, deposes),
      }
    return last.constats
  }
}

const numerosEditeurDoubles = (demandes: readonly Demande[]) =>
  doubles(demandes, ({ saisie }) => [cleanValeur(saisie.numeroEditeur).toLowerCase()]).map(
    ({ demande, valeur, autres }) =>
      constat('numeroEditeurDouble', { champ: 'numeroEditeur', demande: demande.id, valeur }, { autres }),
  )

const numerosASPDoubles = (demandes: readonly Demande[]) =>
  doubles(demandes, ({ saisie }) => [settleNumeroASP(saisie.numeroASP)]).map(({ demande, valeur, autres }) =>
    constat(
      'numeroASPDouble',
      { champ: 'numeroASP', demande: demande.id, valeur: `${valeur} ${autres.nombre}` },
      { autres },
    ),
  )

const beneficiairesAilleurs = (demandes: readonly Demande[]) =>
  ensemble(doubles(demandes, finessOf), ({ porteuses }) => `${porteuses}`).map(([first, ...others]) => {
    const { demande, autres } = first
    const same = [first, ...others]
    const items = same.map(({ valeur }) => ({
      rang: rangOf(demande, valeur),
      valeur: `${valeur} ${autres.nombre}`,
    }))
    return constat(
      'beneficiaireAilleurs',
      { champ: 'beneficiaires', demande: demande.id, items },
      { valeurs: same.map(({ valeur }) => valeur), autres },
    )
  })

interface Double {
  demande: Demande
  valeur: string
  /** Which demandes hold the value, this one too: the same number for values of the same ones. */
  porteuses: number
  /** The numLigne of the others that hold it. */
  autres: Places<number>
}

/** The others of many places: no more of them are looked at than are told. */
function autresOf<Place>(all: readonly Place[], here: Place): Places<Place> {
  const premieres = all.slice(0, placesMax + 1).filter((place) => place !== here)
  return { premieres: premieres.slice(0, placesMax), nombre: all.length - 1 }
}

/** Every demande that shares one of its values with another, once per value. */
function doubles(demandes: readonly Demande[], valuesOf: (demande: Demande) => readonly string[]): Double[] {
  const holders = new Map<string, number[]>()
  demandes.forEach((demande, index) => {
    for (const value of new Set(valuesOf(demande))) {
      if (value === '') continue
      const known = holders.get(value)
      if (known) known.push(index + 1)
      else holders.set(value, [index + 1])
    }
  })
  const ensembles = new Map<string, number>()
  return [...holders].flatMap(([valeur, numLignes]) => {
    if (numLignes.length < 2) return []
    const all = numLignes.join()
    const porteuses = ensembles.get(all) ?? ensembles.size
    ensembles.set(all, porteuses)
    return numLignes.flatMap((numLigne) => {
      const demande = demandes[numLigne - 1]
      return demande ? [{ demande, valeur, porteuses, autres: autresOf(numLignes, numLigne) }] : []
    })
  })
}

// Remembered by the list itself: a keystroke elsewhere leaves 199 lists of 200 as they were.
const finessByList = new WeakMap<readonly string[], readonly string[]>()
function finessOf({ saisie: { beneficiaires } }: Demande): readonly string[] {
  const known = finessByList.get(beneficiaires)
  if (known) return known
  const finess = [...new Set(beneficiaires.flatMap((typed) => parseFiness(typed) ?? []))]
  finessByList.set(beneficiaires, finess)
  return finess
}

const rangOf = ({ saisie }: Demande, finess: string) =>
  saisie.beneficiaires.findIndex((typed) => parseFiness(typed) === finess)

function dejaDeposes(demande: Demande, deposes: FinessDeposes): Constat[] {
  const trouves = finessOf(demande).flatMap((valeur) => {
    const depot = deposes.get(valeur)
    return depot === undefined ? [] : [{ demande, valeur, depot }]
  })
  return ensemble(trouves, ({ depot }) => depot).map(([first, ...others]) => {
    const { depot } = first
    const same = [first, ...others]
    const items = same.map(({ valeur }) => ({ rang: rangOf(demande, valeur), valeur: `${valeur} ${depot}` }))
    return constat(
      'beneficiaireDejaDepose',
      { champ: 'beneficiaires', demande: demande.id, items },
      { valeurs: same.map(({ valeur }) => valeur), depot },
    )
  })
}

/** Findings of one demande of which the same is to be said, told together. */
function ensemble<Found extends { demande: Demande }>(
  found: readonly Found[],
  about: (one: Found) => string,
): [Found, ...Found[]][] {
  const groups = new Map<string, [Found, ...Found[]]>()
  for (const one of found) {
    const key = `${one.demande.id} ${about(one)}`
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()]
}

interface Place {
  demande: Demande
  numLigne: number
  type: TypeFichier
}

function piecesDoubles(demandes: readonly Demande[]): Constat[] {
  const places = new Map<string, Place[]>()
  demandes.forEach((demande, index) => {
    for (const type of profil.typesFichier) {
      const empreinte = demande.pieces[type]?.empreinte
      if (!empreinte) continue
      const place = { demande, numLigne: index + 1, type }
      const known = places.get(empreinte)
      if (known) known.push(place)
      else places.set(empreinte, [place])
    }
  })
  return [...places].flatMap(([empreinte, same]) =>
    same.length < 2
      ? []
      : same.map((place) => {
          const { premieres, nombre } = autresOf(same, place)
          const ou = { premieres: premieres.map((other) => whereIs(other, place)), nombre }
          return constat(
            'pieceDouble',
            { champ: place.type, demande: place.demande.id, valeur: `${empreinte} ${same.length}` },
            { ou },
          )
        }),
  )
}

const whereIs = (other: Place, here: Place) =>
  other.demande === here.demande
    ? `ici comme « ${libelles[other.type]} »`
    : `à la demande n° ${other.numLigne} comme « ${libelles[other.type]} »`

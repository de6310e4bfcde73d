import { profil, type TypeFichier } from '../format/profil'
import { cleanValeur } from '../format/texte'
import { libelles } from './champs'
import { constat, type Constat } from './constat'
import type { Demande } from './dossier'
import { parseFiness } from './finess'
import { settleNumeroASP } from './numeros'

/** FINESS → the earlier deposit it stands in, for the words of its alerte. */
export type FinessDeposes = ReadonlyMap<string, string>

/** What is wrong between demandes, or between them and earlier deposits: duplicates of every kind. guide §3.2 */
export function checkEntre(demandes: readonly Demande[], deposes: FinessDeposes): Constat[] {
  return [
    ...doubles(demandes, ({ saisie }) => [cleanValeur(saisie.numeroEditeur).toLowerCase()]).map(
      ({ demande, valeur, numLignes }) =>
        constat('numeroEditeurDouble', { champ: 'numeroEditeur', demande: demande.id, valeur }, { numLignes }),
    ),
    ...doubles(demandes, ({ saisie }) => [settleNumeroASP(saisie.numeroASP)]).map(({ demande, valeur, numLignes }) =>
      constat(
        'numeroASPDouble',
        { champ: 'numeroASP', demande: demande.id, valeur: `${valeur} ${numLignes.length}` },
        { numLignes },
      ),
    ),
    ...doubles(demandes, finessOf).map(({ demande, valeur, numLignes }) =>
      constat(
        'beneficiaireAilleurs',
        {
          champ: 'beneficiaires',
          demande: demande.id,
          valeur: `${valeur} ${numLignes.length}`,
          rang: rangOf(demande, valeur),
        },
        { valeur, numLignes },
      ),
    ),
    ...demandes.flatMap((demande) => dejaDeposes(demande, deposes)),
    ...piecesDoubles(demandes),
  ]
}

interface Double {
  demande: Demande
  valeur: string
  /** The other demandes that hold the value, by rank from 1. */
  numLignes: number[]
}

/** Every demande that shares one of its values with another, once per value. */
function doubles(demandes: readonly Demande[], valuesOf: (demande: Demande) => readonly string[]): Double[] {
  const holders = new Map<string, number[]>()
  demandes.forEach((demande, index) => {
    for (const value of new Set(valuesOf(demande))) {
      if (value === '') continue
      const known = holders.get(value)
      if (known) known.push(index)
      else holders.set(value, [index])
    }
  })
  return [...holders].flatMap(([valeur, indexes]) =>
    indexes.length < 2
      ? []
      : indexes.flatMap((index) => {
          const demande = demandes[index]
          return demande
            ? [{ demande, valeur, numLignes: indexes.filter((other) => other !== index).map((other) => other + 1) }]
            : []
        }),
  )
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

const dejaDeposes = (demande: Demande, deposes: FinessDeposes) =>
  finessOf(demande).flatMap((valeur) => {
    const depot = deposes.get(valeur)
    if (depot === undefined) return []
    const lieu = {
      champ: 'beneficiaires',
      demande: demande.id,
      valeur: `${valeur} ${depot}`,
      rang: rangOf(demande, valeur),
    } as const
    return [constat('beneficiaireDejaDepose', lieu, { valeur, depot })]
  })

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
      if (empreinte) places.set(empreinte, [...(places.get(empreinte) ?? []), { demande, numLigne: index + 1, type }])
    }
  })
  return [...places].flatMap(([empreinte, same]) =>
    same.length < 2
      ? []
      : same.map((place) => {
          const others = same.filter((other) => other !== place)
          const ou = others.map((other) => whereIs(other, place)).join(', ')
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

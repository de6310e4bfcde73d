import { parseFiness } from '../dossier/finess'
import { parseSiret } from '../dossier/siret'
import { isJour } from '../format/jour'
import { toCentimes } from '../format/montant'
import { profil } from '../format/profil'
import { nomsGenre } from '../lecture/genre/genre'
import type { Cadre, Desaccord, Lecture, Lu, SiretLu } from '../lecture/lecture'
import { isRecord } from './restore'

/** Whether something read is a value of the type, in every part. */
type Fits = (stored: unknown) => boolean

/** One check a field, and the compiler asks for all of them: a new field cannot be forgotten here. */
const fitsFields =
  <Fields extends object>(checks: { [Key in keyof Required<Fields>]: Fits }): Fits =>
  (stored) =>
    isRecord(stored) && Object.entries<Fits>(checks).every(([key, fits]) => fits(stored[key]))

const isText: Fits = (stored) => typeof stored === 'string'
const isNumber: Fits = (stored) => typeof stored === 'number' && Number.isFinite(stored)
const isBoolean: Fits = (stored) => typeof stored === 'boolean'
const orNull =
  (fits: Fits): Fits =>
  (stored) =>
    stored === null || fits(stored)
const listOf =
  (fits: Fits): Fits =>
  (stored) =>
    Array.isArray(stored) && stored.every(fits)
const oneOf =
  (...values: readonly unknown[]): Fits =>
  (stored) =>
    values.includes(stored)

const isDay: Fits = (stored) => typeof stored === 'string' && isJour(stored)
const isAmount: Fits = (stored) => typeof stored === 'number' && toCentimes(stored) !== null
const isCadre = fitsFields<Cadre>({ x: isNumber, y: isNumber, largeur: isNumber, hauteur: isNumber })
const luFields = (valeur: Fits): { [Key in keyof Lu<unknown>]: Fits } => ({
  valeur,
  sure: isBoolean,
  source: oneOf('xml', 'texte'),
  page: orNull(isNumber),
  cadre: orNull(isCadre),
  imprime: isText,
  doute: orNull(isText),
})
const isLu = (valeur: Fits) => fitsFields<Lu<unknown>>(luFields(valeur))
const isSiret: Fits = (stored) => typeof stored === 'string' && parseSiret(stored) !== null
const isFiness: Fits = (stored) => typeof stored === 'string' && parseFiness(stored) !== null

const isLecture: Fits = fitsFields<Lecture>({
  type: fitsFields<Lecture['type']>({
    valeur: oneOf(null, ...profil.typesFichier),
    sure: isBoolean,
    raison: isText,
  }),
  genre: oneOf(null, ...Object.keys(nomsGenre)),
  avoir: isBoolean,
  numeroFacture: orNull(isText),
  numerosFacture: listOf(isText),
  duplicata: isBoolean,
  parts: listOf((stored) => isLecture(stored)),
  dateFacture: orNull(isLu(isDay)),
  montantHT: orNull(isLu(isAmount)),
  montantTTC: orNull(isLu(isAmount)),
  candidatsHT: listOf(isLu(isAmount)),
  candidatsDate: listOf(isLu(isDay)),
  montants: listOf(isAmount),
  totalNul: isBoolean,
  dates: listOf(isDay),
  devise: orNull(isText),
  sirets: listOf(fitsFields<SiretLu>({ ...luFields(isSiret), role: oneOf('fournisseur', 'client', null) })),
  siretFournisseur: orNull(isLu(isSiret)),
  finess: listOf(isLu(isFiness)),
  numeroASP: orNull(isLu(isText)),
  client: orNull(isLu(isText)),
  numerosEditeur: listOf(isText),
  desaccords: listOf(
    fitsFields<Desaccord>({ champ: oneOf('dateFacture', 'montantHT', 'montantTTC'), xml: isText, texte: isText }),
  ),
  // Releases before did not look for it.
  blanche: (stored) => stored === undefined || isBoolean(stored),
  texteLisible: isBoolean,
})

/** What was read in pièces, by their ids; null: there is nothing to read in it. */
export type Lectures = Readonly<Record<string, Lecture | null>>

/**
 * The one door for kept readings: what an older release, or another hand, wrote in another shape is left out, so that the
 * pièce is read anew.
 */
export const readLectures = (stored: unknown): Lectures =>
  Object.fromEntries(
    Object.entries(isRecord(stored) ? stored : {}).filter(
      (entry): entry is [string, Lecture | null] => entry[1] === null || isLecture(entry[1]),
    ),
  )

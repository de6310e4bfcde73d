import { libelles, type Champ } from '../dossier/champs'
import type { Demande, Dossier, Entete, Piece, Rejet, Remarque, Saisie } from '../dossier/dossier'
import { parType, profil, type FormatFichier, type Vague } from '../format/profil'

/** Anything read → a value of the type: what is absent or of another kind is defaulted, what is unknown dropped. */
export type Reader<Value> = (stored: unknown) => Value

export const isRecord = (stored: unknown): stored is Readonly<Record<string, unknown>> =>
  typeof stored === 'object' && stored !== null && !Array.isArray(stored)

/** One reader a field, and the compiler asks for all of them: a new field cannot be forgotten here. */
export const readFields =
  <Fields extends object>(readers: { [Key in keyof Fields]: Reader<Fields[Key]> }): Reader<Fields> =>
  (stored) => {
    const record = isRecord(stored) ? stored : {}
    const all = Object.entries<Reader<unknown>>(readers)
    // The keys are those of the readers, which the type above holds equal to those of Fields.
    return Object.fromEntries(all.map(([key, read]) => [key, read(record[key])])) as Fields
  }

export const readString: Reader<string> = (stored) => (typeof stored === 'string' ? stored : '')
export const readTextOrNull: Reader<string | null> = (stored) => (typeof stored === 'string' ? stored : null)
export const readCount: Reader<number> = (stored) =>
  typeof stored === 'number' && Number.isSafeInteger(stored) && stored >= 0 ? stored : 0
const readList: Reader<readonly unknown[]> = (stored) => (Array.isArray(stored) ? stored : [])
export const readTexts: Reader<string[]> = (stored) => readList(stored).filter((item) => typeof item === 'string')
export const readCounts: Reader<number[]> = (stored) =>
  readList(stored).filter((item): item is number => Number.isSafeInteger(item))
const readAnswer: Reader<boolean | null> = (stored) => (typeof stored === 'boolean' ? stored : null)

/** The wave's word, the guide's own when it is none of the known ones. guide §3.3 */
export const readVague: Reader<Vague> = (stored) => profil.vagues.find((vague) => vague === stored) ?? profil.vagues[0]

/** The records of a list, each through its reader; anything else in it is dropped. */
export const readRecords =
  <Value>(read: Reader<Value>): Reader<Value[]> =>
  (stored) =>
    readList(stored).filter(isRecord).map(read)

export const readTextByKey: Reader<Readonly<Record<string, string>>> = (stored) =>
  Object.fromEntries(
    Object.entries(isRecord(stored) ? stored : {}).flatMap(([key, text]) =>
      typeof text === 'string' ? [[key, text]] : [],
    ),
  )

const readEntete = readFields<Entete>({
  numeroAns: readString,
  SIRET: readString,
  dateDepot: readString,
  numeroFichier: readString,
  vague: readVague,
})

const readSaisie = readFields<Saisie>({
  numeroASP: readString,
  numeroEditeur: readString,
  libelleInterne: readString,
  dateFacture: readString,
  montantSegurHTFacture: readString,
  montantsAdditionnes: readTexts,
  montantCommande: readString,
  beneficiaires: readTexts,
  beneficiairesEnCours: readString,
  isDirectToDMP: readAnswer,
  identDMP: readTexts,
  identDMPEnCours: readString,
  isDirectToMSSPro: readAnswer,
  adresseBoiteMSSPro: readString,
  isDirectToMSSCitoyen: readAnswer,
  adresseBoiteMSSCitoyen: readString,
})

const remarques: Readonly<Record<Remarque, true>> = {
  extension: true,
  repare: true,
  octetsAvant: true,
  restrictions: true,
  nonVerifie: true,
}
const isRemarque = (text: string): text is Remarque => Object.hasOwn(remarques, text)
const isFormat = (stored: unknown): stored is FormatFichier =>
  typeof stored === 'string' && Object.hasOwn(profil.extensions, stored)

/** A pièce without id or format is none: its bytes could not be found, or not be named. */
function readPiece(stored: unknown): Piece | null {
  if (!isRecord(stored) || typeof stored.id !== 'string' || !isFormat(stored.formatFichier)) return null
  return readFields<Piece>({
    id: readString,
    nomOriginal: readString,
    formatFichier: (format) => (isFormat(format) ? format : 'PDF'),
    taille: readCount,
    empreinte: readString,
    pages: (pages) => (typeof pages === 'number' ? readCount(pages) : null),
    remarques: (list) => readTexts(list).filter(isRemarque),
    documents: (count) => Math.max(1, readCount(count)),
  })(stored)
}

const isChamp = (stored: unknown): stored is Champ => typeof stored === 'string' && Object.hasOwn(libelles, stored)

const readRejet = readFields<Rejet>({
  libelle: readString,
  champ: (stored) => (isChamp(stored) ? stored : 'numeroASP'),
  valeur: readString,
})

const readDemande = readFields<Demande>({
  id: readString,
  saisie: readSaisie,
  pieces: readFields<Demande['pieces']>(parType(() => readPiece)),
  rejet: (stored) => (isRecord(stored) ? readRejet(stored) : null),
})

/** Each demande under an id of its own: two under one would share their place in every list. */
function readDemandes(stored: unknown): Demande[] {
  const used = new Set<string>()
  return readRecords(readDemande)(stored).map((demande, index) => {
    let id = demande.id
    for (let suffix = index + 1; id === '' || used.has(id); suffix += 1) id = `demande-${suffix}`
    used.add(id)
    return id === demande.id ? demande : { ...demande, id }
  })
}

/** A stored dossier → a dossier of today with every field, or null when it is none. */
export const restoreDossier = (stored: unknown): Dossier | null =>
  isRecord(stored)
    ? readFields<Dossier>({
        entete: readEntete,
        demandes: readDemandes,
        verifies: readTextByKey,
        passesOutre: readTextByKey,
      })(stored)
    : null

import { libelles } from '../dossier/champs'
import type { Bilan } from '../dossier/checkDossier'
import type { DocumentLu } from '../dossier/checkLecture'
import { verifieLe, type Constat } from '../dossier/constat'
import type { Demande, Dossier } from '../dossier/dossier'
import { centimesOf } from '../dossier/montant'
import { settleNumeroASP, settleNumeroFichier } from '../dossier/numeros'
import { regles, type Gravite, type NomRegle } from '../dossier/regles'
import { nommerPieces } from '../dossier/toFichier'
import type { Version } from './version'

/** One file of a deposit. Of a pièce: what it was called before, and whether its text could be read and compared. */
export interface FichierTrace {
  nom: string
  /** Bytes. */
  taille: number
  /** SHA-256, hexadecimal. */
  empreinte: string
  piece: { nomOriginal: string; lue: boolean } | null
}

export interface DemandeTrace {
  numeroASP: string
  numeroEditeur: string
  libelleInterne: string
  dateFacture: string
  /** Whole cents; null when what is typed has not one meaning. */
  centimes: number | null
  beneficiaires: readonly string[]
  pieces: readonly string[]
}

/** One constat as it stood, in the words the clerk saw. */
export interface ConstatTrace {
  regle: string
  gravite: Gravite
  libelle: string
  /** Rank of its demande, from 1; null for the deposit as a whole. */
  numLigne: number | null
  faute: string
  remede: string
  paragraphe: string
  /** When it was marked «Vérifié», ISO. */
  verifieLe: string | null
  /** Why the clerk let an erreur stand. */
  passeOutre: string | null
}

/** What was checked, when, by which release, and what came of it: all that a report says. Plain data, to be kept. */
export interface Trace {
  version: Version
  /** ISO. */
  controleLe: string
  numeroAns: string
  SIRET: string
  dateDepot: string
  numeroFichier: string
  /** The JSON and the zip once made, then the pièces in the order of the file. */
  fichiers: readonly FichierTrace[]
  demandes: readonly DemandeTrace[]
  /** Every rule that was checked. */
  regles: readonly NomRegle[]
  constats: readonly ConstatTrace[]
}

/** What a trace is made from. `faits`: the JSON and the zip, when they were made. */
export interface Sujet {
  dossier: Dossier
  bilan: Bilan
  lus: ReadonlyMap<string, DocumentLu>
  faits: readonly Omit<FichierTrace, 'piece'>[]
  version: Version
  controleLe: string
  /** Ranks that its demandes have in the list that several deposits are made of, where it is one of them. format §6 */
  rangs?: { premier: number; dernier: number } | null
}

const allRegles = Object.keys(regles) as NomRegle[]

/** A dossier and what was found in it → the trace that is kept of the check. */
export function traceOf({ dossier, bilan, lus, faits, version, controleLe, rangs = null }: Sujet): Trace {
  const { entete, demandes, verifies } = dossier
  const show = (found: Constat, numLigne: number | null) => {
    const trace = constatTrace(found, numLigne, verifies)
    return rangs && reglesEntre.has(found.regle) ? { ...trace, remede: `${trace.remede} ${showRangs(rangs)}` } : trace
  }
  return {
    version,
    controleLe,
    numeroAns: entete.numeroAns.trim(),
    SIRET: entete.SIRET.trim(),
    dateDepot: entete.dateDepot.trim(),
    numeroFichier: settleNumeroFichier(entete.numeroFichier),
    fichiers: [...faits.map((made) => ({ ...made, piece: null })), ...piecesOf(dossier, lus)],
    demandes: demandes.map((demande) => demandeTrace(demande, entete.vague)),
    regles: allRegles,
    constats: [
      ...[...bilan.entete, ...bilan.depot].map((found) => show(found, null)),
      ...demandes.flatMap(({ id }, index) => (bilan.demandes.get(id) ?? []).map((found) => show(found, index + 1))),
    ],
  }
}

/** Rules whose words name other demandes, by their rank in the list that the clerk sees. */
const reglesEntre: ReadonlySet<NomRegle> = new Set([
  'numeroEditeurDouble',
  'numeroASPDouble',
  'beneficiaireAilleurs',
  'pieceDouble',
])

const showRangs = ({ premier, dernier }: { premier: number; dernier: number }) =>
  `Ces numéros sont ceux de la liste entière, dont ce dépôt contient ${
    premier === dernier ? `la demande n° ${premier}` : `les demandes n° ${premier} à ${dernier}`
  }.`

const piecesOf = ({ demandes, entete }: Dossier, lus: Sujet['lus']): FichierTrace[] =>
  demandes
    .flatMap((demande) => nommerPieces(demande, entete.vague))
    .map(({ nomFichier, piece: { id, taille, empreinte, nomOriginal } }) => ({
      nom: nomFichier,
      taille,
      empreinte,
      piece: { nomOriginal, lue: lus.get(id)?.lisible ?? false },
    }))

const demandeTrace = (demande: Demande, vague: Dossier['entete']['vague']): DemandeTrace => ({
  numeroASP: settleNumeroASP(demande.saisie.numeroASP),
  numeroEditeur: demande.saisie.numeroEditeur.trim(),
  libelleInterne: demande.saisie.libelleInterne.trim(),
  dateFacture: demande.saisie.dateFacture.trim(),
  centimes: centimesOf(demande.saisie.montantSegurHTFacture),
  beneficiaires: demande.saisie.beneficiaires,
  pieces: nommerPieces(demande, vague).map(({ nomFichier }) => nomFichier),
})

function constatTrace(found: Constat, numLigne: number | null, verifies: Dossier['verifies']): ConstatTrace {
  const { faute, remede } = found.message
  return {
    regle: found.regle,
    gravite: found.gravite,
    libelle: libelles[found.champ],
    numLigne,
    faute,
    remede,
    paragraphe: found.paragraphe,
    verifieLe: verifieLe(found, verifies),
    passeOutre: found.passeOutre ?? null,
  }
}

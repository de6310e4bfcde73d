import { showMessage } from '../../../src/format/message'
import { allConstats, createChecker } from '../../../src/dossier/checkDossier'
import { noContexte } from '../../../src/dossier/contexte'
import { emptyDemande, emptySaisie, type Piece, type Saisie } from '../../../src/dossier/dossier'
import { showMontant } from '../../../src/dossier/montant'
import type { NomRegle } from '../../../src/dossier/regles'
import type { Jour } from '../../../src/format/jour'
import { profil, type TypeFichier } from '../../../src/format/profil'
import { examineFile, readPiece } from '../../../src/pieces/examine'
import { mergeLectures } from '../../../src/lecture/fusion'
import type { Lecture } from '../../../src/lecture/lecture'
import { reconnaitrePiece } from '../../../src/pieces/ocr/reconnaitrePiece'
import { joindreDocuments, reduirePiece } from '../../../src/pieces/transformer'

/** What the app makes of one file: taken or not, the rules that spoke, what was read. */
export interface Mesure {
  extension: string | null
  pages: number | null
  regles: NomRegle[]
  lecture: Lecture | null
  millisecondes: number
  /** Milliseconds that recognising took, when the document said nothing by itself and it was asked for. */
  reconnu: number | null
}

/** What it makes of several files joined. `reduit`: they were too heavy together and were made lighter. */
export interface MesureJonction {
  echec: string | null
  pages: number | null
  reduit: boolean
  lecture: Lecture | null
}

export interface Mesureur {
  mesurer: (type: TypeFichier, ocr: boolean) => Promise<Mesure>
  joindre: () => Promise<MesureJonction>
}

const depot = '31/12/2026' as Jour

/** The rules that speak when a clerk takes over all that was read. */
function reglesOf(piece: Piece, type: TypeFichier, lecture: Lecture | null): NomRegle[] {
  const facture = type === 'FACTURE' ? lecture : null
  const montant = facture?.montantHT ?? facture?.candidatsHT[0]
  const saisie: Saisie = {
    ...emptySaisie,
    numeroASP: lecture?.numeroASP?.valeur ?? '',
    dateFacture: facture?.dateFacture?.valeur ?? '',
    montantSegurHTFacture: montant ? showMontant(montant.valeur) : '',
    beneficiaires: lecture?.finess.map(({ valeur }) => valeur) ?? [],
  }
  const entete = {
    numeroAns: '1234567890',
    SIRET: lecture?.siretFournisseur?.valeur ?? '',
    dateDepot: depot,
    numeroFichier: '001',
    vague: profil.vagues[0],
  }
  const demande = { ...emptyDemande('mesure'), saisie, pieces: { FACTURE: null, VA: null, [type]: piece } }
  const dossier = { entete, demandes: [demande], verifies: {}, passesOutre: {} }
  const found = allConstats(createChecker()(dossier, noContexte(depot))).filter(({ manque }) => !manque)
  return [...new Set(found.map(({ regle }) => regle))]
}

const files = () => Array.from(document.querySelector('input')?.files ?? [])

async function mesurer(type: TypeFichier, ocr: boolean): Promise<Mesure> {
  const [file] = files()
  if (!file) throw new Error('No file')
  const started = performance.now()
  const examen = await examineFile(file)
  if (!examen.ok) {
    const regles = examen.regle ? [examen.regle] : []
    return {
      extension: null,
      pages: null,
      regles,
      lecture: null,
      millisecondes: performance.now() - started,
      reconnu: null,
    }
  }
  const { piece, octets } = examen
  const written = await readPiece(octets, piece.formatFichier)
  const millisecondes = performance.now() - started
  const made = ocr && !written?.texteLisible ? await reconnaitrePiece(octets, piece.formatFichier, {}) : null
  const lecture = made?.ok ? made.lecture : written
  return {
    extension: profil.extensions[piece.formatFichier],
    pages: piece.pages,
    regles: reglesOf(piece, type, lecture),
    lecture,
    millisecondes,
    reconnu: made && performance.now() - started - millisecondes,
  }
}

const failed = (echec: string): MesureJonction => ({ echec, pages: null, reduit: false, lecture: null })

async function joindre(): Promise<MesureJonction> {
  const lectures: Lecture[] = []
  const documents = []
  for (const file of files()) {
    const examen = await examineFile(file)
    if (!examen.ok) return failed(`${file.name}: ${showMessage(examen.message)}`)
    const { formatFichier } = examen.piece
    documents.push({ octets: examen.octets, formatFichier })
    const lecture = await readPiece(examen.octets, formatFichier)
    if (lecture) lectures.push(lecture)
  }
  const joined = await joindreDocuments(documents, {})
  if (!joined?.ok) return failed(joined ? showMessage(joined.message) : 'abandon')
  const reduit = joined.octets.size > profil.pieceTailleMax
  const made = reduit ? await reduirePiece(joined.octets, 'PDF', {}) : joined
  if (!made?.ok) return failed(made ? showMessage(made.message) : 'abandon')
  const examen = await examineFile(new File([made.octets], 'joint.pdf'))
  if (!examen.ok) return failed(showMessage(examen.message))
  return { echec: null, pages: examen.piece.pages, reduit, lecture: mergeLectures(lectures) }
}

Object.assign(window, { mesurer, joindre } satisfies Mesureur)

import type { Demande } from '../../dossier/dossier'
import { profil, type TypeFichier } from '../../format/profil'
import { affecter, type Affectation, type DemandeConnue } from '../../pieces/affectation'
import { examineFile, readPiece } from '../../pieces/examine'
import { store } from '../state/store'
import { pretsOf, setElement, setTri, triStore, type Element, type Pret } from './triStore'

/** A place that the clerk chose by dropping there: it is not guessed. */
export interface Place {
  demande: string
  type: TypeFichier | null
}

let stop = new AbortController()

const isSystemFile = ({ name }: File) => name.startsWith('.') || /^(?:Thumbs\.db|desktop\.ini)$/i.test(name)

const toConnue = ({ id, saisie }: Demande, index: number): DemandeConnue => ({
  id,
  numLigne: index + 1,
  numeroEditeur: saisie.numeroEditeur,
  numeroASP: saisie.numeroASP,
  beneficiaires: saisie.beneficiaires,
})

/** Opens the review sheet with these files, or adds them to the one that is open, and examines them one by one. */
export async function trierFichiers(fichiers: readonly File[], place: Place | null = null) {
  const elements = fichiers
    .filter((fichier) => !isSystemFile(fichier))
    .map((fichier): Element => ({ id: crypto.randomUUID(), nom: fichier.name, fichier, etat: { kind: 'attente' } }))
  if (elements.length === 0) return
  if (stop.signal.aborted) stop = new AbortController()
  const { signal } = stop
  triStore.setState(({ tri }) => ({ tri: { elements: [...(tri?.elements ?? []), ...elements], travail: null } }))
  for (const [rank, element] of elements.entries()) {
    if (signal.aborted) return
    setTri((tri) => ({ ...tri, travail: { texte: 'Examen des fichiers', share: rank / elements.length } }))
    await examine(element, place, signal)
  }
  setTri((tri) => ({ ...tri, travail: null }))
}

/** Examines one file of the sheet (again, when it was made lighter or converted). */
export async function examine(
  { id, fichier }: Pick<Element, 'id' | 'fichier'>,
  place: Place | null,
  signal = stop.signal,
) {
  const examen = await examineFile(fichier, signal)
  if (signal.aborted) return
  if (!examen.ok) {
    setElement(id, { kind: 'refus', ...examen.message, recours: examen.recours })
    return
  }
  const { piece, octets } = examen
  const lecture = await readPiece(octets, piece.formatFichier)
  const { demandes } = store.getState().dossier
  const guess = affecter(fichier.name, lecture, demandes.map(toConnue))
  setElement(id, {
    kind: 'pret',
    piece,
    octets,
    lecture,
    type: place?.type ?? guess.type,
    raisonType: place?.type ? 'déposé à cette place' : guess.raisonType,
    ...cibleOf(place, guess),
    double: doubleOf(id, piece.empreinte),
  })
}

// Dropped on one document's place, it is meant for it; on a demande's page, a clear sign of another demande weighs more.
function cibleOf(place: Place | null, guess: Affectation): Pick<Pret, 'cible' | 'raisonCible'> {
  if (place && (place.type !== null || guess.demande === null))
    return { cible: place.demande, raisonCible: 'déposé sur cette demande' }
  return { cible: guess.demande, raisonCible: guess.raisonDemande }
}

/** Another file of the sheet, or an attached pièce, with the same bytes. */
function doubleOf(id: string, empreinte: string): string | null {
  const { tri } = triStore.getState()
  const here = tri && pretsOf(tri).find((other) => other.id !== id && other.piece.empreinte === empreinte)
  if (here) return `même fichier que « ${here.nom} »`
  const { demandes } = store.getState().dossier
  const rank = demandes.findIndex(({ pieces }) =>
    profil.typesFichier.some((type) => pieces[type]?.empreinte === empreinte),
  )
  return rank === -1 ? null : `déjà joint à la demande n° ${rank + 1}`
}

/** Leaves the sheet: nothing was attached. */
export function closeTri() {
  stop.abort()
  triStore.setState({ tri: null })
}

import { doubted, doubtedOrNull } from './doute'
import type { Cadre, Contenu, Lecture, Lu } from './lecture'

const note = 'Cette valeur est écrite dans une note ajoutée sur la page : vérifiez qu’elle fait foi.'
const recouvert = 'Une autre valeur est recouverte à cet endroit de la page : vérifiez laquelle fait foi.'
const cachee = 'Ce texte est recouvert sur la page : on ne le voit pas.'

const meets = (a: Cadre, b: Cadre) =>
  a.x < b.x + b.largeur && b.x < a.x + a.largeur && a.y < b.y + b.hauteur && b.y < a.y + a.hauteur

/** Why a value read at that place of the upright page may not be what the document says; null where nothing was added. */
function doubtOf({ page, cadre }: Lu<unknown>, { pages }: Contenu): string | null {
  const own = page === null ? undefined : pages[page - 1]
  if (!own || !cadre) return null
  if (own.items.some((item) => item.note && meets(item, cadre))) return note
  return own.couverts?.some((item) => meets(item, cadre)) ? recouvert : null
}

/** A day or an amount in a note, or over something hidden, is never sure: whoever wrote it is not the invoice's author. */
export function doubtAjouts(lecture: Lecture, contenu: Contenu): Lecture {
  if (contenu.pages.every(({ items, couverts }) => !couverts && !items.some(({ note }) => note))) return lecture
  const weigh = <T>(lu: Lu<T>): Lu<T> => {
    const doute = doubtOf(lu, contenu)
    return doute === null ? lu : doubted(lu, doute)
  }
  return {
    ...lecture,
    dateFacture: lecture.dateFacture && weigh(lecture.dateFacture),
    montantHT: lecture.montantHT && weigh(lecture.montantHT),
    montantTTC: lecture.montantTTC && weigh(lecture.montantTTC),
    candidatsDate: lecture.candidatsDate.map(weigh),
    candidatsHT: lecture.candidatsHT.map(weigh),
  }
}

/** The same contents with what is covered on its pages; null when nothing is. */
export const uncovered = (contenu: Contenu): Contenu | null =>
  contenu.pages.some(({ couverts }) => couverts)
    ? {
        ...contenu,
        pages: contenu.pages.map((page) => ({ ...page, items: [...page.items, ...(page.couverts ?? [])] })),
      }
    : null

/** What the visible text lacks and the covered one has is offered, in doubt. */
export function addCovered(lecture: Lecture, whole: Lecture): Lecture {
  if (lecture.type.valeur === null || lecture.type.valeur !== whole.type.valeur) return lecture
  const candidats = <T>(seen: Lu<T>[], all: Lu<T>[]) => (seen.length > 0 ? seen : all.map((lu) => doubted(lu, cachee)))
  return {
    ...lecture,
    dateFacture: lecture.dateFacture ?? doubtedOrNull(whole.dateFacture, cachee),
    montantHT: lecture.montantHT ?? doubtedOrNull(whole.montantHT, cachee),
    numeroASP: lecture.numeroASP ?? doubtedOrNull(whole.numeroASP, cachee),
    candidatsDate: candidats(lecture.candidatsDate, whole.candidatsDate),
    candidatsHT: candidats(lecture.candidatsHT, whole.candidatsHT),
    finess: candidats(lecture.finess, whole.finess),
  }
}

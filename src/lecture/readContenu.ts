import { addCovered, doubtAjouts, uncovered } from './ajouts'
import { doubted, doubtedOrNull } from './doute'
import { doubtHache, isHache } from './hache'
import { joinXml } from './joinXml'
import type { Contenu, Lecture } from './lecture'
import { foldText, readLines } from './lines'
import { isDuplicata } from './numeroFacture'
import { readPlusieurs } from './plusieurs'
import { isReadable } from './lisible'
import { doubtReconnu } from './reconnu'
import { readFactureXml } from './readFactureXml'
import { linesOfTexts, readLignes, rien } from './readTexte'
import { turnLecture } from './tourne'

/** Reads a pièce's contents: the XML invoice first, the page's text beside it. Bounded whatever the size. */
export function readContenu(contenu: Contenu): Lecture {
  const page = turnLecture(readVisible(contenu), contenu.pages)
  const lus = withinBudget(contenu.xml).map((text) => readFactureXml(text))
  const factures = lus.flatMap((lu) => (lu.kind === 'facture' ? [lu.facture] : []))
  const [first] = factures
  if (first) return joinXml(first, page, factures.length > 1)
  if (lus.some(({ kind }) => kind === 'autre') && !page.texteLisible)
    return {
      ...rien,
      type: {
        valeur: null,
        sure: true,
        raison: 'Ce XML n’est pas une facture, mais une commande ou un autre document.',
      },
      texteLisible: true,
    }
  return page
}

const xmlMax = 12_000_000

/** Texts in order, as long as they are not too much to read together. */
function withinBudget(textes: readonly string[]): string[] {
  let left = xmlMax
  return textes.slice(0, 20).filter((text) => text.length <= left && (left -= text.length) >= 0)
}

/** What the pages show; what something hides there only where nothing else says it. */
function readVisible(contenu: Contenu): Lecture {
  const lecture = doubtAjouts(readPage(contenu), contenu)
  const whole = uncovered(contenu)
  return whole ? addCovered(lecture, readPage(whole)) : lecture
}

/** Reads the text of the pages and the form fields. */
function readPage(contenu: Contenu): Lecture {
  const lignes = readLines(contenu)
  const readable = isReadable(lignes)
  // A field that has its place on a page is read there.
  const placedTexts = new Set(contenu.pages.flatMap(({ items }) => items.map(({ texte }) => texte)))
  const loose = contenu.champs.filter((texte) => !placedTexts.has(texte))
  const all = [...(readable ? lignes : []), ...linesOfTexts(loose, lignes.length)]
  if (all.length === 0) return rien
  const reconnu = contenu.reconnu === true
  const lecture = {
    ...withBiais(readPlusieurs(all, readLignes(all, reconnu), reconnu), contenu),
    texteLisible: readable,
  }
  if (reconnu) return doubtReconnu(lecture)
  if (isHache(all.map(({ plie }) => plie))) return doubtHache(lecture)
  return contenu.invisible ? doubtAll(lecture) : lecture
}

/** A watermark that says «Duplicata». */
const withBiais = (lecture: Lecture, { pages }: Contenu): Lecture => {
  const biais = pages.flatMap((page) => (page.biais ?? []).map(foldText))
  return { ...lecture, duplicata: lecture.duplicata || isDuplicata([], biais) }
}

const ocr = 'Ce texte a été reconnu sur une image : comparez avec la page.'

/** Recognised text: only what carries its own proof (keys, sums) stays sure. */
function doubtAll(lecture: Lecture): Lecture {
  return {
    ...lecture,
    type: { ...lecture.type, sure: false },
    dateFacture: doubtedOrNull(lecture.dateFacture, ocr),
    candidatsDate: lecture.candidatsDate.map((lu) => doubted(lu, ocr)),
    numeroASP: doubtedOrNull(lecture.numeroASP, ocr),
  }
}

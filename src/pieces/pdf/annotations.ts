import { PDFArray, PDFDict, PDFName, type PDFPageLeaf } from '@cantoo/pdf-lib'

const name = (text: string) => PDFName.of(text)
const ofFields = ['FT', 'Parent', 'Kids', 'T', 'TU', 'TM', 'Ff', 'V', 'DV', 'DA', 'MK', 'Lock', 'SV', 'MaxLen', 'Opt']
const ties = ['P', 'AA', 'Dest']

/**
 * Keeps what a page's annotations show and drops what they do: fields become stamps of the same look, links lead out of the
 * document only, and nothing ties the page to others, which would be copied with it.
 */
export function settleAnnotations(page: PDFPageLeaf): void {
  const annotations = page.lookupMaybe(name('Annots'), PDFArray)
  if (!annotations) return
  const kept = annotations.asArray().filter((item) => {
    const annotation = page.context.lookup(item)
    return annotation instanceof PDFDict && settle(annotation)
  })
  page.set(name('Annots'), page.context.obj(kept))
}

/** False when nothing of it would be left to see. */
function settle(annotation: PDFDict): boolean {
  const action = annotation.lookup(name('A'))
  if (action instanceof PDFDict && action.lookup(name('S')) !== name('URI')) annotation.delete(name('A'))
  for (const key of ties) annotation.delete(name(key))
  if (annotation.lookup(name('Subtype')) !== name('Widget')) return true
  annotation.set(name('Subtype'), name('Stamp'))
  for (const key of ofFields) annotation.delete(name(key))
  return annotation.lookup(name('AP')) instanceof PDFDict
}

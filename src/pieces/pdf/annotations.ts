import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString, type PDFPageLeaf } from '@cantoo/pdf-lib'
import { ChampIndessinable } from './champIndessinable'

const name = (text: string) => PDFName.of(text)
const ofFields = ['FT', 'Parent', 'Kids', 'T', 'TU', 'TM', 'Ff', 'V', 'DV', 'DA', 'MK', 'Lock', 'SV', 'MaxLen', 'Opt']
const maxDepth = 20
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

/** False when nothing of it would be left to see; throws `ChampIndessinable` when it was filled in all the same. */
function settle(annotation: PDFDict): boolean {
  const value = valueOf(annotation)
  const action = annotation.lookup(name('A'))
  if (action instanceof PDFDict && action.lookup(name('S')) !== name('URI')) annotation.delete(name('A'))
  for (const key of ties) annotation.delete(name(key))
  if (annotation.lookup(name('Subtype')) !== name('Widget')) return true
  annotation.set(name('Subtype'), name('Stamp'))
  for (const key of ofFields) annotation.delete(name(key))
  if (annotation.lookup(name('AP')) instanceof PDFDict) return true
  // A field that no form lists: no library draws it, and some readers do.
  if (value.trim() !== '') throw new ChampIndessinable('A field outside the form')
  return false
}

/** What a field holds, itself or by those above it. */
function valueOf(annotation: PDFDict): string {
  let field: unknown = annotation
  for (let depth = 0; depth < maxDepth && field instanceof PDFDict; depth++) {
    const value = field.lookup(name('V'))
    if (value instanceof PDFString || value instanceof PDFHexString) return value.decodeText()
    field = field.lookup(name('Parent'))
  }
  return ''
}

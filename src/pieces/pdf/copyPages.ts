import { PDFArray, PDFDict, PDFName, PDFObjectCopier, PDFPage, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib'

const name = (text: string) => PDFName.of(text)

/** Copies pages (by rank from 0, all by default) of a settled PDF, to be added to another; layers that are off stay off. */
export async function copyPages(
  source: PDFDocument,
  target: PDFDocument,
  ranks: readonly number[] = source.getPageIndices(),
): Promise<PDFPage[]> {
  // Fonts that fields were drawn with are written only now.
  await source.flush()
  const copier = PDFObjectCopier.for(source.context, target.context)
  const pages = ranks.map((rank) => {
    const copy = copier.copy(source.getPage(rank).node)
    return PDFPage.of(copy, target.context.register(copy), target)
  })
  const layers = source.catalog.lookup(name('OCProperties'))
  if (layers instanceof PDFDict) copyLayers(layers, target, copier)
  return pages
}

/** Adds the layers of one PDF, as its default configuration shows and hides them (ISO 32000-1 §8.11.4), to those of another. */
function copyLayers(layers: PDFDict, target: PDFDocument, copier: PDFObjectCopier): void {
  const all = itemsOf(layers, 'OCGs')
  const configuration = layers.lookup(name('D'))
  const chosen = configuration instanceof PDFDict ? configuration : layers.context.obj({})
  const on = new Set(itemsOf(chosen, 'ON'))
  const off =
    chosen.lookup(name('BaseState')) === name('OFF') ? all.filter((layer) => !on.has(layer)) : itemsOf(chosen, 'OFF')
  const made = layersOf(target)
  const add = (key: string, items: readonly PDFObject[], into = made.configuration) =>
    items.forEach((item) => arrayOf(into, key).push(copier.copy(item)))
  add('OCGs', all, made.layers)
  add('OFF', off)
  add('Order', itemsOf(chosen, 'Order'))
  // What is shown or hidden by itself, on screen or in print.
  add('AS', itemsOf(chosen, 'AS'))
}

function itemsOf(dict: PDFDict, key: string): PDFObject[] {
  const items = dict.lookup(name(key))
  return items instanceof PDFArray ? items.asArray() : []
}

/** The layers of the joined PDF so far. */
function layersOf({ catalog, context }: PDFDocument): { layers: PDFDict; configuration: PDFDict } {
  const standing = catalog.lookup(name('OCProperties'))
  const layers = standing instanceof PDFDict ? standing : context.obj({ OCGs: [], D: { BaseState: 'ON', OFF: [] } })
  catalog.set(name('OCProperties'), layers)
  return { layers, configuration: layers.lookup(name('D'), PDFDict) }
}

function arrayOf(dict: PDFDict, key: string): PDFArray {
  const standing = dict.lookup(name(key))
  const items = standing instanceof PDFArray ? standing : dict.context.obj([])
  dict.set(name(key), items)
  return items
}

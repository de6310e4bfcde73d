import { PDFArray, PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import fc from 'fast-check'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { copyPages } from './copyPages'
import { createPdf, openObjects, writePdf } from './pdfObjects'

const name = (text: string) => PDFName.of(text)

/** Layers by name; `on`: shown at first. `base`: what those are that neither list names. */
interface Calques {
  layers: Record<string, boolean>
  base: 'ON' | 'OFF'
}

async function pdfWith({ layers, base }: Calques): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const { context } = pdf
  const page = pdf.addPage([300, 200])
  const refs = Object.keys(layers).map((label) =>
    context.register(context.obj({ Type: 'OCG', Name: PDFString.of(label) })),
  )
  const chosen = (on: boolean) => refs.filter((_, rank) => Object.values(layers)[rank] === on)
  page.node.set(
    name('Resources'),
    context.obj({ Properties: Object.fromEntries(refs.map((ref, rank) => [`L${rank}`, ref])) }),
  )
  const D = { BaseState: base, ON: chosen(true), OFF: chosen(false) }
  pdf.catalog.set(
    name('OCProperties'),
    context.obj({ OCGs: refs, D: base === 'ON' ? { ...D, ON: [] } : { ...D, OFF: [] } }),
  )
  return pdf.save()
}

async function join(...documents: Uint8Array[]): Promise<Uint8Array> {
  const target = await createPdf()
  for (const bytes of documents) {
    const source = await openObjects(bytes)
    if (typeof source === 'string') throw new Error(source)
    for (const page of await copyPages(source, target)) target.addPage(page)
  }
  return writePdf(target)
}

/** Which layers a reader shows, by their names; and that they are those the pages use. */
async function shownLayers(bytes: Uint8Array): Promise<Record<string, boolean>> {
  const used = (await PDFDocument.load(bytes)).getPages().flatMap(({ node }) => {
    const properties = node.Resources()?.lookupMaybe(name('Properties'), PDFDict)
    return properties ? properties.values().map(String) : []
  })
  const pdf = await PDFDocument.load(bytes)
  const listed = pdf.catalog.lookup(name('OCProperties'), PDFDict).lookup(name('OCGs'), PDFArray).asArray().map(String)
  expect(listed.toSorted()).toEqual(used.toSorted())
  const opened = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
  const config = await opened.getOptionalContentConfig()
  const groups = Array.from(
    config as unknown as Iterable<[string, { name: string; visible: boolean }]>,
    ([, group]) => group,
  )
  await opened.loadingTask.destroy()
  return Object.fromEntries(groups.map((group) => [group.name, group.visible]))
}

const calques = (prefix: string) =>
  fc.record({
    layers: fc.dictionary(
      fc
        .string({ unit: fc.constantFrom(...Array.from('abc')), minLength: 1, maxLength: 3 })
        .map((label) => prefix + label),
      fc.boolean(),
      { minKeys: 1, maxKeys: 4, noNullPrototype: true },
    ),
    base: fc.constantFrom<'ON' | 'OFF'>('ON', 'OFF'),
  })

test('layers of joined documents are shown or hidden as each document had them', async () => {
  await fc.assert(
    fc.asyncProperty(calques('un-'), calques('deux-'), async (first, second) => {
      const joined = await join(await pdfWith(first), await pdfWith(second))
      expect(await shownLayers(joined)).toEqual({ ...first.layers, ...second.layers })
    }),
    { numRuns: 15 },
  )
})

test('documents without layers get none', async () => {
  const plain = await PDFDocument.create()
  plain.addPage([300, 200])
  const joined = await PDFDocument.load(await join(await plain.save()))
  expect(joined.catalog.has(name('OCProperties'))).toBe(false)
})

import { expect, test } from 'vitest'
import { createZipsFaits } from './zipsFaits'

const fait = (empreinte: string) => ({ zip: new Blob([empreinte]), empreinte })
const facture = { nomFichier: 'BIO-SGL-Val-FACTURE-00001.pdf', empreinte: 'f' }
const va = { nomFichier: 'BIO-SGL-Val-VA-00001.pdf', empreinte: 'v' }

test('[format §5] a kept zip is found by its names and bytes, in their order, and by nothing else', () => {
  const faits = createZipsFaits()
  const zip = fait('z')
  faits.keep([facture, va], zip)
  expect(faits.find([{ ...facture }, { ...va }])).toBe(zip)
  expect(faits.find([va, facture])).toBeNull()
  expect(faits.find([facture])).toBeNull()
  expect(faits.find([{ ...facture, empreinte: 'other' }, va])).toBeNull()
  expect(faits.find([{ ...facture, nomFichier: 'BIO-SGL-Val-FACTURE-00002.pdf' }, va])).toBeNull()
})

test('only the last few are kept, the one made again among them', () => {
  const faits = createZipsFaits()
  const contents = ['a', 'b', 'c', 'd'].map((empreinte) => [{ ...facture, empreinte }])
  for (const content of contents) faits.keep(content, fait('z'))
  faits.keep([{ ...facture, empreinte: 'a' }], fait('again'))
  faits.keep([va], fait('new'))
  const kept = contents.map((content) => faits.find(content)?.empreinte ?? null)
  expect(kept).toEqual(['again', null, 'z', 'z'])
})

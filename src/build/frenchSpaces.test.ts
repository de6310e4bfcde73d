import fc from 'fast-check'
import { expect, test } from 'vitest'
import { setFrenchSpaces, setInSource } from './frenchSpaces'

const shown = (texte: string) => texte.replaceAll('\u00a0', '~')

test.each([
  ['Rien n’est envoyé : tout reste ici', 'Rien n’est envoyé~: tout reste ici'],
  ['Vouliez-vous écrire 00002 ?', 'Vouliez-vous écrire 00002~?'],
  ['le bouton « Annuler » ; puis', 'le bouton «~Annuler~»~; puis'],
  ['« Libellé » : vide.', '«~Libellé~»~: vide.'],
  [' : suite', '~: suite'],
  [' ».', '~».'],
  ['main :is(a, button)', 'main :is(a, button)'],
  ['https://a.fr', 'https://a.fr'],
  ['{"a": 1}', '{"a": 1}'],
])('%j is set as %j', (texte, expected) => expect(shown(setFrenchSpaces(texte))).toBe(expected))

test('in a module only texts are set: no type, no choice, no pattern, no comment', () => {
  const source = [
    "const a: string = ok ? 'vu : oui' : `non : ${b} » ; ${c ? 'd' : 'e'} ?`",
    '// note : ici',
    'const p = /a : b/',
    'const j = <p title="x : y">Fait : {n} : « {m} »</p>',
  ].join('\n')
  expect(shown(setInSource('a.tsx', source))).toBe(
    [
      "const a: string = ok ? 'vu~: oui' : `non~: ${b}~»~; ${c ? 'd' : 'e'}~?`",
      '// note : ici',
      'const p = /a : b/',
      'const j = <p title="x~: y">Fait~: {n}~: «~{m}~»</p>',
    ].join('\n'),
  )
})

test('where texts are patterns, those that are sentences are set, to the end of their template', () => {
  const source = [
    "const p = ['total ht :', 'Total HT :', 'date » :']",
    'const d = `Un signe en était mal reconnu (« ${a} ») : il est rétabli.`',
    "const m = 'Lu par reconnaissance : à vérifier.'",
  ].join('\n')
  expect(shown(setInSource('a.ts', source, true))).toBe(
    source.replace('« ${a} ») :', '«~${a}~»)~:').replace('reconnaissance :', 'reconnaissance~:'),
  )
})

test('in a module without JSX «<T>» begins a function, no element', () => {
  const source = "const f = <T>(a: T) => a\nconst b = ['c ?', d ? 'e' : 'f : g']"
  expect(shown(setInSource('a.ts', source))).toBe(source.replace('c ?', 'c~?').replace('f :', 'f~:'))
})

test('every sign stands where it stood', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(' ', ':', '»', '«', 'a', "'", '`', '${', '}', '\n', '?', '<p>', '</p>')),
      (signs) => {
        const source = signs.join('')
        expect(setInSource('a.tsx', source).replaceAll('\u00a0', ' ')).toBe(source.replaceAll('\u00a0', ' '))
      },
    ),
  )
})

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { agree, capitalize, count, countOrNone, introduce, joinMots, pluriels, type Mot, label } from './mots'

const mots = Object.keys(pluriels) as Mot[]

/** Words that do not change, and those that change otherwise than by an s, by a French reader. */
const invariables = new Set('de du tableau côté à compléter outre pas encore été'.split(' '))
const autrement: Record<string, string> = {
  la: 'les',
  'l’erreur': 'les erreurs',
  a: 'ont',
  est: 'sont',
  'n’est': 'ne sont',
  empêche: 'empêchent',
  figure: 'figurent',
}
const pluriel = (mot: string) =>
  mot
    .split(' ')
    .map((one) => (invariables.has(one) ? one : (autrement[one] ?? `${one}s`)))
    .join(' ')

test.each(mots)('«%s» agrees with 0, 1 and 2: singular up to one, every word of it from two on', (mot) => {
  expect(count(0, mot)).toBe(`0 ${mot}`)
  expect(count(1, mot)).toBe(`1 ${mot}`)
  expect(count(2, mot)).toBe(`2 ${pluriel(mot)}`)
  expect(agree(2, mot)).toBe(pluriel(mot))
})

test('the words stand in the order of the alphabet, so that one is found and none is there twice', () => {
  expect(mots).toEqual([...mots].sort((a, b) => a.localeCompare(b, 'fr')))
})

test('of nothing it is said that there is none, where a zero would be a riddle', () => {
  expect([0, 1, 2].map((nombre) => countOrNone(nombre, 'aucun site'))).toEqual(['aucun site', '1 site', '2 sites'])
  expect(countOrNone(0, 'aucune vérifiée')).toBe('aucune vérifiée')
})

test('what is listed ends with «et»; of many the first are named, and the others counted', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((mots) => joinMots(mots))).toEqual([
    '',
    'a',
    'a et b',
    'a, b et c',
  ])
  expect([1, 2].map((most) => joinMots(['a', 'b', 'c'], most))).toEqual(['a et 2 autres', 'a, b et 1 autre'])
})

test('at the head of a sentence the first letter is a capital, with its accent', () => {
  expect(capitalize(agree(2, 'pièce annoncée'))).toBe('Pièces annoncées')
  expect(capitalize('à vérifier')).toBe('À vérifier')
})

const choice = /(?:> 1|[!=]== 1|>= 2|< 2)\)?\s*\?\s*(['"`])([^\n]*?)\1\s*:\s*(['"`])([^\n]*?)\3/gu
const stemsOf = (text = '') => Array.from(text.toLowerCase().matchAll(/\p{L}{4}/gu), ([stem]) => stem)

/** Two texts chosen by a number: by hand when the one is the ending of the other, or both have a word of one stem. */
function isByHand(text: string): boolean {
  return Array.from(text.matchAll(choice)).some(([, , more = '', , one = '']) => {
    const stems = new Set(stemsOf(more))
    return /^\p{L}{0,3}$/u.test(more) || stemsOf(one).some((stem) => stems.has(stem))
  })
}

test.each([
  ["${nombre > 1 ? 's' : ''}", true],
  ["nombre === 1\n  ? 'Voir la demande'\n  : `Voir les ${nombre} demandes`", true],
  ["poids > 1 ? 'fournisseur' : 'client'", false],
  ["agree(nombre, 'demande')", false],
])('in %s a plural by hand: %s', (text, found) => expect(isByHand(text)).toBe(found))

test('no screen and no message makes a plural by hand', () => {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const found = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.test.ts'))
    .filter((path) => isByHand(readFileSync(`${root}/${path}`, 'utf8')))
  expect(found).toEqual([])
})

test.each([
  ['Facture', 'Ce document cite un autre dossier.', 'Facture : ce document cite un autre dossier.'],
  ['Annulé', 'À vérifier.', 'Annulé : à vérifier.'],
  ['Annulé', 'L’ordre a changé.', 'Annulé : l’ordre a changé.'],
  ['Pièce', '« Facture.pdf » joint.', 'Pièce : « Facture.pdf » joint.'],
  ['Numéro', 'FINBIO000006.', 'Numéro : FINBIO000006.'],
  ['Annulé', 'Tableau importé : 3 demandes ajoutées.', 'Annulé – tableau importé : 3 demandes ajoutées.'],
  ['Annulé', '« a : b.pdf » joint.', 'Annulé : « a : b.pdf » joint.'],
])('«%s» before «%s»: no capital after its colon, and one colon', (mot, phrase, whole) => {
  expect(introduce(mot, phrase)).toBe(whole)
})

test('a value after the name of its field stands as it is written, a sentence goes on in lower case', () => {
  expect(label('Libellé interne', 'Laboratoire des Lilas.')).toBe('Libellé interne : Laboratoire des Lilas.')
  expect(label('Libellé interne', 'Lilas : site Nord.')).toBe('Libellé interne – Lilas : site Nord.')
  expect(introduce('Facture', 'Ce document cite un autre dossier.')).toBe(
    'Facture : ce document cite un autre dossier.',
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createChecker } from '../../dossier/checkDossier'
import { noContexte } from '../../dossier/contexte'
import type { Saisie } from '../../dossier/dossier'
import { exampleDemande, exampleDossier, exemplePieces } from '../../dossier/example'
import type { Jour } from '../../format/jour'
import { countACompleter, lignesOf } from './lignes'
import { applyVue, countFiltres, filtres, isEntiere, isFound, ordres, vueEntiere, type Filtre, type Ordre } from './vue'

const judged = (saisies: readonly Partial<Saisie>[]) => {
  const dossier = exampleDossier({
    demandes: saisies.map((saisie, index) => exampleDemande({ id: String(index), ...saisie })),
  })
  return [dossier, createChecker()(dossier, noContexte('20/03/2023' as Jour))] as const
}
const lignes = (saisies: readonly Partial<Saisie>[]) => lignesOf(...judged(saisies))
const numeros = (shown: readonly { numLigne: number }[]) => shown.map(({ numLigne }) => numLigne)

const saisie = fc.record({
  libelleInterne: fc.constantFrom('', 'Labo des Lilas', 'Évian', 'labo 10', 'labo 9'),
  numeroEditeur: fc.constantFrom('', '00001', 'x', 'AB002'),
  montantSegurHTFacture: fc.constantFrom('', '27450', '1', 'x'),
  dateFacture: fc.constantFrom('', '15/03/2023', '16/02/2023', '31/02/2023'),
  beneficiaires: fc.constantFrom<string[]>([], ['750712184'], ['999999991']),
})
const vue = fc.record({
  filtre: fc.constantFrom(...(Object.keys(filtres) as Filtre[])),
  texte: fc.constantFrom('', 'lilas', 'labo 1', 'EVIAN', '750712184', '#2', 'rien'),
  ordre: fc.constantFrom(...(Object.keys(ordres) as Ordre[])),
})

test('a view shows each demande at most once, only those it asks for, and never changes what it looks at', () => {
  fc.assert(
    fc.property(fc.array(saisie, { maxLength: 8 }), vue, (saisies, one) => {
      const all = lignes(saisies)
      const before = [...all]
      const shown = applyVue(all, one)
      expect(all).toEqual(before)
      expect(new Set(shown).size).toBe(shown.length)
      const wanted = all.filter((ligne) => filtres[one.filtre].takes(ligne) && isFound(ligne, one.texte))
      expect(new Set(shown)).toEqual(new Set(wanted))
      // Whatever the order, the number each is known by is its rank in the file.
      for (const ligne of shown) expect(ligne).toBe(all[ligne.numLigne - 1])
    }),
  )
})

test('seen whole, the list is the file’s', () => {
  const all = lignes([{ libelleInterne: 'B' }, { libelleInterne: 'A' }])
  expect(numeros(applyVue(all, vueEntiere))).toEqual([1, 2])
  expect(isEntiere({ ...vueEntiere, texte: ' ' })).toBe(true)
  expect(isEntiere({ ...vueEntiere, ordre: 'nom' })).toBe(false)
})

test.each<[Ordre, number[]]>([
  ['fichier', [1, 2, 3, 4]],
  ['nom', [3, 4, 1, 2]],
  ['montant', [2, 1, 4, 3]],
  ['montantInverse', [1, 4, 2, 3]],
  ['date', [2, 1, 4, 3]],
  ['dateInverse', [1, 4, 2, 3]],
])(
  'in the order «%s»: accents aside, numbers as numbers, what has no value last, equal ones as in the file',
  (ordre, order) => {
    const all = lignes([
      { libelleInterne: 'labo 9', montantSegurHTFacture: '27450', dateFacture: '15/03/2023' },
      { libelleInterne: 'labo 10', montantSegurHTFacture: '9 000,00', dateFacture: '16/12/2022' },
      { libelleInterne: 'Évian', montantSegurHTFacture: 'x', dateFacture: '' },
      { libelleInterne: 'Kehl', montantSegurHTFacture: '27450,00', dateFacture: '15/03/2023' },
    ])
    expect(numeros(applyVue(all, { ...vueEntiere, ordre }))).toEqual(order)
  },
)

test.each<[string, number[]]>([
  ['lilas', [1]],
  ['LILÀS lyon', [1]],
  ['lyon finbio', [1, 2]],
  ['750712184', [2]],
  [exemplePieces.FACTURE?.nomOriginal.toUpperCase() ?? '', [1, 2]],
  ['#2', [2]],
  ['#', []],
  ['nulle part', []],
])('«%s» finds %j', (texte, found) => {
  const all = lignes([
    { libelleInterne: 'Labo des Lilas, Lyon' },
    { libelleInterne: 'Lyon Sud', beneficiaires: ['750712184'] },
  ])
  expect(numeros(applyVue(all, { ...vueEntiere, texte }))).toEqual(found)
})

test('what is with erreurs and what is complete are together all, and are counted as they are shown', () => {
  fc.assert(
    fc.property(fc.array(saisie, { maxLength: 8 }), (saisies) => {
      const all = lignes(saisies)
      const counts = countFiltres(all)
      for (const filtre of Object.keys(filtres) as Filtre[])
        expect(applyVue(all, { ...vueEntiere, filtre })).toHaveLength(counts[filtre])
      expect(counts.erreurs + counts.completes).toBe(all.length)
      expect(countACompleter(...judged(saisies))).toBe(counts.erreurs)
    }),
  )
})

import { describe, expect, test } from 'vitest'
import { readFinessDrawn } from './exampleFiness'

const [a, b, c, d] = ['990001018', '990001026', '990001034', '990001042']

const read = readFinessDrawn
const valeurs = (text: string) => read(text).map((lu) => lu.valeurs)
const anySure = (text: string) => read(text).some(({ sure }) => sure)
const expectOnly = (text: string, numbers: readonly string[]) => {
  for (const own of valeurs(text)) expect(own).toEqual(numbers)
  expect(anySure(text)).toBe(false)
}

const table = (heads: string, rows: readonly string[]) => [heads, ...rows].join('\n')
const words = [
  ['apte', 'non apte'],
  ['OUI', 'NON'],
  ['Oui', 'Non'],
  ['reçu', 'refusé'],
  ['Reçu', 'Ajourné'],
  ['VA prononcée', 'VA non prononcée'],
  ['conforme', 'Reporté'],
  ['équipé', 'non équipé'],
  ['validé', 'en attente'],
  ['prononcée', 'hors périmètre'],
  ['apte', 'à revoir en mai'],
  ['installé', 'site fermé'],
  ['Favorable', 'Défavorable'],
  ['OK', 'sans objet'],
  ['Accepté', 'exclu'],
]

describe('[guide §3.2 beneficiaires] rows that say which sites are left out', () => {
  test.each(words)('a column says «%s» or «%s»', (yes, no) => {
    const of = (word: string) => word.padEnd(20)
    for (const text of [
      table('Site            FINESS          Décision', [
        `Nord            ${a}       ${of(yes)}`,
        `Sud             ${b}       ${of(no)}`,
        `Port            ${c}       ${of(yes)}`,
      ]),
      table('Décision            FINESS          Site', [
        `${of(yes)}${a}       Nord`,
        `${of(no)}${b}       Sud`,
        `${of(yes)}${c}       Port`,
      ]),
    ])
      expectOnly(text, [a, c])
  })

  test.each([
    ['☑', '☐'],
    ['☒', '☐'],
    ['[x]', '[ ]'],
    ['[X]', '[]'],
    ['(X)', '( )'],
    ['■', '□'],
    ['\uF0FE', '\uF0A8'],
    ['✔', '☐'],
  ])('boxes «%s» and «%s», before the number or behind it', (full, empty) => {
    for (const text of [
      `Sites reçus : cochés.\n\n${full}  Nord, FINESS ${a}\n${empty}  Sud, FINESS ${b}\n${full}  Port, FINESS ${c}`,
      `Sites (FINESS) :\n${full} ${a} Nord\n${empty} ${b} Sud\n${full} ${c} Port`,
      `FINESS        Site          Reçu\n${a}     Nord          ${full}\n${b}     Sud           ${empty}\n${c}     Port          ${full}`,
      `Reçu      FINESS        Site\n${full}       ${a}     Nord\n${empty}       ${b}     Sud\n${full}       ${c}     Port`,
      `Sites FINESS :\n${full} ${a} Nord          ${full} ${c} Port\n${empty} ${b} Sud           ${full} ${d} Gare`,
    ])
      expectOnly(text, text.includes(d) ? [a, c, d] : [a, c])
  })

  test('two columns of boxes: the heading over the ticked one tells', () => {
    for (const [yes, no] of [
      ['Apte', 'Non apte'],
      ['Oui', 'Non'],
      ['Reçu', 'Refusé'],
    ])
      expectOnly(
        table(`Site          FINESS          ${(yes ?? '').padEnd(14)}${no ?? ''}`, [
          `Nord          ${a}       ☒             ☐`,
          `Sud           ${b}       ☐             ☒`,
          `Port          ${c}       ☒             ☐`,
        ]),
        [a, c],
      )
    expectOnly(
      table('Site          FINESS          Reçu          Refusé', [
        `Nord          ${a}       X`,
        `Sud           ${b}                     X`,
        `Port          ${c}       X`,
      ]),
      [a, c],
    )
  })

  test.each([
    ['☒ Oui ☐ Non', '☐ Oui ☒ Non'],
    ['Oui ☒ Non ☐', 'Oui ☐ Non ☒'],
    ['[x] reçu [ ] refusé', '[ ] reçu [x] refusé'],
    ['☑ Apte  ☐ Non apte', '☐ Apte  ☑ Non apte'],
    ['[x] apte', '[ ] apte – VA ajournée'],
    ['[x] apte', '[x] non apte'],
  ])('boxes with their own words: «%s», «%s»', (yes, no) => {
    expectOnly(
      table('FINESS          Site          Résultat', [
        `${a}       Nord          ${yes}`,
        `${b}       Sud           ${no}`,
        `${c}       Port          ${yes}`,
      ]),
      [a, c],
    )
  })

  test('headings over each list, or beside each other', () => {
    for (const [yes, no] of [
      ['Sites reçus :', 'Sites refusés :'],
      ['Établissements équipés', 'Établissements non équipés'],
      ['Sites concernés :', 'Ne sont pas concernés :'],
    ]) {
      expectOnly(`N° FINESS\n${yes ?? ''}\n${a} Nord\n${c} Port\n${no ?? ''}\n${b} Sud`, [a, c])
    }
    expectOnly(`FINESS\nSites reçus         Sites refusés\n${a} Nord      ${b} Sud\n${c} Port`, [a, c])
  })

  test.each([
    'À l’exception du site Sud.',
    'Hormis le laboratoire Sud, fermé.',
    'Sauf le site Sud',
    'À l’exclusion du site Sud.',
  ])('a sentence names the site: «%s»', (sentence) => {
    const list = `FINESS        Site\n${a}     Nord\n${b}     Sud\n${c}     Port`
    expectOnly(`${list}\n\n${sentence}`, [a, c])
    expectOnly(`La VA est prononcée. ${sentence}\n\n${list}`, [a, c])
  })

  test.each([
    ['both answers printed', (n: string, site: string) => `${n}     ${site.padEnd(10)}Oui / Non`],
    ['both answers in columns', (n: string, site: string) => `${n}     ${site.padEnd(10)}Oui       Non`],
    ['no box is ticked', (n: string, site: string) => `${n}     ${site.padEnd(10)}☐ Oui ☐ Non`],
  ])('what only drawn lines tell is in doubt: %s', (_name, row) => {
    const text = `FINESS        Site      VA\n${row(a, 'Nord')}\n${row(b, 'Sud')}`
    expectOnly(text, [a, b])
  })

  test.each([
    'Les sites barrés ne sont pas équipés.',
    'Les établissements non cochés restent à vérifier.',
    'Les sites rayés sont écartés.',
  ])('in doubt as a whole: «%s»', (sentence) => {
    expectOnly(`FINESS        Site\n${a}     Nord\n${b}     Sud\n\n${sentence}`, [a, b])
  })

  test('a row that lacks the answer of the others is left out; without a day, only in doubt', () => {
    expectOnly(
      table('FINESS        Site      VA', [`${a}     Nord      apte`, `${b}     Sud`, `${c}     Port      apte`]),
      [a, c],
    )
    expectOnly(
      table('FINESS        Site      Date', [
        `${a}     Nord      12/05/2023`,
        `${b}     Sud`,
        `${c}     Port      13/05/2023`,
      ]),
      [a, b, c],
    )
  })

  test.each([
    (site: string, n: string) => `☑  ${site.padEnd(12)}${n}     apte`,
    (site: string, n: string) => `[x] ${site.padEnd(12)}${n}     réserve : non`,
    (site: string, n: string) => `– ${site.padEnd(12)}${n}`,
    (site: string, n: string) => `   ${site.padEnd(12)}${n}     sans réserve`,
    (site: string, n: string) => `   ${site.padEnd(12)}${n}     ☒ oui ☐ non`,
  ])('what all rows say alike leaves none out, and nothing in doubt (%#)', (row) => {
    const text = `   Site        FINESS\n${row('Ferme-École', a)}\n${row('Sud', b)}`
    for (const lu of read(text)) expect(lu).toEqual({ valeurs: [a, b], sure: true })
  })

  test('«Ferme» is a name, and a new sentence below a list says nothing of it', () => {
    const text = `Livré sur site : Ferme – FINESS ${a}\nLivré sur site : Gare – FINESS ${b}\nCe bon n’est pas une facture.`
    for (const own of valeurs(text)) expect(own).toEqual([a, b])
  })
})

describe('[guide §3.2 beneficiaires] the entité juridique told in a sentence or behind its number', () => {
  test.each([
    `L’entité juridique du Client est identifiée au FINESS sous le numéro ${d} (EJ).`,
    `La VA porte sur les établissements en annexe. L’entité juridique est identifiée au FINESS sous le numéro ${d}.`,
    `L’entité juridique du Client est identifiée au FINESS sous le numéro\n${d}.`,
    `Le Client est connu au répertoire FINESS sous le numéro\n${d} (EJ).`,
    `FINESS ${d} (entité juridique)`,
    `FINESS : ${d} – EJ`,
    `N° FINESS ${d} [EJ]`,
    `FINESS juridique ${d}`,
    `Entité juridique de rattachement : n° ${d}`,
    `FINESS ${d}, entité juridique.`,
  ])('%s', (phrase) => {
    const list = `Annexe\n\nFINESS ET     Site\n${a}     Nord\n${b}     Sud`
    for (const own of valeurs(`${phrase}\n\n${list}`)) expect(own).toEqual([a, b])
    for (const own of valeurs(`${list}\n\n${phrase}`)) expect(own).toEqual([a, b])
  })

  test('what stands behind a number may name the next one', () => {
    expect(valeurs(`Client X, FINESS EJ ${d}, FINESS ET\n${a} (laboratoire)`)[0]).toEqual([a])
    expect(valeurs(`FINESS ET ${a}, EJ ${d}`)[0]).toEqual([a])
  })
})

describe('[guide §3.2 beneficiaires] a mark in one of several columns', () => {
  const rows = (marks: readonly number[]) =>
    [a, b, c].map((number, rank) => `${number}       Nord            ${' '.repeat((marks[rank] ?? 0) * 20)}X`)

  test.each([
    ['VA sans réserve     VA avec réserve     VA non', '                                        prononcée'],
    ['VA sans             VA avec             VA non', 'réserve             réserve             prononcée'],
    ['Conforme            Avec réserves       Refusé', ''],
    ['Apte                Partiel             Ajourné', ''],
  ])('%s / %s', (first, second) => {
    const pad = ' '.repeat(32)
    const heads = `FINESS          Site            ${first}\n${second === '' ? '' : `${pad}${second}\n`}`
    expectOnly(`${heads}${rows([0, 2, 1]).join('\n')}`, [a, c])
  })

  test.each(['Vague 1             Vague 2', 'Rouge               Vert'])(
    'of columns «%s» that say nothing of it',
    (first) => {
      expectOnly(`FINESS          Site            ${first}\n${rows([0, 1, 0]).join('\n')}`, [a, b, c])
    },
  )

  test('in the same column for all is no doubt', () => {
    const text = `FINESS          Site            Apte                Refusé\n${rows([0, 0, 0]).join('\n')}`
    for (const own of valeurs(text)) expect(own).toEqual([a, b, c])
    expect(anySure(text)).toBe(true)
  })
})

describe('[guide §3.2 beneficiaires] an exception in a sentence', () => {
  test.each(['à l’exception du site', 'sauf le site', 'hormis le site', 'à l’exclusion du site'])(
    '«%s» leaves out what follows it, not what stands before it in the same line',
    (words) => {
      expectOnly(
        `La VA est prononcée pour nos sites, à savoir le site Mermoz (FINESS ${d}), le site du Port\n(FINESS ${a}) et le site des Tanneurs (FINESS ${b}), ${words}\nMermoz (FINESS ${d}), dont l’installation est reportée.`,
        [a, b],
      )
    },
  )
})

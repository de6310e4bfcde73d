import { describe, expect, test } from 'vitest'
import { exampleContenu } from './examplePage'
import { readContenu } from './readContenu'

const finessOf = (text: string) => readContenu(exampleContenu(text)).finess
const valeurs = (text: string) =>
  finessOf(text)
    .map(({ valeur }) => valeur)
    .sort()
const allSure = (text: string) => finessOf(text).every(({ sure }) => sure)
const [a, b, c] = ['990001018', '990001026', '990001034']

describe('[guide §3.2 beneficiaires] a legend behind a list', () => {
  const legends = [
    'Numéros FINESS géographiques.',
    '(FINESS ET entre crochets)',
    'N° FINESS géographique de chaque site.',
    '(numéros FINESS)',
  ]
  test.each(legends)('«%s» names the numbers before it, on whatever line they stand', (legend) => {
    for (const text of [
      `Les sites équipés de la société : LBM Nord [${a}], Labo Sud [${b}], LBM\nMarché (Issanges) [${c}] ${legend}`,
      `Les sites équipés de la société : LBM Nord ${a}, Labo Sud ${b},\nLBM Marché (Issanges) ${c}.\n${legend}`,
      `Les sites équipés de la société : LBM Nord (Issanges)\n${a}, Labo Marché (Issanges) ${b}, LBM Port (Issanges) ${c}. ${legend}`,
    ]) {
      expect(valeurs(text)).toEqual([a, b, c])
      expect(allSure(text)).toBe(true)
    }
  })

  test.each(['SIREN', 'Compte', 'N° client', 'RCS', 'TVA FR12', 'FINESS juridique'])(
    'a number that is named otherwise is none of them: %s',
    (label) => {
      expect(valeurs(`Société X, ${label} ${b}\nSites équipés : LBM Nord ${a}. Numéros FINESS géographiques.`)).toEqual(
        [a],
      )
    },
  )

  test('a heading with a colon names what follows it only', () => {
    expect(valeurs(`Votre interlocuteur ${b}\nNuméros FINESS géographiques :\n${a}`)).toEqual([a])
  })

  test('a number like the others that nothing names puts the list in doubt', () => {
    const text = `LBM Sud ${b}\n\n\n\nSites :\nLBM Nord : FINESS ${a}`
    expect(valeurs(text)).toEqual([a])
    expect(allSure(text)).toBe(false)
  })
})

describe('[guide §3.2 beneficiaires] a site that the document leaves out', () => {
  const sentences = [
    `Le site de Lannouarn (FINESS ${b}), fermé depuis le 11 juin 2022, n’est pas concerné.`,
    `À l’exception du site de Lannouarn (FINESS ${b}).`,
    `Le site Port (FINESS ${b}) est exclu de la demande.`,
    `Site FINESS ${b}, non concerné`,
    `Le site de Lannouarn (FINESS ${b}), fermé depuis le 11 juin\n2022, n’est pas concerné.`,
  ]
  test.each(sentences)('%s', (sentence) => {
    for (const list of [
      `Site           FINESS\nNord           ${a}\nSud            ${c}`,
      `FINESS ${a}\nFINESS ${c}`,
    ]) {
      expect(valeurs(`${list}\n${sentence}`)).toEqual([a, c])
      expect(allSure(`${list}\n${sentence}`)).toBe(false)
    }
  })

  test('what another sentence denies says nothing of it', () => {
    expect(
      allSure(
        `Aucune anomalie n’a été relevée. La TVA n’est pas due. Site FINESS ${a}.\nL’escompte n’est pas accordé.`,
      ),
    ).toBe(true)
  })
})

test.each(['99 0001 01 8', '99 000 10 18', '990-001-018', '99.0001.018', '99 00 01 01 8'])(
  '[guide §3.2 beneficiaires] digits grouped as «%s» are a number when their key holds',
  (written) => {
    expect(valeurs(`N° FINESS géographique :\n– ${written}, Site Hôpital, Vaucressac`)).toEqual([a])
    expect(valeurs(`Site           FINESS\nNord           ${written}`)).toEqual([a])
    expect(valeurs(`N° FINESS géographique :\n– ${written.replace(/8$/, '7')}, Site Hôpital`)).not.toContain(a)
  },
)

test.each(['–', '-', '—', '|', '•'])(
  '[guide §3.2 beneficiaires] «entité juridique» behind «%s» in a letterhead',
  (dash) => {
    const head = `N° SIRET 73282932000074 ${dash} RCS Issanges ${dash} entité juridique FINESS ${b}`
    expect(valeurs(`${head}\n\nSite Centre : FINESS ${a}`)).toEqual([a])
  },
)

test('[guide §3.2 beneficiaires] a block beside a table has its own heading', () => {
  const text = [
    'SIRET : 73282932000074        Laboratoire               FINESS ET',
    'FINESS juridique :',
    `${c}                     Site Port                 ${a}`,
    `                              Site Nord                 ${b}`,
  ].join('\n')
  expect(valeurs(text)).toEqual([a, b])
})

describe('[guide §3.2 beneficiaires] headings that say «établissement», and not FINESS', () => {
  const heads = ['N° établissement', 'Code ET', 'Identifiant géographique', 'Code établissement', 'N° ET']
  test.each(heads)('«%s»: offered, in doubt', (head) => {
    for (const text of [
      `Site                ${head}\nNord                ${a}\nSud                 ${b}`,
      `${head} : ${a}\n${head} : ${b}`,
      `Code EJ             ${head}\n${c}           ${a}\n${c}           ${b}`,
    ]) {
      expect(valeurs(text)).toEqual([a, b])
      expect(allSure(text)).toBe(false)
    }
  })

  test('«EJ» and «ET» alone head two columns', () => {
    expect(valeurs(`EJ                  ET\n${c}           ${a}`)).toEqual([a])
  })

  test('a number whose key does not hold is none', () => {
    expect(valeurs('Code établissement : 990001019')).toEqual([])
  })
})

describe('[guide §3.2 beneficiaires] both kinds under one label', () => {
  test.each(['FINESS (EJ / ET)', 'FINESS EJ / FINESS ET', 'FINESS EJ/ET', 'N° FINESS juridique / géographique'])(
    '«%s»',
    (label) => {
      for (const text of [
        `${label} : ${c} / ${a}`,
        `${label} : ${c} – ${a}`,
        `Site                ${label}\nNord                ${c} / ${a}`,
      ])
        expect(valeurs(text)).toEqual([a])
    },
  )

  test('«EJ» and «ET» beside their numbers, without the word: in doubt', () => {
    for (const text of [`EJ ${c} – ET ${a}`, `EJ : ${c} / ET : ${a}`]) {
      expect(valeurs(text)).toEqual([a])
      expect(allSure(text)).toBe(false)
    }
  })

  test('a heading of sites below one of the entité juridique', () => {
    const text = `Établissement juridique : FINESS ${c}\nÉtablissements géographiques :\n- Nord : ${a}\n- Sud : ${b}`
    expect(valeurs(text)).toEqual([a, b])
  })

  test('two that a stroke parts', () => {
    expect(valeurs(`FINESS ET : ${a}/${b}`)).toEqual([a, b])
  })

  test('a legend over a table', () => {
    expect(valeurs(`1  Nord   Lyon   ${a}\n2  Sud    Lyon   ${b}\nNuméros FINESS ET ci-dessus de la liste`)).toEqual([
      a,
      b,
    ])
  })
})

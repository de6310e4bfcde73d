import type { Chance } from './chance'
import type { Bloc } from './feuille'
import { mot } from './mots'
import type { Fabrique } from './parties'

/** How the sale is taxed, or what is taken off. */
export type Regime = 'normal' | 'sansTVA' | 'dom' | 'taux' | 'tauxSansTotal' | 'remise' | 'avance'

const regimes: readonly Regime[] = [
  'normal',
  'normal',
  'normal',
  'normal',
  'sansTVA',
  'dom',
  'taux',
  'remise',
  'avance',
]
export const drawRegime = (chance: Chance): Regime => chance.one(regimes)

const exoneration = [
  'TVA non applicable, article 293 B du CGI',
  'Autoliquidation – TVA due par le preneur',
  'Exonération de TVA, article 261 du CGI',
]
const percent = (rate: number) => `${String(rate).replace('.', ',')} %`

/** The articles sold and the totals. */
export function totauxBlocs(fabrique: Fabrique, regime: Regime): Bloc[] {
  const {
    affaire: { ht },
    chance,
  } = fabrique
  const second = regime === 'taux' || regime === 'tauxSansTotal' ? Math.round(ht / 10) : 0
  const parts =
    second > 0
      ? ([
          [ht - second, 20],
          [second, 5.5],
        ] as const)
      : ([[ht, regime === 'dom' ? 8.5 : regime === 'sansTVA' ? 0 : 20]] as const)
  const remise = regime === 'remise' ? 10_000 * chance.int(1, 9) : 0
  return [articles(fabrique, parts, remise), ...totaux(fabrique, parts, regime, remise)]
}

type Part = readonly [base: number, rate: number]

function articles({ plume: { montant }, chance, reserve }: Fabrique, parts: readonly Part[], remise: number): Bloc {
  const lines = parts.flatMap(([base, rate], rank) => {
    const whole = rank === 0 ? base + remise : base
    const label = `${mot(chance, 'prestation', reserve)}${rank > 0 ? ' – formation' : ''}`
    const cut = chance.yes(0.4) ? Math.round(whole / 3) : 0
    return [whole - cut, cut]
      .filter(Boolean)
      .map((amount, index) => [
        index > 0 ? `${label} (paramétrage Ségur)` : label,
        '1',
        percent(rate),
        montant(amount),
        montant(amount),
      ])
  })
  if (remise > 0) lines.push(['Remise commerciale', '', '', '', montant(-remise)])
  const heads = ['Désignation', 'Qté', 'TVA', 'PU HT', 'Montant HT']
  const keep = chance.yes(0.5) ? [0, 1, 2, 3, 4] : [0, 1, 4]
  const pick = (row: readonly string[]) => keep.map((rank) => row[rank] ?? '')
  return { kind: 'tableau', entetes: pick(heads), rangs: lines.map(pick), nombres: keep.length - 1 }
}

function totaux(
  { plume: { montant }, chance, reserve, affaire: { ht } }: Fabrique,
  parts: readonly Part[],
  regime: Regime,
  remise: number,
): Bloc[] {
  const tvas = parts.map(([base, rate]) => Math.round((base * rate) / 100))
  const tva = tvas.reduce((sum, one) => sum + one, 0)
  const libelleHt = mot(chance, 'ht', reserve)
  const label = {
    ht: libelleHt,
    tva: mot(chance, 'tva', reserve).replace(
      / ?\(?(?:à )?20(?:,00)? %\)?/,
      parts.length > 1 || regime !== 'normal' ? '' : '$&',
    ),
    ttc: mot(chance, 'ttc', reserve),
  }
  if (regime === 'sansTVA') {
    const rows: [string, string][] = [[chance.one(['Net à payer', 'Total à payer', 'Total', label.ht]), montant(ht)]]
    return [...place(rows, chance), { kind: 'texte', lignes: [chance.one(exoneration)] }]
  }
  const bases: Bloc[] = parts.length > 1 || chance.yes(0.25) ? [basesBloc({ montant, chance }, parts, tvas)] : []
  const rows: [string, string][] = regime === 'tauxSansTotal' ? [] : [[label.ht, montant(ht)]]
  if (remise > 0) rows.unshift(['Total HT brut', montant(ht + remise)], ['Remise', montant(-remise)])
  if (regime === 'tauxSansTotal') rows.push([label.ttc, montant(ht + tva)])
  else rows.push([label.tva, montant(tva)], [label.ttc, montant(ht + tva)])
  if (regime === 'avance')
    rows.push(
      ['Avance ASP déjà versée', montant(-Math.round((ht + tva) * 0.3))],
      ['Reste à payer', montant(ht + tva - Math.round((ht + tva) * 0.3))],
    )
  return [...bases, ...place(rows, chance)]
}

function basesBloc(
  { montant, chance }: { montant: (cents: number) => string; chance: Chance },
  parts: readonly Part[],
  tvas: readonly number[],
): Bloc {
  const rows = parts.map(([base, rate], rank) => [percent(rate), montant(base), montant(tvas[rank] ?? 0)])
  if (chance.yes(0.6)) return { kind: 'tableau', entetes: ['Taux', 'Base HT', 'Montant TVA'], rangs: rows, nombres: 2 }
  return {
    kind: 'paires',
    pose: 'colonnes',
    paires: rows.flatMap(
      ([rate = '', base = '', tax = '']) =>
        [
          [`Base HT à ${rate}`, base],
          [`TVA ${rate}`, tax],
        ] as [string, string][],
    ),
  }
}

/** The totals' rows: right of the page, in a band, under their labels, or in a sentence. */
function place(rows: readonly (readonly [string, string])[], chance: Chance): Bloc[] {
  const pose = chance.one(['colonnes', 'colonnes', 'bande', 'dessous', 'deux-points'] as const)
  const block: Bloc = { kind: 'paires', paires: rows, pose }
  return pose === 'bande' || chance.yes(0.3) ? [block] : [{ kind: 'cote', gauche: [], droite: [block] }]
}

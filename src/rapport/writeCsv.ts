import { unparse } from 'papaparse'
import type { Colonne, Rapport } from './section'

const colonnes: readonly (readonly [Colonne, string])[] = [
  ['demande', 'Demande'],
  ['objet', 'Objet'],
  ['resultat', 'Résultat'],
  ['detail', 'Détail'],
  ['guide', 'Guide'],
  ['le', 'Le'],
  ['motif', 'Motif'],
]

// A spreadsheet would run what begins so as a formula, the full-width signs of East Asian keyboards too.
const formula = /^\s*[=+\-@＝＋－＠\t\r|]/u

// Where commas or tabs part cells, as in English settings, one begins after each of them.
const formulaInside = /([,\t][\s"]*)(?=[=@＝＠|]|[+\-＋－](?!\s))/gu

/** Text of a cell that no spreadsheet runs, whichever sign parts its cells: `'` stands before what would begin a formula. */
const harmless = (text: string) => text.replace(formulaInside, "$1'")

/** A report → the text of a CSV that spreadsheets of French computers open by a double click: `;`, UTF-8 with BOM, CRLF. */
export const writeCsv = ({ verdict, sections }: Rapport): string =>
  `\ufeff${unparse(
    {
      fields: ['Rubrique', ...colonnes.map(([, nom]) => nom)],
      data: [
        ['Verdict', '', '', verdict, '', '', '', ''],
        ...sections.flatMap(({ titre, lignes }) =>
          lignes.map((ligne) => [titre, ...colonnes.map(([colonne]) => harmless(ligne[colonne] ?? ''))]),
        ),
      ],
    },
    { delimiter: ';', newline: '\r\n', escapeFormulae: formula },
  )}\r\n`

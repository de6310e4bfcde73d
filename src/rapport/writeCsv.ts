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

/** A report → the text of a CSV that spreadsheets of French computers open by a double click: `;`, UTF-8 with BOM, CRLF. */
export const writeCsv = ({ verdict, sections }: Rapport): string =>
  `\ufeff${unparse(
    {
      fields: ['Rubrique', ...colonnes.map(([, nom]) => nom)],
      data: [
        ['Verdict', '', '', verdict, '', '', '', ''],
        ...sections.flatMap(({ titre, lignes }) =>
          lignes.map((ligne) => [titre, ...colonnes.map(([colonne]) => ligne[colonne] ?? '')]),
        ),
      ],
    },
    { delimiter: ';', newline: '\r\n', escapeFormulae: formula },
  )}\r\n`

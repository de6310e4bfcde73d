import { feuille } from './feuille'
import type { Ligne, Rapport, Section } from './section'

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

// Control characters have no place in a page, and half a pair of an emoji cannot be written in UTF-8.
const escapeText = (text: string) =>
  text
    .replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '\ufffd')

/** A report → the text of a page that stands by itself: nothing to load, no script, to be printed or kept. */
export const writeHtml = ({ titre, verdict, signe, sections }: Rapport): string => `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(titre)}</title>
<style>${feuille}</style>
</head>
<body>
<main>
<h1>${escapeText(titre)}</h1>
<p class="verdict">${signe} ${escapeText(verdict)}</p>
${sections.map(writeSection).join('\n')}
<footer>Outil indépendant, sans lien avec l’ASP ni l’ANS.</footer>
</main>
</body>
</html>
`

const writeSection = (section: Section) => `<section>
<h2>${escapeText(section.titre)}</h2>
${section.lignes.length === 0 ? `<p>${escapeText(section.vide)}</p>` : writeTable(section)}
</section>`

const writeTable = ({ titre, colonnes, lignes }: Section) => `<table aria-label="${escapeText(titre)}">
<thead><tr>${colonnes.map(({ nom }) => `<th scope="col">${escapeText(nom)}</th>`).join('')}</tr></thead>
<tbody>
${lignes.map((ligne) => writeLigne(ligne, colonnes)).join('\n')}
</tbody>
</table>`

const writeLigne = (ligne: Ligne, colonnes: Section['colonnes']) =>
  `<tr>${colonnes.map(({ colonne }) => `<td class="${colonne}">${escapeText(ligne[colonne] ?? '')}</td>`).join('')}</tr>`

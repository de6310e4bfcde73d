import { isSiretKeyRight, parseSiret, type Siret } from '../dossier/siret'
import { profil } from '../format/profil'
import type { Lu, SiretLu } from './lecture'
import { type Ligne } from './lines'
import { cellAbove, cellLeft, cellOf, hasWords, luAt, type Lieu } from './voisins'

const max = 500
const siretPattern =
  /(?<![\p{L}\d.,-])\d{3}[ .]?\d{3}[ .]?\d{3}[ .]{0,3}(?:\d{5}|\d{3} ?\d{2}|\d \d{4})(?![\d\p{L}]|[.,]\d)/gu

interface SiretTrouve extends Lieu {
  siret: Siret
  poids: number
  libelle: boolean
}

/** Every SIRET of the lines, each once; whose it is, by the words around it. A number without key needs the word. guide §3.2 */
export function readSirets(lignes: readonly Ligne[]): SiretLu[] {
  const issues = sirensOfIssuer(lignes)
  const found = [...lignes.flatMap((ligne) => findSirets(ligne, lignes)), ...findBrokenSirets(lignes)].slice(0, max)
  return [...new Set(found.map(({ siret }) => siret))].flatMap((siret) => {
    const same = found.filter((other) => other.siret === siret)
    const [place] = same.toSorted((a, b) => Math.abs(b.poids) - Math.abs(a.poids))
    const poids = same.reduce((sum, other) => sum + other.poids, 0) + (issues.has(siret.slice(0, 9)) ? 3 : 0)
    if (!place || !(isSiretKeyRight(siret) || same.some(({ libelle }) => libelle))) return []
    const doute = isSiretKeyRight(siret) ? null : 'La clé de ce SIRET ne correspond pas.'
    return [{ ...luAt(siret, place, doute), role: poids > 1 ? 'fournisseur' : poids < -1 ? 'client' : null }]
  })
}

/** SIREN in a line of legal mentions (capital, RCS): a letterhead prints its own company's, not its client's. */
const sirensOfIssuer = (lignes: readonly Ligne[]): ReadonlySet<string> =>
  new Set(
    lignes
      .filter(({ plie }) => /capital/.test(plie) && /\br\.?c\.?s\b/.test(plie))
      .flatMap(({ plie }) => [...plie.matchAll(/\br\.?c\.?s\b[^\d\n]{0,40}(\d{3}[ .]?\d{3}[ .]?\d{3})(?!\d)/g)])
      .map(([, siren = '']) => siren.replace(/\D/g, '')),
  )

function findSirets(ligne: Ligne, lignes: readonly Ligne[]): SiretTrouve[] {
  return [...ligne.plie.matchAll(siretPattern)].flatMap((match) => {
    const siret = parseSiret(match[0])
    const lieu = { ligne, debut: match.index, fin: match.index + match[0].length }
    return siret ? [{ ...lieu, siret, ...weighSiret(lieu, lignes) }] : []
  })
}

/** «SIRET 999 001 019» at the end of a line, «00010» at the beginning of the next. */
function findBrokenSirets(lignes: readonly Ligne[]): SiretTrouve[] {
  return lignes.flatMap((ligne, rank) => {
    const start = /\bsiret\b[^\d\t]{0,20}(\d{3} ?\d{3}(?: ?\d{3})?)$/.exec(ligne.plie.trimEnd())
    const rest = /^\s*(\d{3} ?\d{5}|\d{5})(?!\d)/.exec(lignes[rank + 1]?.plie ?? '')
    const siret = start && rest ? parseSiret((start[1] ?? '') + (rest[1] ?? '')) : null
    if (!siret || !start) return []
    const fin = ligne.plie.trimEnd().length
    const lieu = { ligne, debut: fin - (start[1] ?? '').length, fin }
    return [{ ...lieu, siret, ...weighSiret(lieu, lignes) }]
  })
}

const fournisseur =
  /fournisseur|prestataire|vendeur|emetteur|editeur|titulaire|fourni(?:e|t|s)? par|vendu par|realisee? par|(?:livre|edite|installe|propose|facture)e?s? par|(?:solution|logiciel|\bsgl|progiciel|societe) (?:de (?!gestion)|d')/
const client =
  /client|acheteur|destinataire|beneficiaire|facturee? a\b|adresse de facturation|livre a\b|payeur|debiteur|laboratoire|acquereur|votre siret/
const mentions = /capital|\br\.?c\.?s\b|\bape\b|\bnaf\b|siege social|intracom|\brcs\b/

/** Positive: the supplier's; negative: the client's; near 0: nobody's. */
function weighSiret(lieu: Lieu, lignes: readonly Ligne[]): { poids: number; libelle: boolean } {
  const { ligne, debut, fin } = lieu
  const start = cellOf(lieu)?.debut ?? 0
  const own = ligne.plie.slice(Math.max(start, debut - 120), debut)
  const prefix = hasWords(own) ? own : (cellLeft(lieu, ({ plie }) => hasWords(plie), 2)?.plie ?? own)
  const libelle = /siret/.test(prefix) || /siret/.test(cellAbove(lieu, lignes, () => true, 1)?.cellule.plie ?? '')
  // A sentence that began on the line before: «… fournie par / X SAS, SIRET …».
  const sentence =
    start === 0 &&
    /fourni|vendu|realis|livre|edite|\bsiret(?: n[°o]\.?)? ?:?$/.test(lignes[ligne.rang - 1]?.plie.trimEnd() ?? '')
  const party =
    lastWord(prefix) ?? (sentence ? lastWord(`${lignes[ligne.rang - 1]?.plie.slice(-120) ?? ''} ${own}`) : null)
  if (party) return { poids: party === 'client' ? -4 : 4, libelle }
  const legal = mentions.test(ligne.plie.slice(start, fin + 120)) ? 3 : 0
  return { poids: legal + (ligne.position > 0.85 ? 1 : blockOf(lieu, lignes)), libelle }
}

/** The last of the two parties that a text names. */
function lastWord(text: string): 'fournisseur' | 'client' | null {
  const at = (pattern: RegExp) => [...text.matchAll(new RegExp(pattern, 'g'))].at(-1)?.index ?? -1
  const [seller, buyer] = [at(fournisseur), at(client)]
  return seller === buyer ? null : seller > buyer ? 'fournisseur' : 'client'
}

// «Facture client», «avoir fournisseur» name the document, and no party of it.
const titled = /^\s*(?:facture(?! a\b)|avoir|note|releve|attestation|bon|devis)\b/

/** The party that a heading names; «Doit» is how invoices have always begun the client's block. */
const partyOf = (heading: string) =>
  titled.test(heading) ? null : /^\s*doit\b/.test(heading) ? 'client' : lastWord(heading.slice(0, 60))

/** Weight of the party whose block of lines the number stands in: a heading above it, in its column or alone in its line. */
function blockOf(lieu: Lieu, lignes: readonly Ligne[]): number {
  const { ligne } = lieu
  const above = cellAbove(lieu, lignes, ({ plie }) => partyOf(plie) !== null, 9)
  const alone = lignes
    .slice(Math.max(0, ligne.rang - 6), ligne.rang)
    .findLast(({ cellules, plie }) => cellules.length === 1 && plie.length <= 40 && partyOf(plie) !== null)
  const heading =
    above && (!alone || above.ligne.rang >= alone.rang) ? above : alone && { cellule: alone, ligne: alone }
  if (!heading || heading.ligne.page !== ligne.page) return 0
  if (ligne.bas - heading.ligne.bas > 16 * Math.max(ligne.hauteur, 7)) return 0
  return partyOf(heading.cellule.plie) === 'client' ? -4 : 3
}

/** The supplier's SIRET: the one that more speaks for than for any other; sure when nothing else comes near. */
export function readSiretFournisseur(sirets: readonly SiretLu[]): Lu<Siret> | null {
  const sellers = sirets.filter(({ role }) => role === 'fournisseur')
  const [first] = sellers.length > 0 ? sellers : sirets.filter(({ role }) => role === null)
  if (!first) return null
  const { role, ...lu } = first
  // Of two numbers, when one is the client's, the other is the supplier's.
  const only = sirets.length === 2 && sirets.some((other) => other.role === 'client')
  const doute =
    sellers.length > 1
      ? 'Plusieurs SIRET peuvent être celui du fournisseur.'
      : role === null && !only
        ? 'Rien ne dit que ce SIRET est celui du fournisseur.'
        : lu.doute
  return { ...lu, sure: doute === null, doute }
}

const numeroASPPattern = new RegExp(
  String.raw`(?<![\p{L}\d])${profil.prefixeNumeroASP.toLowerCase()}[ -]?(\d{3} ?\d{3})(?![\p{L}\d])`,
  'gu',
)

/** The ASP file number (`FINBIO` and six digits), wherever it stands; a doubt when there are several. guide §3.2 */
export function readNumeroASP(lignes: readonly Ligne[]): Lu<string> | null {
  const found = lignes.flatMap((ligne) =>
    [...ligne.plie.matchAll(numeroASPPattern)].map((match) => ({
      numero: writeNumeroASP(match),
      lieu: { ligne, debut: match.index, fin: match.index + match[0].length },
    })),
  )
  const [first] = found
  if (!first) return null
  const all = [...new Set(found.map(({ numero }) => numero))]
  const doute = all.length > 1 ? `Plusieurs numéros de dossier ASP : ${all.slice(0, 4).join(', ')}.` : null
  return luAt(first.numero, first.lieu, doute)
}

const writeNumeroASP = (match: RegExpMatchArray) => profil.prefixeNumeroASP + (match[1] ?? '').replace(' ', '')

const numeroEditeurPattern =
  /(?:n[°o.]|numero|num\.?|identifiant) ?(?:d'|de l'|de )?(?:demande )?editeur[ \t:]*([a-z0-9]{5})(?![a-z0-9])/g

/** Five-character numbers that a text calls «numéro éditeur». */
export function readNumerosEditeur(lignes: readonly Ligne[]): string[] {
  const found = lignes.flatMap(({ plie, texte }) =>
    [...plie.matchAll(numeroEditeurPattern)].map((match) => {
      const end = match.index + match[0].length
      return texte.slice(end - profil.longueurs.numeroEditeur, end)
    }),
  )
  return [...new Set(found)].filter((numero) => /\d/.test(numero)).slice(0, 20)
}

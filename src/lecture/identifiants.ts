import { isSiretKeyRight, parseSiret, type Siret } from '../dossier/siret'
import { profil } from '../format/profil'
import { cellsAbove, cellsBelow, isNext, labelAbove } from './etiquettes'
import type { Cadre, Lu, SiretLu } from './lecture'
import { frameOf, type Ligne } from './lines'
import { acheteurPublic, fourniPar, imprime, vendeur } from './parties'
import { isOfClientBlock, isOfEmetteur, partyBehind, partyLeftOfBlock, partyOfRow, weighOfLetter } from './siretPlace'
import { partyOfPhrase, sigle, weighOfAttestation, type Party } from './siretPhrases'
import { cellLeft, cellOf, hasWords, luAt, type Lieu } from './voisins'

const max = 500
const siretPattern =
  /(?<![\p{L}\d.,-])(?:\d{3}[ .]?\d{3}[ .]?\d{3}[ .]{0,3}(?:\d{5}|\d{3} ?\d{2}|\d{2} \d{3}|\d \d{4})|(?<!\d )\d(?: \d){13}(?! \d))(?![\d\p{L}]|[.,]\d)/gu

interface Poids {
  /** Positive: the supplier's; negative: the client's; near 0: nobody's. */
  poids: number
  /** The word SIRET names it. */
  libelle: boolean
  /** Its own label says whose it is: «SIRET du fournisseur». */
  nomme: boolean
}

interface SiretTrouve extends Lieu, Poids {
  siret: Siret
}

/** Every SIRET of the lines, each once; whose it is, by the words around it. A number without key needs the word. An `attestation` is the client's own letter. guide §3.2 */
export function readSirets(lignes: readonly Ligne[], attestation = false): SiretLu[] {
  const issues = attestation ? new Set<string>() : sirensOfIssuer(lignes)
  const found = [
    ...lignes.flatMap((ligne) => findSirets(ligne, lignes, attestation)),
    ...findBrokenSirets(lignes, attestation),
  ].slice(0, max)
  const weighed = [...new Set(found.map(({ siret }) => siret))].flatMap((siret) => {
    const same = found.filter((other) => other.siret === siret)
    const [place] = same.toSorted((a, b) => Math.abs(b.poids) - Math.abs(a.poids))
    const poids = same.reduce((sum, other) => sum + other.poids, 0) + (issues.has(siret.slice(0, 9)) ? 3 : 0)
    if (!place || !(isSiretKeyRight(siret) || same.some(({ libelle }) => libelle))) return []
    const doute = isSiretKeyRight(siret) ? null : 'La clé de ce SIRET ne correspond pas.'
    const nomme = poids > 1 && same.some((other) => other.nomme)
    return [{ poids, nomme, lu: luAt(siret, place, doute) }]
  })
  // Beside «SIRET du fournisseur», what only stands in some block is not said to be the supplier's.
  const isNomme = weighed.some(({ nomme }) => nomme)
  const roleOf = ({ poids, nomme }: { poids: number; nomme: boolean }) =>
    poids > 1 && (nomme || !isNomme) ? 'fournisseur' : poids < -1 ? 'client' : null
  return weighed.sort((a, b) => b.poids - a.poids).map((one): SiretLu => ({ ...one.lu, role: roleOf(one) }))
}

/** SIREN in a line of legal mentions (capital, RCS): a letterhead prints its own company's, not its client's. */
const sirensOfIssuer = (lignes: readonly Ligne[]): ReadonlySet<string> =>
  new Set(
    lignes
      .filter(({ plie }) => /capital/.test(plie) && /\br\.?c\.?s\b/.test(plie))
      .flatMap(({ plie }) => [...plie.matchAll(/\br\.?c\.?s\b[^\d\n]{0,40}(\d{3}[ .]?\d{3}[ .]?\d{3})(?!\d)/g)])
      .map(([, siren = '']) => siren.replace(/\D/g, '')),
  )

function findSirets(ligne: Ligne, lignes: readonly Ligne[], attestation: boolean): SiretTrouve[] {
  return [...ligne.plie.matchAll(siretPattern)].flatMap((match) => {
    const siret = parseSiret(match[0])
    const lieu = { ligne, debut: match.index, fin: match.index + match[0].length }
    return siret ? [{ ...lieu, siret, ...weighSiret(lieu, lignes, attestation) }] : []
  })
}

/** «SIRET 999 001 019» at the end of a cell, «00010» at the beginning of what stands below it; broken at any of its groups. */
function findBrokenSirets(lignes: readonly Ligne[], attestation: boolean): SiretTrouve[] {
  return lignes.flatMap((ligne) =>
    ligne.cellules.slice(0, 40).flatMap((cellule) => {
      const start = /\bsiret\b[^\d\t]{0,20}(\d{3}(?: ?\d{3}){0,2})$/.exec(cellule.plie)?.[1]
      const below = start === undefined ? undefined : cellsBelow(cellule, ligne, lignes)[0]
      const rest = /^(?:\d{3} ?){0,2}(?:\d{5}|\d{3} ?\d{2}|\d{2} \d{3})(?!\d)/.exec(below?.cellule.plie ?? '')?.[0]
      const siret = rest === undefined ? null : parseSiret(`${start ?? ''}${rest}`)
      if (start === undefined || !siret) return []
      const lieu = { ligne, debut: cellule.fin - start.length, fin: cellule.fin }
      return [{ ...lieu, siret, ...weighSiret(lieu, lignes, attestation) }]
    }),
  )
}

const fournisseur = new RegExp(
  `${vendeur}|(?<!(?:service|etablissement|structure) )emetteur(?! ${imprime})|destinataire ${imprime}|${fourniPar}|(?:solution|logiciel|\\bsgl|progiciel|societe) (?:de (?!gestion)|d')`,
)
// «Informatique de laboratoire» is what a supplier sells.
const client = new RegExp(
  `${acheteurPublic}|emetteur ${imprime}|destinataire(?! ${imprime})|` +
    String.raw`client|acheteur|beneficiaire|facturee? a\b|adresse de facturation|livre a\b|payeur|(?<!\b(?:informatiques?|logiciels?|progiciels?|solutions?|systemes?|gestion|outils?|services?|editeur)\b[a-z' ]{0,25} (?:de|des|du|pour|aux?) (?:le |la |les )?)laboratoire|acquereur|votre siret|adressee? a\b|\bbill to|\bsold to|\bship to`,
)
const mentions = /capital|\br\.?c\.?s\b|\bape\b|\bnaf\b|siege social|intracom|\brcs\b/

/** Whose a number is. An attestation's «émetteur» may be who writes it as well as who sold. */
function weighSiret(lieu: Lieu, lignes: readonly Ligne[], attestation: boolean): Poids {
  const place = weighPlace(lieu, lignes, attestation)
  const isOpen = attestation && place.poids > 1 && isOfEmetteur(lieu, lignes)
  return isOpen ? { ...place, poids: 0, nomme: false } : place
}

/** Whose a number is by its label, its row, its sentence, the block it stands in. */
function weighPlace(lieu: Lieu, lignes: readonly Ligne[], attestation: boolean): Poids {
  const { ligne, debut, fin } = lieu
  const start = cellOf(lieu)?.debut ?? 0
  const own = ligne.plie.slice(Math.max(start, debut - 120), debut)
  const prefix = hasWords(own) ? own : (cellLeft(lieu, ({ plie }) => hasWords(plie), 2)?.plie ?? own)
  const head = labelAbove(lieu, lignes)
  const heading = hasWords(own) || head === null || !/siret/.test(head.plie) ? null : head
  const libelle = /siret/.test(prefix) || heading !== null
  const phrase = `${own === '' || start + own.length === debut ? goesOnFrom(lieu, lignes) : ''} ${own}`.trim()
  const isTold = /fourni|vendu|realis|livre|edite|\bsiret(?: n[°o]\.?)? ?:?$/.test(phrase)
  const named = heading
    ? lastWord(heading.plie)
    : /\bsiret\b[^a-z\d]*(?:n[°o]\.? )?(?:du |de l'|de la |de )?[a-z]+/.test(prefix)
      ? lastWord(prefix)
      : null
  if (named) return { poids: weights[named], libelle: true, nomme: true }
  const attested = attestation ? weighOfAttestation(phrase, ligne.plie.slice(fin)) : 0
  if (attested !== 0 && partyBehind(lieu, lignes) === null) return { poids: attested, libelle: true, nomme: false }
  const party =
    partyBehind(lieu, lignes) ??
    lastWord(prefix) ??
    partyOfPhrase(phrase) ??
    partyOfRow(lieu) ??
    (heading ? partyOfRow({ ligne: heading.ligne, debut: heading.cellule.debut }) : null) ??
    partyLeftOfBlock(lieu, lignes) ??
    (phrase !== own.trim() && isTold ? lastWord(phrase) : null) ??
    (attestation && isLaboratoire(lieu, lignes) ? 'client' : null)
  if (party) return { poids: weights[party], libelle: libelle || /siret[^a-z]*$/.test(phrase), nomme: false }
  // «… et de la société X (SIRET …»: a sentence names its parties itself.
  if (/\((?:n[°o]\.? ?(?:de )?)?siret[^\d(]{0,12}$/.test(own) && own.length > 30)
    return { poids: 0, libelle, nomme: false }
  const block = ligne.position > 0.85 ? null : blockOf(lieu, lignes)
  const letter = attestation ? weighOfLetter(lieu, lignes, block ?? 0) : null
  if (letter !== null) return { poids: letter, libelle, nomme: false }
  const legal = (mentions.test(ligne.plie.slice(start, fin + 120)) ? 3 : 0) + (block ?? 1)
  const isClient = legal === 0 && !attestation && isOfClientBlock(lieu, lignes)
  return { poids: isClient ? -2 : legal, libelle, nomme: false }
}

/** What a sentence says in the line above, in the same column, when the cell of a number goes on with it; else ''. */
function goesOnFrom(lieu: Lieu, lignes: readonly Ligne[]): string {
  const cellule = cellOf(lieu)
  const above = cellule && cellsAbove(cellule, lieu.ligne, lignes)[0]?.cellule
  // What begins with a label of its own goes on with nothing.
  const isApart =
    !cellule || !above || /^(?:n[°o]\.? ?)?(?:siret|siren|tva|finess)\b|^[^a-z]*\bsiret ?:/.test(cellule.plie)
  return isApart || /(?<!\bsiret(?: n[°o]\.?)? ?)[.:]\s*$/.test(above.plie.replace(sigle, 'x'))
    ? ''
    : above.plie.slice(-120)
}

/** Whether a FINESS stands beside the SIRET, or right below or above it in its block: then they are a laboratory's, not a supplier's. */
function isLaboratoire(lieu: Lieu, lignes: readonly Ligne[]): boolean {
  const cellule = cellOf(lieu)
  if (!cellule || !/^[^a-z]*(?:n[°o]\.? ?)?siret\b/.test(cellule.plie)) return false
  const near = [cellsAbove(cellule, lieu.ligne, lignes)[0], cellsBelow(cellule, lieu.ligne, lignes)[0]]
  const block = near.flatMap((one) => (one && Math.abs(one.cellule.x - cellule.x) < 2 ? [one.cellule.plie] : []))
  return (
    /\bfiness\b/.test(cellule.plie) || block.some((plie) => /^(?:n[°o]\.? ?)?(?:finess|entite juridique)\b/.test(plie))
  )
}

/** The last of the two parties that a text names. */
function lastWord(text: string): Party | null {
  const at = (pattern: RegExp) => [...text.matchAll(new RegExp(pattern, 'g'))].at(-1)?.index ?? -1
  const [seller, buyer] = [at(fournisseur), at(client)]
  return seller === buyer ? null : seller > buyer ? 'fournisseur' : 'client'
}

// «Facture client», «avoir fournisseur» name the document, «code fournisseur» a number that a client gives: no party.
const titled =
  /^\s*(?:facture(?! a\b)|avoir|note|releve|attestation|bon|devis)\b|^\s*(?:(?:votre|notre) )?(?:n[°o]\.?|numero|code|ref[a-z]*\.?|identifiant|compte) (?:de |du )?(?:fournisseur|tiers|titulaire|prestataire)\b/
/** «A – Identification du titulaire» is the heading «titulaire». */
const annonce =
  /^(?:[a-z0-9]{1,2} ?[.)–-] ?)?(?:identification|identite|coordonnees|designation|renseignements?|informations?) (?:du |de la |de l'|des |relative?s? (?:au |a la |a l')|concernant (?:le |la |l'))/

/** The party that a heading names; «Doit» is how invoices have always begun the client's block. */
function partyOf(heading: string): Party | null {
  // In two languages the first says it.
  const plie = (heading.split(' / ')[0] ?? heading).replace(annonce, '')
  if (plie.length > 40 || titled.test(plie)) return null
  return /^\s*doit\b/.test(plie) ? 'client' : lastWord(plie)
}

/** Weight of the party whose block of lines the number stands in, by the nearest heading above it. */
function blockOf(lieu: Lieu, lignes: readonly Ligne[]): number {
  const { ligne, debut, fin } = lieu
  const own = frameOf(ligne, debut, fin)
  const left = cellOf(lieu)?.x ?? own.x
  const isOver = ({ cellules }: Ligne) =>
    cellules.some(({ x, droite }) => x < own.x + own.largeur + 2 && droite > left - 2)
  let beside: { party: Party; ligne: Ligne } | null = null
  for (let rang = ligne.rang - 1; rang >= Math.max(0, ligne.rang - blockMax); rang--) {
    const above = lignes[rang]
    if (above?.page !== ligne.page || ligne.bas - above.bas > 16 * Math.max(ligne.hauteur, 7)) break
    // Blocks side by side may begin at different heights: a heading of the number's own column, right above, tells more.
    if (beside && !isNext(above, beside.ligne)) break
    const party = headingOver(own, above)
    if (party && (!beside || isOver(above))) {
      if (isOver(above)) return weights[party]
      beside = { party, ligne: above }
    }
  }
  return beside ? weights[beside.party] : 0
}

const weights: Readonly<Record<Party, number>> = { client: -4, fournisseur: 4 }

const blockMax = 9

/** The party that a line heads: alone in it, or above the number; of two parties side by side each heads its own columns. */
function headingOver({ x, largeur }: Cadre, { cellules }: Ligne): Party | null {
  const headings = cellules.slice(0, 40).flatMap((cellule) => {
    const party = partyOf(cellule.plie)
    return party ? [{ cellule, party }] : []
  })
  if (cellules.length === 1) return headings[0]?.party ?? null
  if (new Set(headings.map(({ party }) => party)).size > 1)
    return headings.findLast(({ cellule }) => cellule.x <= x + 5)?.party ?? null
  return headings.find(({ cellule }) => cellule.x < x + largeur + 2 && cellule.droite > x - 2)?.party ?? null
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
  String.raw`(?<![\p{L}\d])${profil.prefixeNumeroASP.toLowerCase()}[ -]?(?:n[°o]\.?|numero|num\.?)?[ :]{0,3}(\d{3} ?\d{3})(?![\p{L}\d])`,
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

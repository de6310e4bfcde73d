import { isNext } from './etiquettes'
import type { Cellule, Ligne } from './lines'
import { acheteurPublic, fourniPar, imprime, laboratoire, vendeur } from './parties'
import type { Party } from './siretPhrases'
import { cellOf, type Lieu } from './voisins'

/** What a laboratory calls itself; who sells to laboratories speaks of them further on in a line. */
const nomDeLaboratoire = new RegExp(`(?:^|[–|·•] ?|- )(?:${laboratoire})(?= )`)
const hopital =
  /^(?:centres? hospitaliers?|ch[iru]?|hopital|hopitaux|groupe(?:ment)? hospitalier|ght|assistance publique)(?= )/
const general =
  /^(?:siret|siren|sarl|societe|systemes?|avenue|place|route|square|chemin|allee|impasse|cours|boulevard|quai|zone|parc|cedex|contact|direction|service|biologie|medicale|sante|laboratoires?|labo|centre|france|capital|code|intracommunautaire|page|numero|groupe|institut)$/
const vendu = new RegExp(
  String.raw`(?:${vendeur}|${fourniPar}|a l'attention de|\bcommandee?s? a\s|\baupres de\s|\bconclue? avec\s|\bsociete (?!selas|selarl)|(?:solution|logiciel|\bsgl|progiciel)(?= (?!de gestion)))[^.;\n]{0,50}`,
  'g',
)
/** What leads to the name itself, at the end of a line perhaps. */
const deVente = /^(?:commandee?s? a|aupres de|conclue? avec)\s/
/** Where what was sold ends and whom it was sold to begins. */
const lieuDeVente = / (?:dans|chez|pour|sur|aux?|a) /
const quiVend = `(?:${vendeur}|integrateur|emetteur(?! ${imprime})|destinataire(?= ${imprime}))`
const deQui = String.raw`(?:le |l'|(?:nom|raison sociale|informations?|identification|coordonnees|designation|adresse) (?:du |de l'|sur le |relatives au )?)?`
const vendeurSeul = new RegExp(
  String.raw`^${deQui}${quiVend}(?: ?[/–-] ?${quiVend})?(?: (?:du|de la|de l'|de) ?[a-z']+){0,2}\s*:?$`,
)
const clientSeul = new RegExp(
  String.raw`^${deQui}(?:client|beneficiaire|laboratoire|acheteur|destinataire|structure|etablissement|${acheteurPublic}|emetteur(?= ${imprime}))(?: (?:client|beneficiaire))?(?: (?:du|de la|de l'|de) ?[a-z']+){0,2}\s*:?$`,
)

/** The party that a cell names, as a label and nothing else. */
const partyOfLabel = (plie: string): Party | null =>
  // «Supplier / Fournisseur» says it in two languages.
  plie
    .split(' / ')
    .reduce<Party | null>(
      (last, one) => (vendeurSeul.test(one) ? 'fournisseur' : clientSeul.test(one) ? 'client' : last),
      null,
    )

/** The party that a label further left in the row names: «Fournisseur | Medisphere | SIRET | 999…». */
export function partyOfRow({ ligne, debut }: Pick<Lieu, 'ligne' | 'debut'>): Party | null {
  const before = ligne.cellules.filter(({ fin }) => fin <= debut).slice(-6)
  const beside = before.at(-1)
  return (
    (beside && /^\W*(?:n[°o]\.? ?)?siret\b/.test(ligne.plie.slice(beside.fin, debut).trim())
      ? partyNamed(beside.plie)
      : null) ?? before.reduce<Party | null>((last, { plie }) => partyOfLabel(plie) ?? last, null)
  )
}

/** «Fournisseur : Medisphere» right beside «SIRET 999…»: the party that a cell names with its label. */
const partyNamed = (plie: string): Party | null => {
  const label = /^([^:]{3,40} ?:) ?\S/.exec(plie)?.[1]
  return label === undefined ? null : partyOfLabel(label)
}

/** Lines of a block above a number's own. */
const hauteur = 6

/** The cells of the block that ends with the place, from its own line upwards: one below the other, no blank between. */
function blockAbove(lieu: Lieu, lignes: readonly Ligne[]): { cellule: Cellule; ligne: Ligne }[] {
  const own = cellOf(lieu)
  if (!own) return []
  const block = [{ cellule: own, ligne: lieu.ligne }]
  let last = block[0]
  for (let rang = lieu.ligne.rang - 1; last && rang >= 0 && block.length <= hauteur; rang--) {
    const ligne = lignes[rang]
    if (!ligne || !isNext(ligne, last.ligne)) break
    const { x, droite } = last.cellule
    const cellule = ligne.cellules.find((other) => other.x < droite && other.droite > x)
    if (cellule) block.push((last = { cellule, ligne }))
  }
  return block
}

/** Labels of a form's rows that say what a value is, and not whose. */
const sansPartie =
  /^(?:n[°o]\.? ?|numero |code )?(?:siret|siren|adresse|ville|code postal|commune|pays|tva|tva intra[a-z]*|rcs|ape|naf|tel(?:ephone)?|fax|mail|courriel|e-mail|contact|nom|identifiant)\.?(?: [a-z]{1,15})?\s*:?$/

/** The party that a label left of the block names: «Titulaire | Medisphere», «| 3 allée X», «SIRET | 999…». */
export function partyLeftOfBlock(lieu: Lieu, lignes: readonly Ligne[]): Party | null {
  for (const { cellule, ligne } of blockAbove(lieu, lignes)) {
    const label = ligne.cellules.findLast(({ fin }) => fin <= cellule.debut)
    const party = label ? partyOfLabel(label.plie) : null
    if (party || (label && !sansPartie.test(label.plie))) return party
  }
  return null
}

/** Whether the rows of a number's block call its owner «émetteur», and nothing says who sold. */
export function isOfEmetteur(lieu: Lieu, lignes: readonly Ligne[]): boolean {
  const rows = blockAbove(lieu, lignes).map(({ ligne }) => ligne.plie)
  const words = rows.join('\n')
  return /\bemett(?:eur|rice)\b/.test(words) && !new RegExp(`${vendeur}|${fourniPar}`).test(words)
}

/** A form that its client is to fill in is the supplier's own. */
const aRemplir = new RegExp(
  String.raw`\ba (?:remplir|completer) par (?:le |la |l'|les )?(?:client|adherent|beneficiaire|${laboratoire})`,
)

/**
 * Whose an unnamed SIRET is that an attestation prints in its letterhead or its foot: positive the supplier's, whom the
 * letter is addressed to or speaks of as such; else negative, the laboratory's that writes it. Null elsewhere on the page,
 * and where a `heading` (its weight) stands over it.
 */
export function weighOfLetter(lieu: Lieu, lignes: readonly Ligne[], heading: number): number | null {
  const { position } = lieu.ligne
  const block = blockAbove(lieu, lignes)
  const words = block.map(({ cellule }) => cellule.plie)
  if (words.some((plie) => /^(?:a l'attention d|destinataire|adressee? a)/.test(plie))) return 4
  if (heading !== 0 || (position > 0.35 && position < 0.8)) return null
  const others = lignes.filter((ligne) => !block.some((one) => one.ligne === ligne)).map(({ plie }) => plie)
  if (words.some((plie) => nomDeLaboratoire.test(plie) || metierDeLabo.test(plie))) return -4
  if (isAddressed(lieu, block, lignes)) return 1
  if (words.some((plie) => metierDeLogiciel.test(plie))) return 1
  if (isNamedSeller(words, others.join('\n'))) return 1
  if (words.some((plie) => /^entreprise ?:/.test(plie)) && others.some((plie) => /maitre d'ouvrage/.test(plie)))
    return 1
  // A form of the supplier's own names the client, and not who sold.
  const labels = lignes.flatMap(({ cellules }) => cellules.map(({ plie }) => partyOfLabel(plie)))
  const isForm =
    (labels.includes('client') && !labels.includes('fournisseur')) || others.some((plie) => aRemplir.test(plie))
  return isForm || words.some((plie) => /capital|\bau cap\./.test(plie)) ? 0 : -3
}

/** The trade that a company's code tells: software and computers, or laboratories and hospitals. */
const metierDeLogiciel = /\b(?:naf|ape)\b[^\d\n]{0,12}(?:58\.?2|62\.?0|63\.?1|46\.?5)\d? ?[a-z]\b/
const metierDeLabo = /\b(?:naf|ape)\b[^\d\n]{0,12}86\.?[129]\d? ?[a-z]\b/

/** Whether the block is that of whom a laboratory's letter speaks to of its own software: «votre logiciel». */
function isAddressed({ ligne }: Lieu, block: readonly { ligne: Ligne }[], lignes: readonly Ligne[]): boolean {
  const own = lignes.filter(({ page }) => page === ligne.page)
  const head = own
    .slice(0, 5)
    .some(({ plie }) => nomDeLaboratoire.test(plie) || /biologistes? medica|laboratoire/.test(plie))
  const top = block.at(-1)?.ligne.rang ?? 0
  // The day, the object or the greeting that a letter's address stands over.
  const isOver = own
    .filter(({ rang }) => rang > ligne.rang && rang <= ligne.rang + 3)
    .some(({ plie }) => /^objet\b|^(?:madame|monsieur|messieurs|mesdames)|, le \d/.test(plie))
  return (
    head &&
    isOver &&
    top > (own[0]?.rang ?? 0) + 1 &&
    own.some(({ plie }) => /\bvotre (?:logiciel|progiciel|solution|societe|sgl|systeme|entreprise)\b/.test(plie))
  )
}

/** Whether a text names, as the one who sold, a name that stands in the block. */
function isNamedSeller(words: readonly string[], texte: string): boolean {
  const named = [...texte.slice(0, 40_000).matchAll(vendu)].map(
    ([phrase]) => phrase.replace(deVente, ': ').split(lieuDeVente)[0] ?? '',
  )
  const names = words
    .flatMap((plie) => /^\D*/.exec(plie)?.[0].match(/\b[a-z]{4,}\b/g) ?? [])
    .filter((name) => !general.test(name))
  return names.some((name) => named.some((phrase) => new RegExp(`[ (:]${name}\\b`).test(phrase)))
}

/**
 * Whether an unnamed SIRET ends the address block of an invoice's client: a laboratory's name heads it, or it stands right
 * of the letterhead and below its first line.
 */
export function isOfClientBlock(lieu: Lieu, lignes: readonly Ligne[]): boolean {
  if (lieu.ligne.position > 0.45) return false
  const block = blockAbove(lieu, lignes)
  const [first] = block
  if (first && hopital.test(first.cellule.plie)) return true
  if (!first || block.length < 2) return false
  const page = lignes.filter((ligne) => ligne.page === lieu.ligne.page)
  const right = Math.max(...page.flatMap(({ cellules }) => cellules.map(({ droite }) => droite)))
  const isAddress = block.some(({ cellule }) => /^\d{5} [a-z]/.test(cellule.plie))
  const head = block.at(-1)
  if (!head) return false
  // What the page begins with is a letterhead: the supplier's, unless a hospital's name heads it, whose form it is then.
  if (head.ligne.rang <= (page[0]?.rang ?? 0)) return hopital.test(head.cellule.plie)
  return nomDeLaboratoire.test(head.cellule.plie) || (isAddress && first.cellule.x > 0.45 * right)
}

const vendeurDerriere = new RegExp(
  String.raw`^\W{0,4}(?:,? ?ci-apres\b[^a-z]*(?:denommee?|designee?|appelee?)?[^a-z]*)?(?:le |l'|en qualite d[e'] ?)?(?:${vendeur}|integrateur)\b`,
)

/** What stands right behind a number and says whose it is: «…, éditeur, ci-après « le titulaire »», «…) a installé». */
export function partyBehind({ ligne, fin }: Lieu, lignes: readonly Ligne[]): Party | null {
  const next = lignes[ligne.rang + 1]
  // A sentence goes on below with a small letter, or after a comma; a capital begins a label.
  const isSentence = /,\s*$/.test(ligne.plie) || /^\s*[^\p{Lu}]/u.test(next?.texte ?? '')
  const goesOn = next !== undefined && isSentence && isNext(ligne, next) && !/[.;\t]/.test(ligne.plie.slice(fin))
  const [behind = ''] = `${ligne.plie.slice(fin)}${goesOn ? ` ${next.plie}` : ''}`
    .slice(0, 120)
    .split(/[.;\t]|\bsiret\b/)
  if (vendeurDerriere.test(behind)) return 'fournisseur'
  if (
    /^\W{0,4}ci-apres\b[^a-z]*(?:denommee?|designee?|appelee?)?[^a-z]*(?:le |l')?(?:client|laboratoire|acheteur|beneficiaire)\b/.test(
      behind,
    )
  )
    return 'client'
  if (
    /^\)?,? (?:utilise|dispose|beneficie|exploite|est (?:bien )?(?:equip|dote)|a (?:bien )?(?:recu|accepte|command|acquis|achete))/.test(
      behind,
    )
  )
    return 'client'
  return /^\)?,? (?:a|ont|nous a) (?:bien |effectivement )?(?:realise|livre|fourni|install|deploye|mis en|procede|vendu)/.test(
    behind,
  )
    ? 'fournisseur'
    : null
}

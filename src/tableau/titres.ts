import { libelles } from '../dossier/champs'
import { profil } from '../format/profil'
import { champsTableau, type ChampTableau } from './champs'

/** What a column's title says. `autre`: a thing that a demande has no field for, near in words to one it has. */
export type Titre = { champ: ChampTableau; sur: boolean } | 'autre' | null

/** Words of a title: without accents, signs and letter case. `numeroASP` is two words, `H.T.` is one. */
export const motsOf = (titre: string): string =>
  titre
    .replace(/mssant[eé]/gi, ' mssante ')
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

// Words of titles that have accents, without them: what is left of one when they were lost tells it.
const accentues =
  'numero numeros editeur reference identite beneficiaire beneficiaires segur geographique etablissement telephone libelle designation societe mssante boite boites regle paye verse depot'.split(
    ' ',
  )
// A sign that came of one that could not be stored: of a letter it may be one or, of its bytes, several.
const perdu = /[?\ufffd]+/g

/** A title whose accented letters became `?` or `\ufffd`, with the words that it can only have been: `N? ?diteur`, `B\ufffdn\ufffdficiaire`. */
const withPerdus = (titre: string) =>
  titre.replace(/(?<![\p{L}?\ufffd])[\p{L}?\ufffd]*[?\ufffd][\p{L}?\ufffd]*/gu, (mot) => {
    if (/^n[?\ufffd]+$/i.test(mot)) return 'n°'
    const pattern = new RegExp(`^${mot.toLowerCase().replace(perdu, '.')}$`, 'u')
    return accentues.find((known) => pattern.test(known)) ?? mot
  })

const exact = new Map<string, ChampTableau>(
  champsTableau.flatMap((champ) => [[motsOf(champ), champ] as const, [motsOf(libelles[champ]), champ] as const]),
)

const adresse = String.raw`(?:adresses?|boites?|bal|mails?|e ?mails?|courriels?)`
const numero = String.raw`(?:n|no|nr|num|numeros?|ref|reference|id|identifiant|code)`
const jour = String.raw`(?:dates?|dt)`
const commande = String.raw`(?:commandes?|cdes?|cmd|bdc|bc|bon|devis)`
const somme = String.raw`(?:montants?|mt|prix|totaux|total|ht|segur|factur\w*)`
const citoyen = String.raw`(?:citoyen(?:ne)?s?|cit|patients?)`

/** Both words in a title, in either order. */
const both = (first: string, second: string) =>
  new RegExp(`\\b${first}\\b.*\\b${second}\\b|\\b${second}\\b.*\\b${first}\\b`)

// What is said of a thing is not the thing: the state of a dossier is not its number.
const propos =
  '(?:statuts?|etats?|suivis?|commentaires?|remarques?|observations?|contacts?|interlocuteurs?|responsables?|chefs?|(?<!nom )commerciale?|versions?|tests?|certificats?|operateurs?|categories?|types?|fichiers?|pj|liens?|url|web|logiciels?|domaines?|accords?|retours?|anciens?|anciennes?|erronee?s?)'
// Days on which something else befalls an invoice, or anything else.
const evenement =
  '(?:echeances?|paiements?|reglements?|encaissements?|virements?|depots?|receptions?|envois?|limites?|relances?|saisies?|comptables?|comptabilisation|avances?|acomptes?|avoirs?|proforma|livraisons?|installations?|va|validation|signature|previsionnelles?|prevues?|dmp|mss\\w*|finess|asp|finbio)'
// Sums that stand beside the amount of the invoice, or are a part of it.
const autreSomme =
  '(?:pu|unitaires?|unit|remises?|rabais|marges?|couts?|maintenance|abonnements?|frais|ports?|avoirs?|proforma|ecarts?|differences?|delta|plafonds?|max\\w*|baremes?|hors segur|hors sgl|du$|dues?$|restante?s?|encaissee?s?|recue?s?|percue?s?|demandee?s?|aides?|subventions?|financements?|ca|chiffre d affaires|prevue?s?|estimee?s?|budget|previsionnels?|forfaits?|mensuel\\w*|annuel\\w*|options?|formations?|materiels?|loyers?|tarifs?|catalogue|quote part|part patient|n 1|\\d*er|versements?|lignes?|articles?|par (?:site|labo|laboratoire|lbm|etablissement|structure))'

// The first pattern that fits decides: what is near a field and is not it stands before it.
const patterns: readonly [pattern: RegExp, titre: Titre][] = [
  // A count is no list, nor is a name.
  [/^(?:nb|nbre|nombre)\b|\b(?:qte|quantites?)\b|^total (?:des? )?(?:finess|sites?|beneficiaires?)\b/, 'autre'],
  // Alone it names nothing we know.
  [new RegExp(`^${propos}$`), null],
  [new RegExp(`\\b${propos}\\b`), 'autre'],
  // Such a column may hold the thing itself, or an answer: only its cells tell.
  [/\b(?:complete?s?|verifiee?s?|controlee?s?|validee?s?)\b/, null],
  [/^(?:noms?|libelles?|raison sociale)\b.*\b(?:finess|beneficiaires?)\b/, { champ: 'libelleInterne', sur: false }],
  [/\b(?:montants?|mt|prix|total) .*\bpar finess\b/, 'autre'],
  [both('finess', '(?:e?j|juridiques?|jur)'), 'autre'],
  [/\bfiness ?ej\b/, 'autre'],
  // Whose number it is, and whether that is a beneficiary's, such a title does not say.
  [
    both(
      'finess',
      '(?:rattach\\w*|sieges?|groupes?|ght|hopita\\w*|ch|chu|pui|pharmacies?|entites?|meres?|avant|concurrents?|hors|non|sans|sauf|exclu\\w*|ferme\\w*|a venir|futurs?|prevus?|restants?)',
    ),
    { champ: 'beneficiaires', sur: false },
  ],
  [both(`(?:siren|siret|ville|${adresse}|${jour})`, '(?:finess|beneficiaires?)'), 'autre'],
  [/\bfiness\b|\bfiness ?(?:et|geo)\b|\bbeneficiaires?\b/, { champ: 'beneficiaires', sur: true }],
  [/\bentites? juridiques?\b|^ej\b/, 'autre'],
  [/\b(?:siren|siret|rpps|adeli|tva|ttc|telephone|tel|fax|cp|code postal|ville|commune|adresse postale)\b/, 'autre'],
  // The number may say what it was given for: «N° FINBIO de l’avance».
  [
    new RegExp(
      `^(?!.*\\b(?:${somme}|${jour}|${adresse})\\b).*\\b(?:${numero} (?:\\w+ ){0,2}(?:asp|finbio)|dossiers? asp|finbio)\\b`,
    ),
    { champ: 'numeroASP', sur: true },
  ],
  [both(jour, evenement), 'autre'],
  [both(jour, commande), 'autre'],
  [
    /\b(?:ident|identifiants?|id|oid|struct|connexion)\b.*\bdmp\b|\bdmp\b.*\b(?:ident|identifiants?|id|oid)\b/,
    { champ: 'identDMP', sur: true },
  ],
  [/\bid ?nat\b/, { champ: 'identDMP', sur: true }],
  [/^oid\b|\bident\w* (?:de )?(?:la )?structure\b/, { champ: 'identDMP', sur: false }],
  [/\bdmp\b/, { champ: 'isDirectToDMP', sur: true }],
  [both(adresse, citoyen), { champ: 'adresseBoiteMSSCitoyen', sur: true }],
  [new RegExp(`\\bmss(?:ante)?\\b.*\\b${citoyen}\\b|\\bmss ?c\\b`), { champ: 'isDirectToMSSCitoyen', sur: true }],
  [both(adresse, String.raw`mss(?:ante)? ?pro\w*`), { champ: 'adresseBoiteMSSPro', sur: true }],
  [/\bmss(?:ante)? ?pro\w*\b|\bmss ?p\b/, { champ: 'isDirectToMSSPro', sur: true }],
  [/\bmss(?:ante)?\b/, { champ: 'adresseBoiteMSSPro', sur: false }],
  [both(jour, String.raw`fac(?:t|tur\w*)?`), { champ: 'dateFacture', sur: true }],
  [/\b(?:invoice|billing) date\b|\bdate (?:invoiced|billed)\b/, { champ: 'dateFacture', sur: true }],
  [/^date (?:de (?:la )?|du |d )?(?:pieces?|documents?|emission)$/, { champ: 'dateFacture', sur: false }],
  [/\bfacture(?:e)? (?:le|du)\b/, { champ: 'dateFacture', sur: true }],
  [/\bdates?\b.*\p{L}|\p{L}.*\bdates?\b/u, 'autre'],
  [/^dates?$/, { champ: 'dateFacture', sur: false }],
  [/\b(?:avances?|acomptes?|soldes?|restes?|regles?|payes?|verses?)\b/, 'autre'],
  [both(somme, autreSomme), 'autre'],
  [both('(?:montants?|paiements?|financements?)', '(?:asp|dossiers?)'), 'autre'],
  [both('(?:montants?|mt|prix|total|ht)', commande), { champ: 'montantCommande', sur: true }],
  [new RegExp(`\\b${commande}\\b`), 'autre'],
  [
    /\b(?:montants?|mt|prix|total)\b.*\b(?:ht|segur)\b|\bht\b|\bhors taxes?\b/,
    { champ: 'montantSegurHTFacture', sur: true },
  ],
  [
    /\b(?:amount|total|price)\b.*\b(?:net|excl\w*|without|before) ?(?:of )?(?:tax|vat)?\b|\bnet (?:amount|total|price)\b/,
    { champ: 'montantSegurHTFacture', sur: true },
  ],
  [/\bamount\b.*\b(?:gross|incl\w*|tax|vat|due|paid)\b|\b(?:gross|tax|vat|due|paid)\b.*\bamount\b/, 'autre'],
  // It may be with taxes.
  [
    /\b(?:montants?|mt|prix|total)\b.*\bfactur\w*\b|^(?:montants?|prix|total|montants? tota(?:l|ux)|amount|(?:invoice|total) amount|subtotal)(?: euros?| eur)?$/,
    { champ: 'montantSegurHTFacture', sur: false },
  ],
  [both(adresse, 'asp'), 'autre'],
  [new RegExp(`\\basp\\b|\\b${profil.prefixeNumeroASP.toLowerCase()}\\b`), { champ: 'numeroASP', sur: true }],
  [both(numero, 'editeur'), { champ: 'numeroEditeur', sur: true }],
  [
    /^(?:publisher|vendor|editor) (?:no|nb|number|id|code|ref)$|^(?:n|no|num) edit$/,
    { champ: 'numeroEditeur', sur: true },
  ],
  [/\bediteur\b/, { champ: 'numeroEditeur', sur: false }],
  [new RegExp(`\\b(?:${numero} )?(?:de |du )?dossiers?\\b`), { champ: 'numeroASP', sur: false }],
  [/\bfactur\w*\b/, 'autre'],
  // A client's code or address is not his name.
  [
    new RegExp(
      `\\b(?:${numero}|${adresse})\\b.*\\b(?:clients?|customers?|tiers|partenaires?|laboratoires?|labos?|lbm|etablissements?|structures?|sites?)\\b`,
    ),
    'autre',
  ],
  [
    /\b(?:libelles?|clients?|laboratoires?|labos?|lbm|raison sociale|noms?|intitules?|tiers|partenaires?|customers?|account names?|lab names?|deal names?|etablissements?|structures?|sites?|designation)\b/,
    { champ: 'libelleInterne', sur: false },
  ],
]

const devise = /\$|£|\b(?:USD|CHF|GBP|dollars?)\b/i
// Another unit, or a share of the whole; a rate of VAT is no share.
const milliers = /(?<!\p{L})k ?(?:€|euros?|eur)(?!\p{L})|\bmilliers\b/iu
const part = /(?<!tva[^\d%]*|\d|\d[.,])(?!100\s*%)\d+(?:[.,]\d+)?\s*%/i

/** The words of a title, taxes said in one way: `hors TVA`, `HT (TVA 20 %)`; and shares: `HT / site`. */
const motsParles = (titre: string) =>
  motsOf(titre.replace(/ \/ (?=\p{L})/u, ' par '))
    .replace(/\bhors tva\b/, 'ht')
    .replace(/\bht tva \d+( \d+)?\b/, 'ht')

/** Whether a text says of sums that they are with taxes, or in another unit. */
export const isAutreSomme = (texte: string) => /\bttc\b/i.test(texte) || milliers.test(texte) || devise.test(texte)

const titreMax = 80

/** A title without the explanation that makes it a sentence: of a longer one what stands before a break, a bracket or a colon. */
const titreSeul = (typed: string) => (typed.length > titreMax ? (typed.split(/[\n(:]/, 1)[0] ?? '') : typed)

// What a title of one of our fields consists of. Any other word in it may make it another thing: «Date facture fournisseur».
const mots = new Set(
  'n no nr num nb numero numeros ref reference code id identifiant identifiants ident number the of de du des d la le l les au a en et ou sur pour par vers date dates dt jour facture factures facturation facturee facturees fact fac emission emise document piece invoice billing invoiced billed montant montants mt total totaux prix ht hors taxe taxes segur eligible eur euro euros amount net excl vat tax subtotal somme editeur edit publisher vendor dossier dossiers doss asp finbio sgl bio demande demandes avance solde payee file case commande commandes cde cdes cmd bdc bc bon devis oui non o x dmp mss mssante pro pros professionnel professionnels professionnelle citoyen citoyens citoyenne cit patient patients envoi envois direct directe directement is to scenario adresse adresses boite boites bal mail mails e email emails courriel courriels messagerie securisee structure connexion oid idnat nat struct obligatoire jj mm aaaa yyyy dd car caracteres'.split(
    ' ',
  ),
)

/** Whether a column's title has no word that may make it another thing than its field. */
export function isTitreNu(titre: string): boolean {
  const lus = motsParles(withPerdus(titreSeul(titre)))
  return exact.has(lus) || lus.split(' ').every((mot) => mots.has(mot) || /^\d*$/.test(mot))
}

const numeroFacture = new RegExp(
  `^factures?$|\\b(?:${numero}|invoice) (?:de )?(?:la )?(?:factures?|fact?|pieces?|documents?|no|number)\\b|\\bfactures? ${numero}\\b`,
)

/** Whether a column's title says that it holds the numbers of the invoices. */
export const isTitreNumeroFacture = (titre: string): boolean => numeroFacture.test(motsOf(titre))

/** A column's title → what it says: our labels, the ASP's tags, common wordings. Null when it says nothing we know. */
export function parseTitre(stored: string): Titre {
  const typed = titreSeul(stored)
  if (typed.length > titreMax) return null
  const mots = motsParles(withPerdus(typed))
  const champ = exact.get(mots)
  if (champ) return { champ, sur: true }
  if (milliers.test(typed) || devise.test(typed) || part.test(typed)) return 'autre'
  return patterns.find(([pattern]) => pattern.test(mots))?.[1] ?? null
}

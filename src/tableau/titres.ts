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

// The first pattern that fits decides: what is near a field and is not it stands before it.
const patterns: readonly [pattern: RegExp, titre: Titre][] = [
  // A count is no list, nor is a name.
  [/^(?:nb|nbre|nombre|quantite)\b/, 'autre'],
  [/^(?:noms?|libelles?|raison sociale)\b.*\bfiness\b/, { champ: 'libelleInterne', sur: false }],
  [/\bfiness\b.*\b(?:ej|juridiques?)\b|\b(?:ej|juridiques?)\b.*\bfiness\b|\bfiness ?ej\b/, 'autre'],
  [/\bfiness\b|\bfiness ?(?:et|geo)\b|\bbeneficiaires?\b/, { champ: 'beneficiaires', sur: true }],
  [/\b(?:siren|siret|tva|ttc|telephone|tel|fax|cp|code postal|ville|commune|adresse postale)\b/, 'autre'],
  [
    /\b(?:ident|identifiants?|id|struct|connexion)\b.*\bdmp\b|\bdmp\b.*\b(?:ident|identifiants?|id)\b/,
    { champ: 'identDMP', sur: true },
  ],
  [/\bid ?nat\b/, { champ: 'identDMP', sur: true }],
  [/\bdmp\b/, { champ: 'isDirectToDMP', sur: true }],
  [
    new RegExp(`\\b${adresse}\\b.*\\b(?:citoyens?|patients?)\\b|\\b(?:citoyens?|patients?)\\b.*\\b${adresse}\\b`),
    { champ: 'adresseBoiteMSSCitoyen', sur: true },
  ],
  [/\bmss(?:ante)?\b.*\b(?:citoyens?|patients?)\b|\bmss ?c\b/, { champ: 'isDirectToMSSCitoyen', sur: true }],
  [
    new RegExp(`\\b${adresse}\\b.*\\bmss(?:ante)? ?pro\\w*\\b|\\bmss(?:ante)? ?pro\\w*\\b.*\\b${adresse}\\b`),
    { champ: 'adresseBoiteMSSPro', sur: true },
  ],
  [/\bmss(?:ante)? ?pro\w*\b|\bmss ?p\b/, { champ: 'isDirectToMSSPro', sur: true }],
  [/\bmss(?:ante)?\b/, { champ: 'adresseBoiteMSSPro', sur: false }],
  [
    /\b(?:dates?|dt)\b.*\bfac(?:t|tur\w*)?\b|\bfac(?:t|tur\w*)?\b.*\b(?:dates?|dt)\b|\bfacture (?:le|du)\b/,
    { champ: 'dateFacture', sur: true },
  ],
  [/\bdates?\b.*\p{L}|\p{L}.*\bdates?\b/u, 'autre'],
  [/^dates?$/, { champ: 'dateFacture', sur: false }],
  [/\b(?:avances?|acomptes?|soldes?|restes?|regles?|payes?|verses?)\b/, 'autre'],
  [
    /\b(?:montants?|prix|total|ht)\b.*\b(?:commandes?|bdc|bon|devis)\b|\b(?:commandes?|bdc|bon|devis)\b.*\b(?:montants?|prix|total|ht)\b/,
    { champ: 'montantCommande', sur: true },
  ],
  [/\b(?:commandes?|bdc|devis)\b/, 'autre'],
  [
    /\b(?:montants?|prix|total)\b.*\b(?:ht|segur|factur\w*)\b|\bht\b|\bhors taxes?\b/,
    { champ: 'montantSegurHTFacture', sur: true },
  ],
  [/^(?:montants?|prix|total)(?: euros?| eur)?$/, { champ: 'montantSegurHTFacture', sur: false }],
  [new RegExp(`\\basp\\b|\\b${profil.prefixeNumeroASP.toLowerCase()}\\b`), { champ: 'numeroASP', sur: true }],
  [new RegExp(`\\b${numero}\\b.*\\bediteur\\b|\\bediteur\\b.*\\b${numero}\\b`), { champ: 'numeroEditeur', sur: true }],
  [/\bediteur\b/, { champ: 'numeroEditeur', sur: false }],
  [new RegExp(`\\b(?:${numero} )?(?:de |du )?dossiers?\\b`), { champ: 'numeroASP', sur: false }],
  [/\bfactur\w*\b/, 'autre'],
  [
    /\b(?:libelles?|clients?|laboratoires?|labos?|lbm|raison sociale|noms?|etablissements?|structures?|sites?|designation)\b/,
    { champ: 'libelleInterne', sur: false },
  ],
]

const titreMax = 80

/** A column's title → what it says: our labels, the ASP's tags, common wordings. Null when it says nothing we know. */
export function parseTitre(typed: string): Titre {
  if (typed.length > titreMax) return null
  const mots = motsOf(withPerdus(typed))
  const champ = exact.get(mots)
  if (champ) return { champ, sur: true }
  return patterns.find(([pattern]) => pattern.test(mots))?.[1] ?? null
}

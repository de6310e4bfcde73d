/** The tags of a demande file, where they stand by default, in the guide's order (guide §3.2). */
export const tagsParPlace = {
  entete: ['impId', 'numeroAns', 'SIRET', 'lignesImport'],
  ligne: [
    'numLigne',
    'typeAction',
    'numeroASP',
    'numeroEditeur',
    'facture',
    'beneficiaires',
    'piecesJustificatives',
    'lienCompteRendu',
    'scenarioInstallation',
    'codeTraitement',
    'libelleTraitement',
  ],
  facture: ['dateFacture', 'montantSegurHTFacture'],
  scenarioInstallation: [
    'isDirectToDMP',
    'identDMP',
    'isDirectToMSSPro',
    'adresseBoiteMSSPro',
    'isDirectToMSSCitoyen',
    'adresseBoiteMSSCitoyen',
  ],
  piece: ['nomFichier', 'formatFichier', 'typeFichier'],
  /** Of an advance file only. */
  avance: ['commande', 'dateCommande', 'montantSegurHTCommande'],
} as const

export type Tag = (typeof tagsParPlace)[keyof typeof tagsParPlace][number]

/** Tags whose value is a block of other tags: these may also stand flat, outside of it. */
const tagsBloc = ['facture', 'scenarioInstallation', 'commande'] as const
export type TagBloc = (typeof tagsBloc)[number]
export const isTagBloc = (tag: Tag): tag is TagBloc => tagsBloc.some((bloc) => bloc === tag)

const { entete, ligne, facture, scenarioInstallation, piece, avance } = tagsParPlace

const blocs = new Map<Tag, TagBloc>([
  ...facture.map((tag): [Tag, TagBloc] => [tag, 'facture']),
  ...scenarioInstallation.map((tag): [Tag, TagBloc] => [tag, 'scenarioInstallation']),
  ['dateCommande', 'commande'],
  ['montantSegurHTCommande', 'commande'],
])
/** The block that a tag stands in by default, or null. */
export const blocOfTag = (tag: Tag): TagBloc | null => blocs.get(tag) ?? null

/** Where a tag is looked for, however deep it is nested there. */
const portees = {
  entete: new Set<Tag>(entete),
  ligne: new Set<Tag>([...ligne, ...facture, ...scenarioInstallation, ...avance]),
  piece: new Set<Tag>(piece),
} as const
export type Portee = keyof typeof portees

/** A tag's name for comparing: no accent, no sign, lower case. */
export const foldTag = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

// The guide was read by OCR: `impld`, `pieceslustificatives` are what generators copy from it.
const confuse = (name: string) => foldTag(name).replace(/[lj1]/g, 'i')

const known = new Map<string, Tag>(
  Object.values(portees).flatMap((tags) => [...tags].map((tag): [string, Tag] => [confuse(tag), tag])),
)
known.set(confuse('nomPFichier'), 'nomFichier')

/** The tag that a name means within `portee`, whatever its letter case or misreading; else null. format §7 */
export function findTag(name: string, portee: Portee): Tag | null {
  const folded = confuse(name)
  // The advance's own tag is not in the guide at hand: any `montantSegurHT…` that is not the invoice's.
  const tag = known.get(folded) ?? (folded.startsWith(confuse('montantSegurHT')) ? 'montantSegurHTCommande' : null)
  return tag && portees[portee].has(tag) ? tag : null
}

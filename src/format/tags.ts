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

type TagsParPlace = typeof tagsParPlace
type Place = keyof TagsParPlace
export type Tag = TagsParPlace[Place][number]

/** Of each place: in which part of the file its tags are looked for, however deep; and the block it is, if one. */
const places = {
  entete: { portee: 'entete', bloc: null },
  ligne: { portee: 'ligne', bloc: null },
  facture: { portee: 'ligne', bloc: 'facture' },
  scenarioInstallation: { portee: 'ligne', bloc: 'scenarioInstallation' },
  piece: { portee: 'piece', bloc: null },
  avance: { portee: 'ligne', bloc: 'commande' },
} as const satisfies Record<Place, { portee: 'entete' | 'ligne' | 'piece'; bloc: Tag | null }>

type Places = typeof places
export type Portee = Places[Place]['portee']
/** The tags of one part of the file: header, demande, pièce. */
export type TagDe<Of extends Portee> = {
  [P in Place]: Places[P]['portee'] extends Of ? TagsParPlace[P][number] : never
}[Place]
export type TagAvance = TagsParPlace['avance'][number]

/** Tags whose value is a block of other tags: these may also stand flat, outside of it. */
export type TagBloc = Exclude<Places[Place]['bloc'], null>

/** Who gives a tag its value: the clerk, the app, or the ASP; what the ASP gives is written null. */
const origines = {
  impId: 'ASP',
  numeroAns: 'saisie',
  SIRET: 'saisie',
  lignesImport: 'application',
  numLigne: 'application',
  typeAction: 'application',
  numeroASP: 'saisie',
  numeroEditeur: 'saisie',
  facture: 'application',
  dateFacture: 'saisie',
  montantSegurHTFacture: 'saisie',
  beneficiaires: 'saisie',
  piecesJustificatives: 'application',
  nomFichier: 'application',
  formatFichier: 'application',
  typeFichier: 'application',
  lienCompteRendu: 'ASP',
  scenarioInstallation: 'application',
  isDirectToDMP: 'saisie',
  identDMP: 'saisie',
  isDirectToMSSPro: 'saisie',
  adresseBoiteMSSPro: 'saisie',
  isDirectToMSSCitoyen: 'saisie',
  adresseBoiteMSSCitoyen: 'saisie',
  codeTraitement: 'ASP',
  libelleTraitement: 'ASP',
  commande: 'application',
  dateCommande: 'application',
  montantSegurHTCommande: 'application',
} as const satisfies Record<Tag, 'saisie' | 'application' | 'ASP'>

type Origines = typeof origines
/** Tags that are a field of the clerk's. */
export type TagSaisi = { [T in Tag]: Origines[T] extends 'saisie' ? T : never }[Tag]

const allTags = Object.keys(origines) as Tag[]
export const tagsSaisis = allTags.filter((tag): tag is TagSaisi => origines[tag] === 'saisie')

const allPlaces = Object.keys(places) as Place[]
const blocs = new Map<Tag, TagBloc>(
  allPlaces.flatMap((place) => {
    const { bloc } = places[place]
    return bloc === null
      ? []
      : tagsParPlace[place].filter((tag) => tag !== bloc).map((tag): [Tag, TagBloc] => [tag, bloc])
  }),
)
export const isTagBloc = (tag: Tag): tag is TagBloc => allPlaces.some((place) => places[place].bloc === tag)
/** The block that a tag stands in by default, or null. */
export const blocOfTag = (tag: Tag): TagBloc | null => blocs.get(tag) ?? null

const tagsOf = (portee: Portee) =>
  new Set<Tag>(allPlaces.flatMap((place) => (places[place].portee === portee ? tagsParPlace[place] : [])))
const portees: Readonly<Record<Portee, ReadonlySet<Tag>>> = {
  entete: tagsOf('entete'),
  ligne: tagsOf('ligne'),
  piece: tagsOf('piece'),
}

/** A tag's name for comparing: no accent, no sign, lower case. */
export const foldTag = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

// The guide was read by OCR: `impld`, `pieceslustificatives` are what generators copy from it.
const confuse = (name: string) => foldTag(name).replace(/[lj1]/g, 'i')

const known = new Map<string, Tag>(allTags.map((tag): [string, Tag] => [confuse(tag), tag]))
known.set(confuse('nomPFichier'), 'nomFichier')

const isIn = <Of extends Portee>(tag: Tag, portee: Of): tag is TagDe<Of> => portees[portee].has(tag)

/** The tag that a name means within `portee`, whatever its letter case or misreading; else null. format §7 */
export function findTag<Of extends Portee>(name: string, portee: Of): TagDe<Of> | null {
  const folded = confuse(name)
  // The advance's own tag is not in the guide at hand: any `montantSegurHT…` that is not the invoice's.
  const tag = known.get(folded) ?? (folded.startsWith(confuse('montantSegurHT')) ? 'montantSegurHTCommande' : null)
  return tag && isIn(tag, portee) ? tag : null
}

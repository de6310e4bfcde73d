import { introduce } from '../../format/mots'
import type { FichierOuvert, FichierRefuse, JsonLu } from '../../ouverture/fichierOuvert'
import type { Dossier, Entete } from '../../dossier/dossier'
import { fromFichier } from '../../dossier/fromFichier'
import type { LigneAvance } from '../../format/avance'
import type { DepotLu } from '../../format/depotLu'
import { absentesOf, ajoutsOf, type Modele } from '../../format/modele'
import type { Message } from '../../format/message'
import type { Vague } from '../../format/profil'
import { showReprise } from '../../format/rapport'
import type { LigneRetour } from '../../format/retour'
import type { DepotTelecharge } from '../../records/depotTelecharge'
import type { DraftLu } from '../../records/draft'
import type { FichierDonne, Octets } from '../ports'
import { chercher, type FichierTrouve, type Recherche } from './reserve'
import { trouverDepot, type DepotTrouve as DepotDuRetour } from './retours'

/** One file that was understood: its name, and what is to be known of its reading. */
interface Trouve {
  nom: string
  texte: string
  notes: readonly string[]
}

export type DepotOuvert = Trouve & { dossier: Dossier; recherche: Recherche }
export type RetourOuvert = Trouve & { depot: DepotLu; retours: readonly LigneRetour[]; connu: DepotDuRetour | null }
export type AvanceOuverte = Trouve & { depot: DepotLu; avances: readonly LigneAvance[] }
export type ModeleOuvert = Trouve & { modele: Modele; depot: DepotLu }
export interface BrouillonOuvert extends DraftLu<Octets> {
  nom: string
}

/** Everything that the opened files come to, before anything is changed. */
export interface Contenu {
  refus: ({ nom: string } & Message)[]
  depots: DepotOuvert[]
  retours: RetourOuvert[]
  avances: AvanceOuverte[]
  modeles: ModeleOuvert[]
  brouillons: BrouillonOuvert[]
  /** Of the zips: what their entries had of odd, and pièces that no deposit announces. */
  notes: string[]
  /** Files that can only be pièces, for whoever sorts these. */
  pieces: FichierDonne[]
}

/** What reading needs to know of the rest. */
export interface Alentours {
  depots: readonly DepotTelecharge[]
  /** Today's header of this supplier, with his usual wave word. */
  entete: (lu: DepotLu) => Entete
  newId: () => string
  toFile: (octets: Octets, nom: string) => FichierDonne
}

type Zip = Extract<FichierOuvert<Octets>, { kind: 'zip' }>
type Kind = JsonLu['lecture']['kind']
type JsonDe<K extends Kind> = JsonLu & { lecture: Extract<JsonLu['lecture'], { kind: K }> }

/** The JSON files by what they are; a kind that the table does not name does not compile. */
const byKind = (jsons: readonly JsonLu[]): { [K in Kind]: JsonDe<K>[] } => ({
  depot: ofKind(jsons, 'depot'),
  retour: ofKind(jsons, 'retour'),
  avance: ofKind(jsons, 'avance'),
  modele: ofKind(jsons, 'modele'),
})
const ofKind = <K extends Kind>(jsons: readonly JsonLu[], kind: K) =>
  jsons.filter((json): json is JsonDe<K> => json.lecture.kind === kind)

type Lus = readonly { file: FichierDonne; ouvert: FichierOuvert<Octets> }[]

/** Files read → what they are, with the pièces found for each deposit. Pure: nothing is changed. format §7 */
export function classer(
  lus: Lus,
  brouillons: BrouillonOuvert[],
  { depots, entete, newId, toFile }: Alentours,
): Contenu {
  const parts = lus.map(({ ouvert }) => partsOf(ouvert))
  const par = byKind(uniques(parts.flatMap(({ jsons }) => jsons)))
  const zips = parts.flatMap((part) => part.zips)
  const fichiers = filesOf(lus)
  const found = par.depot.map((json) => {
    const { lecture } = json
    const habituel = entete(lecture.depot)
    const { dossier, attendues } = fromFichier(lecture.depot, habituel, newId)
    const recherche = chercher(attendues, fichiers, json.nom)
    return { ...trouve(json, habituel.vague), dossier, recherche }
  })
  const used = new Set(found.flatMap(({ recherche }) => recherche.trouvees.map(({ fichier }) => fichier)))
  return {
    refus: parts.flatMap(({ refuses }) => refuses).map(({ nom, message }) => ({ nom, ...message })),
    depots: found,
    retours: par.retour.map((json) => {
      const { depot, retours } = json.lecture
      return { ...trouve(json, depot.vague), depot, retours, connu: trouverDepot(json.nom, depot, retours, depots) }
    }),
    avances: par.avance.map((json) => ({ ...trouve(json, json.lecture.depot.vague), ...json.lecture })),
    modeles: par.modele.map((json) => ({ ...trouve(json, json.lecture.depot.vague), ...json.lecture })),
    brouillons,
    notes: [...zips.flatMap(notesOfZip), ...horsListe(fichiers, used, found.length > 0)],
    pieces: piecesOf(lus, used, found.length > 0, toFile),
  }
}

/** Nothing but files for whoever sorts pièces. */
export const isPiecesSeules = ({ pieces, notes: _, ...others }: Contenu) =>
  pieces.length > 0 && Object.values(others).every(({ length }) => length === 0)

/** What one file gives to be read as a demande file, and what of it is refused. */
function partsOf(ouvert: FichierOuvert<Octets>): { jsons: JsonLu[]; refuses: FichierRefuse[]; zips: Zip[] } {
  switch (ouvert.kind) {
    case 'json':
      return { jsons: [ouvert], refuses: [], zips: [] }
    case 'refus':
      return { jsons: [], refuses: [ouvert], zips: [] }
    case 'zip':
      return { jsons: ouvert.jsons, refuses: ouvert.refuses, zips: [ouvert] }
    case 'autre':
      return { jsons: [], refuses: [], zips: [] }
  }
}

/** The same text chosen twice is one file. */
const uniques = (jsons: readonly JsonLu[]) => [...new Map(jsons.map((json) => [json.texte, json])).values()]

const filesOf = (lus: Lus): FichierTrouve[] =>
  lus.flatMap(({ file, ouvert }) => {
    if (ouvert.kind === 'autre') return [{ nom: file.name, octets: file, source: file.name }]
    if (ouvert.kind !== 'zip') return []
    return ouvert.fichiers.map((fichier) => ({ ...fichier, source: ouvert.nom }))
  })

const notesOfZip = ({ nom, remarques }: Zip) => remarques.map((remarque) => introduce(nom, remarque))

/** Pièces of a zip that no deposit announces: they are told, and left aside. */
const horsListe = (fichiers: readonly FichierTrouve[], used: ReadonlySet<FichierTrouve>, hasDepot: boolean) =>
  hasDepot
    ? fichiers
        .filter((fichier) => !used.has(fichier) && fichier.source !== fichier.nom)
        .map(({ nom, source }) => `${source} : « ${nom} » n’est annoncé par aucune demande, il est laissé de côté.`)
    : []

/** Files that stand alone, and the content of zips without any JSON when no deposit could be theirs. */
const piecesOf = (
  lus: Lus,
  used: ReadonlySet<FichierTrouve>,
  hasDepot: boolean,
  toFile: Alentours['toFile'],
): FichierDonne[] => {
  const octets = new Set([...used].map((fichier) => fichier.octets))
  return lus.flatMap(({ file, ouvert }) => {
    if (ouvert.kind === 'autre') return octets.has(file) ? [] : [file]
    if (ouvert.kind !== 'zip' || hasDepot || ouvert.nomsJson.length > 0) return []
    return ouvert.fichiers.map((fichier) => toFile(fichier.octets, fichier.nom))
  })
}

const trouve = ({ nom, texte, reprise, lecture: { rapport, depot } }: JsonLu, habituelle: Vague | null): Trouve => ({
  nom,
  texte,
  notes: [
    ...(reprise === null ? [] : [reprise]),
    ...rapport.reprises.map(showReprise),
    ...(rapport.inconnues.length > 0 ? [`Balises inconnues, laissées de côté : ${rapport.inconnues.join(', ')}.`] : []),
    ...(depot.vague !== null && depot.vague !== habituelle
      ? [`Les pièces y sont nommées « ${depot.vague} » : ce nommage est repris.`]
      : []),
  ],
})

/** What a modèle changes in the files to come, in French sentences. format §7 */
export function showModele(modele: Modele): string[] {
  const absentes = absentesOf(modele)
  const ajouts = ajoutsOf(modele)
  return [
    absentes.length > 0
      ? `Il lui manque ${absentes.join(', ')} : ces balises ne seront plus écrites.`
      : 'Il a toutes les balises du guide.',
    ...(ajouts.length > 0
      ? [
          `Il ajoute ${ajouts.map(({ chemin }) => chemin).join(', ')} : elles seront écrites vides (null), ou avec la valeur fixe saisie à l’étape En-tête.`,
        ]
      : []),
  ]
}

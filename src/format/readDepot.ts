import type { DepotLu, LigneLue, PieceLue } from './depotLu'
import type { Json, JsonObject } from './json'
import { readNomPiece } from './names'
import { profil, type Vague } from './profil'
import type { Rapporteur } from './rapport'
import { bornes, type Refuse } from './refus'
import { readTags } from './readTags'
import { createLecteur, type Lecteur } from './readValeurs'
import { findTag, type Tag, type TagBloc, type TagDe } from './tags'
import { cleanValeur } from './texte'

/** What is read of each tag of a part of the file; blocks are opened, and what the app writes its own way is only compared. */
type Lus<Of extends 'entete' | 'ligne' | 'piece'> = Record<Exclude<TagDe<Of>, TagBloc | Constante>, unknown>
type Constante = 'impId' | 'typeAction' | 'lienCompteRendu'

/** The root object → header and demandes, or why it is no file of demandes. */
export function readDepot(root: JsonObject, rapporteur: Rapporteur): { ok: true; depot: DepotLu } | Refuse {
  const entete = readTags(root, { portee: 'entete', chemin: '', rang: null, rapporteur })
  const lignesImport = entete.get('lignesImport')
  const items = lignesImport && itemsOf(lignesImport, rapporteur)
  if (!items) return { ok: false, raison: 'sansLignesImport' }
  if (items.length > bornes.demandes) return { ok: false, raison: 'tropDeDemandes', nombre: items.length }
  const lecteur = createLecteur(entete, rapporteur, null)
  const lignes = items.flatMap((item, index) => readLigne(item, index + 1, rapporteur) ?? [])
  const { lignesImport: _, ...lus } = {
    numeroAns: lecteur.texte('numeroAns'),
    SIRET: lecteur.texte('SIRET'),
    lignesImport: lignes,
  } satisfies Lus<'entete'>
  const vague = vagueOf(lignes.flatMap(({ piecesJustificatives }) => piecesJustificatives))
  return { ok: true, depot: { ...lus, vague, lignes } }
}

/** A demande alone stands for a list of one, null for none; a text or a number is no list at all. */
function itemsOf(lignesImport: Json, rapporteur: Rapporteur): readonly Json[] | null {
  if (lignesImport.kind === 'array') return lignesImport.items
  if (lignesImport.kind === 'null') return []
  if (lignesImport.kind !== 'object') return null
  if (lignesImport.entries.length === 0) return []
  const nommees = itemsNommes(lignesImport)
  if (nommees) {
    rapporteur.reprise('Les demandes n’étaient pas dans une liste : elles y sont mises, dans leur ordre.', null)
    return nommees
  }
  rapporteur.reprise('La demande unique n’était pas dans une liste : elle y est mise.', null)
  return [lignesImport]
}

/** Demandes under names of their own (`"0"`, `"1"`), or as a list below another tag: so do programs that know no lists. */
function itemsNommes({ entries }: JsonObject): readonly Json[] | null {
  if (entries.some(({ name }) => findTag(name, 'ligne') !== null)) return null
  const [only, ...others] = entries
  const items =
    only?.value.kind === 'array' && others.length === 0 ? only.value.items : entries.map(({ value }) => value)
  return items.every(isDemande) ? items : null
}

const isDemande = (item: Json) =>
  item.kind === 'object' &&
  item.entries.some(({ name }) => ['numeroEditeur', 'numeroASP'].includes(findTag(name, 'ligne') ?? ''))

function readLigne(item: Json, rang: number, rapporteur: Rapporteur): LigneLue | null {
  if (item.kind !== 'object') {
    rapporteur.reprise('Ce n’est pas un bloc de balises : cette ligne n’est pas lue.', rang)
    return null
  }
  const tags = readTags(item, { portee: 'ligne', chemin: 'lignesImport.', rang, rapporteur })
  const lecteur = createLecteur(tags, rapporteur, rang)
  tellConstants(lecteur, rang, rapporteur)
  const lus = {
    numLigne: numberOr(tags.get('numLigne'), lecteur),
    numeroASP: lecteur.texte('numeroASP'),
    numeroEditeur: lecteur.texte('numeroEditeur'),
    dateFacture: lecteur.jour('dateFacture'),
    montantSegurHTFacture: lecteur.montant('montantSegurHTFacture'),
    dateCommande: lecteur.jour('dateCommande'),
    montantSegurHTCommande: lecteur.montant('montantSegurHTCommande'),
    beneficiaires: lecteur.finess('beneficiaires'),
    piecesJustificatives: readPieces(tags.get('piecesJustificatives'), rang, rapporteur),
    ...readScenario(lecteur),
    codeTraitement: readCode(tags.get('codeTraitement'), lecteur),
    libelleTraitement: lecteur.texte('libelleTraitement'),
  } satisfies Lus<'ligne'>
  return { rang, ...lus }
}

const numberOr = (json: Json | undefined, lecteur: Lecteur) =>
  json?.kind === 'number' ? json.literal : lecteur.texte('numLigne')

// The accepting code is four zeros; written as a number, one is left.
const readCode = (json: Json | undefined, lecteur: Lecteur) =>
  json?.kind === 'number' && Number(json.literal) === 0 ? '0000' : lecteur.texte('codeTraitement')

const readScenario = (lecteur: Lecteur) => ({
  isDirectToDMP: lecteur.booleen('isDirectToDMP'),
  identDMP: lecteur.liste('identDMP'),
  isDirectToMSSPro: lecteur.booleen('isDirectToMSSPro'),
  adresseBoiteMSSPro: lecteur.adresse('adresseBoiteMSSPro'),
  isDirectToMSSCitoyen: lecteur.booleen('isDirectToMSSCitoyen'),
  adresseBoiteMSSCitoyen: lecteur.adresse('adresseBoiteMSSCitoyen'),
})

/** What the app always writes its own way is told when the file had something else. */
function tellConstants(lecteur: Lecteur, rang: number, rapporteur: Rapporteur) {
  const typeAction = lecteur.texte('typeAction')
  if (typeAction !== '' && typeAction !== profil.typeAction)
    rapporteur.reprise(
      `Le typeAction n’était pas « ${profil.typeAction} » : c’est pourtant le seul qui sera écrit.`,
      rang,
    )
  if (lecteur.texte('lienCompteRendu') !== '')
    rapporteur.reprise('La balise lienCompteRendu était remplie : elle sera écrite vide.', rang)
}

function readPieces(json: Json | undefined, rang: number, rapporteur: Rapporteur): PieceLue[] {
  if (!json || json.kind === 'null') return []
  if (json.kind === 'array') return json.items.flatMap((item) => readPieces(item, rang, rapporteur))
  if (json.kind === 'text') return [{ nomFichier: cleanValeur(json.text), formatFichier: '', typeFichier: '' }]
  if (json.kind !== 'object') {
    rapporteur.reprise('Un élément de piecesJustificatives n’est pas une pièce : il n’est pas lu.', rang)
    return []
  }
  const chemin = 'lignesImport.piecesJustificatives.'
  const lecteur = createLecteur(readTags(json, { portee: 'piece', chemin, rang, rapporteur }), rapporteur, rang)
  const texte = (tag: Tag) => lecteur.texte(tag)
  const lus = {
    nomFichier: texte('nomFichier'),
    formatFichier: texte('formatFichier'),
    typeFichier: texte('typeFichier'),
  } satisfies Lus<'piece'>
  return [lus]
}

/** The wave word that all readable names share, or null. */
function vagueOf(pieces: readonly PieceLue[]): Vague | null {
  const vagues = new Set(pieces.flatMap(({ nomFichier }) => readNomPiece(nomFichier)?.vague ?? []))
  const [first] = vagues
  return vagues.size === 1 && first !== undefined ? first : null
}

import type { Demande, Dossier, Rejet } from '../../dossier/dossier'
import { fromFichier } from '../../dossier/fromFichier'
import { settleNumeroASP } from '../../dossier/numeros'
import { valeurOf } from '../../dossier/rejet'
import type { DepotLu, LigneLue } from '../../format/depotLu'
import { readFichierModele } from '../../format/readFichier'
import { keepRejetees, type LigneRetour } from '../../format/retour'
import { placeOf } from '../../format/retourPlace'
import { piecesOf, type Draft } from '../../storage/draft'
import { openDraft, readPieces } from '../../storage/drafts'
import type { DepotTelecharge } from '../../storage/history'
import { database } from '../state/database'
import { freshEntete } from '../state/entete'
import { beginBrouillon, flush, readLectures } from '../state/session'
import { store } from '../state/store'
import { joindre } from './depots'
import type { Suite } from './etat'
import { chercher, type FichierTrouve } from './reserve'

/** One demande of a deposit to be taken into a new one, with its rejection if it was rejected. */
export interface AReprendre {
  numLigne: number
  retour: LigneRetour | null
}

/** What the new draft begins with. */
interface Debut {
  dossier: Dossier
  octets: Map<string, Blob>
  messages: Suite[]
  lectures: Draft['extra']
}

const withRejet = (demande: Demande, retour: LigneRetour | null | undefined): Demande => {
  const libelle = retour ? retour.libelleTraitement || `code ${retour.codeTraitement}` : null
  if (libelle === null) return { ...demande, rejet: null }
  const champ = placeOf(libelle) ?? 'numeroASP'
  const rejet: Rejet = { libelle, champ, valeur: valeurOf(demande, champ) }
  return { ...demande, rejet }
}

const sameNumeros = (ligne: LigneLue, { saisie }: Demande) =>
  ligne.numeroEditeur.trim().toLowerCase() === saisie.numeroEditeur.trim().toLowerCase() &&
  settleNumeroASP(ligne.numeroASP) === settleNumeroASP(saisie.numeroASP)

/**
 * A new draft of some demandes of a downloaded deposit: as its draft still holds them, pièces and all; what the draft
 * no longer has comes from the JSON and the bytes kept with it. numLigne from 1, next file number of today. format §7
 */
export async function reprendreDepot(
  depot: DepotTelecharge,
  choisies: readonly AReprendre[],
  nom: string,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Suite[]> {
  await flush()
  const [read, kept] = [await openDraft(database, depot.draftId), await readPieces(database, depot.draftId)]
  const draft = read.ok ? read.valeur : null
  const bytes = kept.ok ? kept.valeur : new Map<string, Blob>()
  const lu = readFichierModele(depot.json)
  if (!lu.ok)
    return [
      { kind: 'erreur', faute: 'Le JSON gardé de ce dépôt ne se lit plus.', remede: 'Rouvrez le fichier téléchargé.' },
    ]
  const lignes = choisies.flatMap(({ numLigne, retour }) => {
    const ligne = lu.depot.lignes[numLigne - 1]
    return ligne ? [{ ligne, retour, demande: draft?.dossier.demandes.find((one) => sameNumeros(ligne, one)) }] : []
  })
  const absentes = lignes.filter(({ demande }) => !demande).map(({ ligne }) => ligne)
  const debut = await fromJson(
    { ...lu.depot, lignes: absentes },
    filesOf(depot, bytes),
    depot.nomJson,
    signal,
    onProgress,
  )
  const fromFile = new Map(absentes.map((ligne, index) => [ligne, debut.dossier.demandes[index]]))
  const demandes = lignes.flatMap(({ ligne, retour, demande }) => {
    const found = demande ?? fromFile.get(ligne)
    return found ? [withRejet(found, retour)] : []
  })
  const { octets, messages } = debut
  const complete = demandes.map((demande) => withBytes(demande, bytes, octets, messages))
  const { verifies = {}, passesOutre = {}, entete = debut.dossier.entete } = draft?.dossier ?? {}
  const dossier = { entete: freshEntete(entete), demandes: complete, verifies, passesOutre }
  signal.throwIfAborted()
  await beginBrouillon(dossier, octets, nom, readLectures(draft?.extra ?? {}))
  return messages
}

/**
 * A return that no deposit of this computer is of: what it holds itself is what there is to correct, the rejected
 * demandes and those whose rank the clerk chose. format §7
 */
export async function corrigerRetourSeul(
  lu: DepotLu,
  retours: readonly LigneRetour[],
  choisies: ReadonlySet<number>,
  nom: string,
): Promise<Suite[]> {
  const rejetees = keepRejetees(lu, choisies)
  const debut = await fromJson(rejetees, [], nom, new AbortController().signal, () => undefined)
  const demandes = debut.dossier.demandes.map((demande, index) => {
    const rang = rejetees.lignes[index]?.rang
    return withRejet(
      demande,
      retours.find((retour) => retour.rang === rang && retour.issue === 'rejetee'),
    )
  })
  await beginBrouillon({ ...debut.dossier, demandes }, debut.octets, nom)
  return debut.messages
}

async function fromJson(
  lu: DepotLu,
  fichiers: readonly FichierTrouve[],
  nomJson: string,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Omit<Debut, 'lectures'>> {
  const { fournisseur, dossier: last } = store.getState()
  const known = fournisseur ?? last.entete
  const entete = freshEntete({ ...known, numeroAns: lu.numeroAns || known.numeroAns })
  const { dossier, attendues } = fromFichier(lu, entete, () => crypto.randomUUID())
  const { trouvees, manquantes } = chercher(attendues, fichiers, nomJson)
  const joint = await joindre({ dossier, trouvees }, signal, onProgress)
  const absentes = manquantes.map((manquante): Suite => absente(manquante))
  return { ...joint, messages: [...joint.messages, ...absentes] }
}

const absente = (nom: string): Suite => ({
  kind: 'alerte',
  faute: `« ${nom} » n’est plus sur ce poste.`,
  remede: 'Joignez-le de nouveau à sa demande.',
})

/** The bytes kept of a deposit, under the names they had in it. */
const filesOf = (depot: DepotTelecharge, bytes: ReadonlyMap<string, Blob>): FichierTrouve[] =>
  depot.demandes.flatMap(({ pieces }) =>
    pieces.flatMap(({ id, nomFichier }) => {
      const octets = bytes.get(id)
      return octets ? [{ nom: nomFichier, octets, source: depot.nomZip }] : []
    }),
  )

/** The demande with those of its pièces whose bytes are at hand; they are put with the others. */
function withBytes(
  demande: Demande,
  kept: ReadonlyMap<string, Blob>,
  octets: Map<string, Blob>,
  messages: Suite[],
): Demande {
  const pieces = { ...demande.pieces }
  for (const piece of piecesOf(demande)) {
    const bytes = octets.get(piece.id) ?? kept.get(piece.id)
    if (bytes) octets.set(piece.id, bytes)
    else {
      messages.push(absente(piece.nomOriginal))
      if (pieces.FACTURE === piece) pieces.FACTURE = null
      if (pieces.VA === piece) pieces.VA = null
    }
  }
  return { ...demande, pieces }
}

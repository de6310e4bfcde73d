import type { Demande, Rejet } from '../../dossier/dossier'
import { fromFichier } from '../../dossier/fromFichier'
import { settleNumeroASP } from '../../dossier/numeros'
import { valeurOf } from '../../dossier/rejet'
import type { DepotLu, LigneLue } from '../../format/depotLu'
import { profil } from '../../format/profil'
import { readFichierModele } from '../../format/readFichier'
import { keepRejetees, type LigneRetour } from '../../format/retour'
import { placeOf } from '../../format/retourPlace'
import type { DepotTelecharge } from '../../records/depotTelecharge'
import { piecesOf } from '../../records/draft'
import { readLectures } from '../../records/lectures'
import type { Core } from '../core'
import type { Entetes } from '../entete'
import type { Octets, WorkOptions } from '../ports'
import type { Session } from '../session'
import { joindre, type Joint } from './joindre'
import type { Suite } from './panel'
import { chercher, type FichierTrouve } from './reserve'

/** One demande of a deposit to be taken into a new one, with its rejection if it was rejected. */
export interface AReprendre {
  numLigne: number
  retour: LigneRetour | null
}

export type Correction = ReturnType<typeof createCorrection>

/** New deposits out of old ones. What could not be taken is told; null when it was stopped or the clerk stays. */
export function createCorrection({ ports }: Core, session: Session, entetes: Entetes) {
  const fromJson = async (
    lu: DepotLu,
    fichiers: readonly FichierTrouve[],
    nomJson: string,
    options: WorkOptions,
  ): Promise<Joint | null> => {
    const known = entetes.knownFournisseur()
    const entete = entetes.freshEntete({ ...known, numeroAns: lu.numeroAns || known.numeroAns })
    const { dossier, attendues } = fromFichier(lu, entete, ports.newId)
    const { trouvees, manquantes } = chercher(attendues, fichiers, nomJson)
    const joint = await joindre(ports.pieces, { dossier, trouvees }, options)
    return joint && { ...joint, messages: [...joint.messages, ...manquantes.map(absente)] }
  }

  return {
    /**
     * A new draft of some demandes of a downloaded deposit: as its draft still holds them, pièces and all; what the
     * draft no longer has comes from the JSON and the bytes kept with it. numLigne from 1, next file number of today.
     * format §7
     */
    reprendreDepot: async (
      resume: DepotTelecharge,
      choisies: readonly AReprendre[],
      nom: string,
      options: WorkOptions,
    ): Promise<Suite[] | null> => {
      await session.flush()
      const [depot, read, kept] = await Promise.all([
        ports.history.read(resume.id),
        ports.drafts.open(resume.draftId),
        ports.drafts.readPieces(resume.draftId),
      ])
      const lu = depot.ok ? readFichierModele(depot.valeur.json) : null
      if (!lu?.ok) return [illisible]
      const draft = read.ok ? read.valeur : null
      const bytes = kept.ok ? kept.valeur : new Map<string, Octets>()
      const lignes = choisies.flatMap(({ numLigne, retour }) => {
        const ligne = lu.depot.lignes[numLigne - 1]
        return ligne ? [{ ligne, retour, demande: draft?.dossier.demandes.find((one) => sameNumeros(ligne, one)) }] : []
      })
      const absentes = lignes.filter(({ demande }) => !demande).map(({ ligne }) => ligne)
      const debut = await fromJson({ ...lu.depot, lignes: absentes }, filesOf(resume, bytes), resume.nomJson, options)
      if (!debut || options.signal.aborted) return null
      const fromFile = new Map(absentes.map((ligne, index) => [ligne, debut.dossier.demandes[index]]))
      const demandes = lignes.flatMap(({ ligne, retour, demande }) => {
        const found = demande ?? fromFile.get(ligne)
        return found ? [withRejet(found, retour)] : []
      })
      const { octets, messages } = debut
      const complete = demandes.map((demande) => withBytes(demande, bytes, octets, messages))
      const { verifies = {}, passesOutre = {}, entete = debut.dossier.entete } = draft?.dossier ?? {}
      const dossier = { entete: entetes.freshEntete(entete), demandes: complete, verifies, passesOutre }
      const lectures = readLectures(draft?.extra.lectures)
      return (await session.begin({ dossier, pieces: octets, nom, lectures })) ? messages : null
    },

    /**
     * A return that no deposit of this computer is of: what it holds itself is what there is to correct, the rejected
     * demandes and those whose rank the clerk chose. format §7
     */
    corrigerRetourSeul: async (
      lu: DepotLu,
      retours: readonly LigneRetour[],
      choisies: ReadonlySet<number>,
      nom: string,
    ): Promise<Suite[] | null> => {
      const rejetees = keepRejetees(lu, choisies)
      const debut = await fromJson(rejetees, [], nom, { signal: ports.newStop().signal, onProgress: () => undefined })
      if (!debut) return null
      const demandes = debut.dossier.demandes.map((demande, index) => {
        const rang = rejetees.lignes[index]?.rang
        return withRejet(
          demande,
          retours.find((retour) => retour.rang === rang && retour.issue === 'rejetee'),
        )
      })
      const begun = await session.begin({ dossier: { ...debut.dossier, demandes }, pieces: debut.octets, nom })
      return begun ? debut.messages : null
    },
  }
}

const illisible: Suite = {
  kind: 'erreur',
  faute: 'Le JSON gardé de ce dépôt ne se lit plus.',
  remede: 'Rouvrez le fichier téléchargé.',
}

const absente = (nom: string): Suite => ({
  kind: 'alerte',
  faute: `« ${nom} » n’est plus sur ce poste.`,
  remede: 'Joignez-le de nouveau à sa demande.',
})

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

/** The bytes kept of a deposit, under the names they had in it. */
const filesOf = (depot: DepotTelecharge, bytes: ReadonlyMap<string, Octets>): FichierTrouve[] =>
  depot.demandes.flatMap(({ pieces }) =>
    pieces.flatMap(({ id, nomFichier }) => {
      const octets = bytes.get(id)
      return octets ? [{ nom: nomFichier, octets, source: depot.nomZip }] : []
    }),
  )

/** The demande with those of its pièces whose bytes are at hand; they are put with the others. */
function withBytes(
  demande: Demande,
  kept: ReadonlyMap<string, Octets>,
  octets: Map<string, Octets>,
  messages: Suite[],
): Demande {
  const pieces = { ...demande.pieces }
  for (const piece of piecesOf(demande)) {
    const bytes = octets.get(piece.id) ?? kept.get(piece.id)
    if (bytes) octets.set(piece.id, bytes)
    else {
      messages.push(absente(piece.nomOriginal))
      for (const type of profil.typesFichier) if (pieces[type] === piece) pieces[type] = null
    }
  }
  return { ...demande, pieces }
}

import { allConstats, type Bilan } from '../dossier/checkDossier'
import { verifieLe } from '../dossier/constat'
import type { Dossier } from '../dossier/dossier'
import { showFaute } from '../dossier/enonce'
import { parseFiness } from '../dossier/finess'
import { centimesOf } from '../dossier/montant'
import { settleNumeroASP } from '../dossier/numeros'
import { nommerPieces } from '../dossier/toFichier'
import { showMessage } from '../format/message'
import { cleanValeur } from '../format/texte'
import {
  resumeDepot,
  type DemandeTelechargee,
  type DepotEntier,
  type DepotTelecharge,
} from '../records/depotTelecharge'
import { messagesStockage, type RaisonLecture, type RaisonStockage } from '../records/resultat'
import { writeTrace } from '../rapport/readTrace'
import { traceOf, type Sujet } from '../rapport/trace'
import { version } from '../rapport/version'
import type { Core } from './core'
import type { Entetes } from './entete'
import type { Judging } from './judging'
import type { Library } from './library'
import type { Notices } from './notices'
import type { Octets } from './ports'
import type { State } from './state'

/** A deposit whose files were made, and the dossier they were made of. */
export interface DepotFait {
  nomJson: string
  nomZip: string
  /** The JSON file's text. */
  json: string
  /** The two files as the report names them. */
  fichiers: Sujet['faits']
  dossier: Dossier
  /** The draft that the dossier is of, and what it was judged against, as they stood when its files were taken. */
  origine: Origine
}

export type Origine = Pick<State, 'brouillon' | 'contexte' | 'dossier'>

/** The two files of a deposit, to be found in the history. */
export interface Fichiers {
  nomJson: string
  json: string
  empreinteZip: string
}

/** A download of the history. `pareil`: it held the same files, to the byte. */
export interface Dernier {
  depot: DepotTelecharge
  pareil: boolean
}

export type Depots = ReturnType<typeof createDepots>

/** The history of downloads. */
export function createDepots(
  { ports, store }: Core,
  { judging, library, entetes, notices }: { judging: Judging; library: Library; entetes: Entetes; notices: Notices },
) {
  const sayWhy = (raison: RaisonStockage | RaisonLecture) => notices.say(showMessage(messagesStockage[raison]))

  return {
    /**
     * Keeps a download in the history: the next deposit of the day takes the next number, its FINESS are remembered.
     * What the computer refuses to write is known as long as this window lives, and said.
     */
    record: async ({ dossier, fichiers, origine, ...files }: DepotFait) => {
      const { brouillon, contexte } = origine
      if (!brouillon) return
      const date = ports.clock.now()
      const rangs = rangsIn(origine.dossier, dossier)
      const bilan = rangs ? bilanOfPart(judging.bilanOf(origine), dossier) : judging.bilanOf({ dossier, contexte })
      const { lus } = contexte
      const trace = traceOf({ dossier, bilan, lus, faits: fichiers, version, controleLe: date, rangs })
      const { numeroAns, dateDepot, numeroFichier } = dossier.entete
      const constats = allConstats(bilan)
      const seen = constats.filter((found) => verifieLe(found, dossier.verifies) !== null)
      const depot: Omit<DepotEntier, 'deposeLe' | 'retour'> = {
        id: ports.newId(),
        draftId: brouillon.id,
        ...files,
        date,
        empreinteZip: fichiers.find(({ nom }) => nom === files.nomZip)?.empreinte ?? '',
        trace: writeTrace(trace),
        numeroAns: cleanValeur(numeroAns),
        dateDepot,
        numeroFichier,
        demandes: demandesOf(dossier),
        verifies: seen.map(({ message }) => message.faute),
        passesOutre: constats.flatMap((found) =>
          found.passeOutre === undefined ? [] : [`${showFaute(found)} Raison : ${found.passeOutre}`],
        ),
      }
      const saved = await ports.history.save(depot)
      await library.loadDepots()
      if (!saved.ok) {
        library.keepUnwritten(resumeDepot({ ...depot, deposeLe: null, retour: null }))
        notices.say(
          `Ce téléchargement n’a pas pu être noté dans l’historique. Gardez les fichiers : après la fermeture de cette page, le numéro ${numeroFichier} serait proposé de nouveau.`,
        )
      }
      await entetes.rememberFournisseur(dossier.entete)
    },

    /**
     * The last download under that name from the draft at work, and whether it held these very files; null when there is
     * none. `empreinteZip`: SHA-256 of the zip, hexadecimal.
     */
    dernier: async ({ nomJson, json, empreinteZip }: Fichiers): Promise<Dernier | null> => {
      const { depots, brouillon } = store.getState()
      const depot = depots.find((one) => one.nomJson === nomJson && one.draftId === brouillon?.id)
      if (!depot) return null
      const read = await ports.history.read(depot.id)
      if (!read.ok) return null
      return { depot, pareil: read.valeur.json === json && read.valeur.empreinteZip === empreinteZip }
    },

    /** Notes the day (ISO) of the deposit on the portal, or takes it back with null. */
    mark: async ({ id }: DepotTelecharge, deposeLe: string | null) => {
      const marked = await ports.history.markDepose(id, deposeLe)
      if (!marked.ok) sayWhy(marked.raison)
      await library.loadDepots()
    },

    /** A deposit with its texts; null, and said why, when it cannot be read. */
    read: async ({ id }: DepotTelecharge): Promise<DepotEntier | null> => {
      const read = await ports.history.read(id)
      if (read.ok) return read.valeur
      sayWhy(read.raison)
      return null
    },

    /** The bytes kept of some pièces of a deposit, in order; null, and said why, when one of them is gone. */
    piecesOf: async (
      { draftId }: DepotTelecharge,
      pieces: readonly { id: string; nomFichier: string }[],
    ): Promise<{ nomFichier: string; octets: Octets }[] | null> => {
      const read = await ports.drafts.readPieces(draftId)
      if (!read.ok) {
        sayWhy(read.raison)
        return null
      }
      const entries: { nomFichier: string; octets: Octets }[] = []
      for (const { id, nomFichier } of pieces) {
        const octets = read.valeur.get(id)
        if (!octets) {
          notices.say(`${nomFichier} n’est plus sur ce poste : le zip ne peut pas être refait.`)
          return null
        }
        entries.push({ nomFichier, octets })
      }
      return entries
    },
  }
}

/** Where the demandes of one of several deposits stand in the list that was judged and shown; null where it is no part of it. */
function rangsIn(liste: Dossier, { demandes }: Dossier): { premier: number; dernier: number } | null {
  const [first] = demandes
  const start = first ? liste.demandes.indexOf(first) : -1
  const isPart =
    demandes.length < liste.demandes.length && demandes.every((one, rang) => liste.demandes[start + rang] === one)
  return start >= 0 && isPart ? { premier: start + 1, dernier: start + demandes.length } : null
}

/** What was found in a list, of those of its demandes that one of its deposits holds: as the clerk saw and verified it. */
const bilanOfPart = (bilan: Bilan, { demandes }: Dossier): Bilan => ({
  ...bilan,
  demandes: new Map(demandes.map(({ id }) => [id, bilan.demandes.get(id) ?? []])),
})

const demandesOf = ({ demandes, entete }: Dossier): DemandeTelechargee[] =>
  demandes.map((demande) => ({
    numeroASP: settleNumeroASP(demande.saisie.numeroASP),
    numeroEditeur: cleanValeur(demande.saisie.numeroEditeur),
    libelleInterne: demande.saisie.libelleInterne.trim(),
    centimes: centimesOf(demande.saisie.montantSegurHTFacture),
    beneficiaires: demande.saisie.beneficiaires.flatMap((typed) => parseFiness(typed) ?? []),
    pieces: nommerPieces(demande, entete.vague).map(({ nomFichier, piece }) => ({ id: piece.id, nomFichier })),
  }))

import type { DepotPret } from '../../depot/depot'
import { libelles } from '../../dossier/champs'
import { allConstats } from '../../dossier/checkDossier'
import { constatKey } from '../../dossier/constat'
import type { Dossier } from '../../dossier/dossier'
import { parseFiness } from '../../dossier/finess'
import { centimesOf } from '../../dossier/montant'
import { settleNumeroASP } from '../../dossier/numeros'
import { nommerPieces } from '../../dossier/toFichier'
import { saveDepot, type DemandeTelechargee } from '../../storage/history'
import { database } from './database'
import { loadDepots } from './library'
import { rememberFournisseur } from './fournisseur'
import { bilanOf, store } from './store'
import { cleanValeur } from '../../format/texte'

const demandesOf = ({ demandes, entete }: Dossier): DemandeTelechargee[] =>
  demandes.map((demande) => ({
    numeroASP: settleNumeroASP(demande.saisie.numeroASP),
    numeroEditeur: cleanValeur(demande.saisie.numeroEditeur),
    libelleInterne: demande.saisie.libelleInterne.trim(),
    centimes: centimesOf(demande.saisie.montantSegurHTFacture),
    beneficiaires: demande.saisie.beneficiaires.flatMap((typed) => parseFiness(typed) ?? []),
    pieces: nommerPieces(demande, entete.vague).map(({ nomFichier, piece }) => ({ id: piece.id, nomFichier })),
  }))

/** Keeps a download in the history: the next deposit of the day takes the next number, its FINESS are remembered. */
export async function recordDepot({ json, nomJson, nomZip }: DepotPret, dossier: Dossier) {
  const state = store.getState()
  if (!state.brouillon) return
  const { numeroAns, dateDepot, numeroFichier } = dossier.entete
  const constats = allConstats(bilanOf(state))
  const seen = constats.filter((found) => constatKey(found) in dossier.verifies)
  await saveDepot(database, {
    id: crypto.randomUUID(),
    draftId: state.brouillon.id,
    nomJson,
    nomZip,
    date: new Date().toISOString(),
    numeroAns: cleanValeur(numeroAns),
    dateDepot,
    numeroFichier,
    demandes: demandesOf(dossier),
    json: await json.text(),
    verifies: seen.map(({ message }) => message.faute),
    passesOutre: constats.flatMap(({ champ, message, passeOutre }) =>
      passeOutre === undefined ? [] : [`${libelles[champ]} : ${message.faute} Raison : ${passeOutre}`],
    ),
  })
  await Promise.all([loadDepots(), rememberFournisseur()])
}

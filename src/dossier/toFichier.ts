import type { Fichier, LigneImport, PieceJustificative, ScenarioInstallation } from '../format/fichier'
import { writeNomPiece } from '../format/names'
import { profil, type TypeFichier, type Vague } from '../format/profil'
import { cleanValeur } from '../format/texte'
import { settleAdresse } from './adresse'
import type { Demande, Dossier, Piece, Saisie } from './dossier'
import { parseFiness } from './finess'
import { parseJour } from './jour'
import { centimesOf } from './montant'
import { settleNumeroASP } from './numeros'
import { parseSiret } from './siret'

/** One pièce under its name in the zip. */
export interface PieceNommee {
  nomFichier: string
  typeFichier: TypeFichier
  piece: Piece
}

/** The pièces of one demande under their names, FACTURE first; those not attached are absent. guide §3.3 */
export const nommerPieces = ({ saisie, pieces }: Demande, vague: Vague): PieceNommee[] =>
  profil.typesFichier.flatMap((typeFichier) => {
    const piece = pieces[typeFichier]
    if (!piece) return []
    const numeroEditeur = cleanValeur(saisie.numeroEditeur)
    return [
      {
        nomFichier: writeNomPiece({ vague, typeFichier, numeroEditeur, formatFichier: piece.formatFichier }),
        typeFichier,
        piece,
      },
    ]
  })

function valid<Value>(value: Value | null, name: string): Value {
  if (value === null) throw new Error(`${name} was to be written before the dossier was free of erreurs`)
  return value
}

const toScenario = (saisie: Saisie): ScenarioInstallation => {
  const isDirectToDMP = valid(saisie.isDirectToDMP, 'isDirectToDMP')
  const isDirectToMSSPro = valid(saisie.isDirectToMSSPro, 'isDirectToMSSPro')
  const isDirectToMSSCitoyen = valid(saisie.isDirectToMSSCitoyen, 'isDirectToMSSCitoyen')
  return {
    isDirectToDMP,
    identDMP: isDirectToDMP ? saisie.identDMP.map(cleanValeur) : [],
    isDirectToMSSPro,
    adresseBoiteMSSPro: isDirectToMSSPro ? settleAdresse(saisie.adresseBoiteMSSPro) : null,
    isDirectToMSSCitoyen,
    adresseBoiteMSSCitoyen: isDirectToMSSCitoyen ? settleAdresse(saisie.adresseBoiteMSSCitoyen) : null,
  }
}

const toPieceJustificative = ({ nomFichier, typeFichier, piece }: PieceNommee): PieceJustificative => ({
  nomFichier,
  formatFichier: piece.formatFichier,
  typeFichier,
})

const toLigne = (demande: Demande, vague: Vague): LigneImport => {
  const { saisie } = demande
  return {
    numeroASP: settleNumeroASP(saisie.numeroASP),
    numeroEditeur: cleanValeur(saisie.numeroEditeur),
    facture: {
      dateFacture: valid(parseJour(saisie.dateFacture), 'dateFacture'),
      montantSegurHTFacture: valid(centimesOf(saisie.montantSegurHTFacture), 'montantSegurHTFacture'),
    },
    beneficiaires: saisie.beneficiaires.map((typed) => parseFiness(typed) ?? cleanValeur(typed)),
    piecesJustificatives: nommerPieces(demande, vague).map(toPieceJustificative),
    scenarioInstallation: toScenario(saisie),
  }
}

/**
 * A dossier without erreurs → the values of its file. What stands against a rule that the clerk passed over is written
 * as typed, made plain. What cannot be written at all (no date, no amount, no answer) throws.
 */
export const toFichier = ({ entete, demandes }: Dossier): Fichier => ({
  numeroAns: cleanValeur(entete.numeroAns),
  SIRET: parseSiret(entete.SIRET) ?? cleanValeur(entete.SIRET),
  lignesImport: demandes.map((demande) => toLigne(demande, entete.vague)),
})

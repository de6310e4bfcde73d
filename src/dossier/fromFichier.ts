import type { DepotLu, LigneLue, PieceLue } from '../format/depotLu'
import { readNomPiece } from '../format/names'
import { profil, type TypeFichier } from '../format/profil'
import { cleanValeur } from '../format/texte'
import { emptyDemande, type Demande, type Dossier, type Entete, type Saisie } from './dossier'
import { parseFiness } from './finess'
import { settleJour } from './jour'
import { settleMontant } from './montant'
import { settleNumeroASP } from './numeros'
import { parseSiret } from './siret'

/** A pièce that a demande of the file announces, to be looked for in the zip. */
export interface PieceAttendue {
  /** Id of the demande. */
  demande: string
  nomFichier: string
  /** Null when neither the file nor the name tells. */
  typeFichier: TypeFichier | null
}

export interface FromFichier {
  dossier: Dossier
  attendues: PieceAttendue[]
}

/**
 * A file that was read → a dossier without pièces yet, and the names these had. The deposit's date, file number and
 * whatever the file's header lacks are those of `entete`; `newId` gives each demande its id. format §7
 */
export function fromFichier(depot: DepotLu, entete: Entete, newId: () => string): FromFichier {
  const lues = depot.lignes.map((ligne) => ({ ligne, demande: fromLigne(ligne, newId()) }))
  return {
    dossier: {
      entete: {
        ...entete,
        numeroAns: cleanValeur(depot.numeroAns) || entete.numeroAns,
        SIRET: depot.SIRET ? (parseSiret(depot.SIRET) ?? depot.SIRET) : entete.SIRET,
        vague: depot.vague ?? entete.vague,
      },
      demandes: lues.map(({ demande }) => demande),
      verifies: {},
      passesOutre: {},
    },
    attendues: lues.flatMap(({ ligne, demande }) =>
      ligne.piecesJustificatives
        .filter(({ nomFichier }) => nomFichier !== '')
        .map((piece) => ({ demande: demande.id, nomFichier: piece.nomFichier, typeFichier: typeOf(piece) })),
    ),
  }
}

function fromLigne(ligne: LigneLue, id: string): Demande {
  const empty = emptyDemande(id)
  const lue: Pick<Saisie, (keyof LigneLue & keyof Saisie) | 'montantCommande'> = {
    numeroASP: settleNumeroASP(ligne.numeroASP),
    numeroEditeur: cleanValeur(ligne.numeroEditeur),
    dateFacture: settleJour(ligne.dateFacture),
    montantSegurHTFacture: settleMontant(ligne.montantSegurHTFacture),
    montantCommande: settleMontant(ligne.montantSegurHTCommande),
    beneficiaires: settleBeneficiaires(ligne.beneficiaires),
    isDirectToDMP: ligne.isDirectToDMP,
    identDMP: ligne.identDMP.map(cleanValeur),
    isDirectToMSSPro: ligne.isDirectToMSSPro,
    adresseBoiteMSSPro: ligne.adresseBoiteMSSPro,
    isDirectToMSSCitoyen: ligne.isDirectToMSSCitoyen,
    adresseBoiteMSSCitoyen: ligne.adresseBoiteMSSCitoyen,
  }
  return { ...empty, saisie: { ...empty.saisie, ...lue } }
}

/** FINESS in capitals; what is none stays as it was, for the checks to name. */
export const settleBeneficiaires = (texts: readonly string[]) =>
  texts.map((text) => parseFiness(text) ?? cleanValeur(text))

const typeOf = ({ nomFichier, typeFichier }: PieceLue): TypeFichier | null =>
  profil.typesFichier.find((known) => known === typeFichier.toUpperCase()) ??
  readNomPiece(nomFichier)?.typeFichier ??
  null

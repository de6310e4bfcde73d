import { LosslessNumber, stringify } from 'lossless-json'
import type { Fichier, LigneImport } from './fichier'
import { writeMontant } from './montant'
import { profil } from './profil'

const writeLigne = (ligne: LigneImport, index: number) => {
  const scenario = ligne.scenarioInstallation
  return {
    numLigne: index + 1,
    typeAction: profil.typeAction,
    numeroASP: ligne.numeroASP,
    numeroEditeur: ligne.numeroEditeur,
    facture: {
      dateFacture: ligne.facture.dateFacture,
      // A number of JavaScript would lose its zeros: the literal is carried as text to the end.
      montantSegurHTFacture: new LosslessNumber(writeMontant(ligne.facture.montantSegurHTFacture)),
    },
    beneficiaires: ligne.beneficiaires,
    piecesJustificatives: ligne.piecesJustificatives.map(({ nomFichier, formatFichier, typeFichier }) => ({
      nomFichier,
      formatFichier,
      typeFichier,
    })),
    lienCompteRendu: null,
    scenarioInstallation: {
      isDirectToDMP: scenario.isDirectToDMP,
      identDMP: scenario.identDMP,
      isDirectToMSSPro: scenario.isDirectToMSSPro,
      adresseBoiteMSSPro: scenario.adresseBoiteMSSPro,
      isDirectToMSSCitoyen: scenario.isDirectToMSSCitoyen,
      adresseBoiteMSSCitoyen: scenario.adresseBoiteMSSCitoyen,
    },
    codeTraitement: null,
    libelleTraitement: null,
  }
}

/** The file's text: tags in the guide's order and spelling, two spaces of indentation, LF, one final newline. §2 */
export const writeFichier = (fichier: Fichier): string =>
  `${stringify(
    {
      impId: null,
      numeroAns: fichier.numeroAns,
      SIRET: fichier.SIRET,
      lignesImport: fichier.lignesImport.map(writeLigne),
    },
    null,
    2,
  )}\n`

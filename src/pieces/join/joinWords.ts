import type { EchecJonction, Perte } from './join'

const echecs: Record<EchecJonction['raison'], string> = {
  xml: 'Un fichier XML ne peut pas être joint à d’autres.\nDéposez plutôt le PDF de la même pièce.',
  motDePasse:
    'Ce PDF est protégé par un mot de passe et ne peut pas être joint.\nEnregistrez-en une copie sans mot de passe, puis recommencez.',
  illisible:
    'Ce document est abîmé et ne peut pas être joint.\nExportez-le ou numérisez-le de nouveau, puis recommencez.',
  tropGrand:
    'Cette image a trop de points pour être jointe.\nNumérisez le document dans une qualité plus basse, puis recommencez.',
  tropDePages: 'Ces documents ont ensemble plus de 300 pages.\nN’en joignez que les pages utiles.',
  tropLourd: 'Ces documents pèsent ensemble plus de 100 Mo.\nN’en joignez que les pages utiles.',
}

/** Why documents were not joined, and what to do. */
export const showEchecJonction = ({ raison }: EchecJonction): string => echecs[raison]

const pertes: Record<Perte, string> = {
  signature: 'La signature électronique n’y est plus : gardez l’original, il peut vous être demandé.',
  factureX: 'La facture électronique (XML) contenue dans le PDF n’y est plus ; la page reste la même.',
  piecesJointes: 'Les fichiers joints à l’intérieur du PDF n’y sont plus.',
  formulaire: 'Les champs du formulaire ne sont plus modifiables ; ce qui y était écrit reste.',
  calques: 'Les calques masqués du PDF peuvent être visibles : vérifiez les pages.',
}

/** What a rewritten document has lost. */
export const showPerte = (perte: Perte): string => pertes[perte]

import type { Centimes } from '../format/montant'
import { profil } from '../format/profil'
import { showEuros } from './montant'
import { showMo, showOctets } from './taille'

/** `erreur` blocks the download. `alerte` is shown and never blocks. */
export type Gravite = 'erreur' | 'alerte'

/**
 * One rule: what it judges, its § of the guide (shown with it), and its message, given the facts. A message has two lines: the fault,
 * then what to do. `manque` marks a field that is simply not filled in yet.
 */
export interface Regle<Faits> {
  gravite: Gravite
  manque: boolean
  /** An erreur of content that the clerk may let stand, saying why: its value can be written as it was typed. */
  contournable: boolean
  paragraphe: string
  message: (faits: Faits) => string
}

const erreur = <Faits = void>(paragraphe: string, message: (faits: Faits) => string): Regle<Faits> => ({
  gravite: 'erreur',
  manque: false,
  contournable: false,
  paragraphe,
  message,
})
const contournable = <Faits>(regle: Regle<Faits>): Regle<Faits> => ({ ...regle, contournable: true })
const manque = (paragraphe: string, message: string): Regle<void> => ({
  gravite: 'erreur',
  manque: true,
  contournable: false,
  paragraphe,
  message: () => message,
})
const alerte = <Faits = void>(paragraphe: string, message: (faits: Faits) => string): Regle<Faits> => ({
  gravite: 'alerte',
  manque: false,
  contournable: false,
  paragraphe,
  message,
})

const { longueurs } = profil
const caracteres = (count: number) => `${count} caractère${count > 1 ? 's' : ''}`
const nomLisible =
  'Retirez les espaces, les accents et les signes \\ / : * ? " < > | : ce numéro entre dans le nom des fichiers.'
const citationMax = 60
/** Pasted text may be long and have line breaks: what is quoted is one line, shortened. */
function cite(valeur: string) {
  const signes = Array.from(valeur.replace(/\s+/g, ' ').trim())
  return signes.length > citationMax ? `« ${signes.slice(0, citationMax).join('')}… »` : `« ${signes.join('')} »`
}

/** Every rule of the format, once. The § are the ASP guide's. */
export const regles = {
  numeroAnsManquant: manque(
    '§3.2',
    'Numéro de référencement ANS manquant.\nC’est le numéro de 10 caractères donné par l’ANS à votre logiciel, par exemple 1234567890.',
  ),
  numeroAnsLongueur: contournable(
    erreur<{ longueur: number }>(
      '§3.2',
      ({ longueur }) =>
        `${caracteres(longueur)} au lieu de ${longueurs.numeroAns}.\nRecopiez le numéro donné par l’ANS, par exemple 1234567890.`,
    ),
  ),
  numeroAnsCaracteres: erreur('§3.3', () => `Ce numéro ANS contient un caractère interdit.\n${nomLisible}`),
  numeroAnsChiffres: alerte(
    '§3.3',
    () =>
      'Ce numéro ANS ne contient pas que des chiffres.\nComparez-le avec la notification de référencement de l’ANS.',
  ),
  SIRETManquant: manque(
    '§3.2',
    'SIRET manquant.\nC’est celui de votre enrôlement sur le portail, 14 chiffres, par exemple 732 829 320 00074.',
  ),
  SIRETFormat: contournable(
    erreur<{ longueur: number; chiffres: boolean }>('§3.2', ({ longueur, chiffres }) =>
      chiffres
        ? `${longueur} chiffre${longueur > 1 ? 's' : ''} au lieu de ${longueurs.SIRET}.\nRecopiez les 14 chiffres du SIRET de votre enrôlement, par exemple 732 829 320 00074.`
        : 'Un SIRET ne contient que des chiffres.\nRecopiez les 14 chiffres de votre enrôlement, par exemple 732 829 320 00074.',
    ),
  ),
  SIRETCle: alerte(
    '§3.2',
    () =>
      'La clé de contrôle de ce SIRET ne correspond pas.\nUn chiffre est sans doute faux : comparez avec votre avis de situation Insee.',
  ),
  dateDepotManquante: manque(
    '§3.3',
    'Date de dépôt manquante.\nC’est le jour où vous déposerez sur le portail, par exemple 15/03/2023.',
  ),
  dateDepotInvalide: erreur(
    '§3.3',
    () => 'Cette date n’existe pas ou ne peut pas être lue.\nÉcrivez le jour du dépôt ainsi : 15/03/2023.',
  ),
  dateDepotAutreJour: alerte<{ today: string }>(
    '§3.3',
    ({ today }) =>
      `Le dépôt n’est pas daté d’aujourd’hui (${today}).\nLe nom du fichier doit porter le jour du dépôt sur le portail : corrigez la date, sauf si vous déposez bien ce jour-là.`,
  ),
  numeroFichierManquant: manque(
    '§3.3',
    'Numéro de fichier manquant.\nC’est 001 pour le premier fichier du jour, puis 002, 003…',
  ),
  numeroFichierInvalide: erreur(
    '§3.3',
    () => 'Le numéro de fichier va de 001 à 999.\nC’est 001 pour le premier fichier déposé ce jour-là, puis 002, 003…',
  ),
  numeroFichierDejaUtilise: alerte<{ suivant: string | null }>(
    '§3.3',
    ({ suivant }) =>
      `Ce numéro de fichier a déjà servi sur ce poste pour ce numéro ANS et ce jour.\n${suivant ? `Prenez ${suivant}, sauf si l’autre fichier n’a pas été déposé.` : 'Vérifiez que l’autre fichier n’a pas été déposé.'}`,
  ),
  lignesImportManquantes: manque(
    '§3.2',
    'Aucune demande dans ce dépôt.\nAjoutez au moins une demande à l’étape Demandes.',
  ),
  lignesImportTrop: erreur<{ nombre: number }>(
    '§2.1',
    ({ nombre }) =>
      `${nombre} demandes : un fichier en contient ${profil.demandesMax} au plus.\nRetirez-en ${nombre - profil.demandesMax} et déposez-les dans un autre fichier.`,
  ),
  zipTaille: erreur<{ taille: number }>(
    '§2.1',
    ({ taille }) =>
      `Les pièces pèsent ${showMo(taille)} ; le zip est limité à 200 Mo.\nRetirez des demandes et déposez-les dans un autre fichier.`,
  ),
  zipTailleProche: alerte<{ taille: number }>(
    '§2.1',
    ({ taille }) =>
      `Les pièces pèsent ${showMo(taille)}, près de la limite de 200 Mo.\nLe portail compte peut-être 200 000 000 octets : répartir les demandes sur deux fichiers serait plus sûr.`,
  ),

  rejetPortail: alerte<{ libelle: string }>(
    '§1.2',
    ({ libelle }) =>
      `Rejetée par le portail : « ${libelle.replace(/\s+/g, ' ').trim()} ».\nCorrigez ce champ. S’il est juste, cochez « Vérifié » au contrôle.`,
  ),
  numeroASPManquant: manque(
    '§3.2',
    'Numéro de dossier ASP manquant.\nL’ASP l’a donné après la demande d’avance, par exemple FINBIO000006.',
  ),
  numeroASPLongueur: contournable(
    erreur<{ longueur: number }>(
      '§3.2',
      ({ longueur }) =>
        `${caracteres(longueur)} au lieu de ${longueurs.numeroASP}.\nC’est FINBIO suivi de six chiffres, par exemple FINBIO000006.`,
    ),
  ),
  numeroASPPrefixe: contournable(
    erreur(
      '§3.2',
      () => 'Ce numéro ne commence pas par FINBIO.\nC’est FINBIO suivi de six chiffres, par exemple FINBIO000006.',
    ),
  ),
  numeroASPChiffres: alerte(
    '§3.2',
    () =>
      'Les six derniers caractères ne sont pas tous des chiffres.\nComparez avec la notification d’avance : on attend par exemple FINBIO000006.',
  ),
  numeroASPDouble: alerte<{ numLignes: readonly number[] }>(
    '§3.2',
    ({ numLignes }) =>
      `Ce numéro de dossier ASP figure aussi ${ailleurs(numLignes)}.\nUne avance se solde d’ordinaire par une seule demande : vérifiez ces numéros.`,
  ),
  numeroEditeurManquant: manque(
    '§3.2',
    'Numéro éditeur manquant.\nC’est le numéro de 5 caractères que vous avez donné lors de l’avance, par exemple 00001.',
  ),
  numeroEditeurLongueur: erreur<{ longueur: number }>(
    '§3.2',
    ({ longueur }) =>
      `${caracteres(longueur)} au lieu de ${longueurs.numeroEditeur}.\nC’est le numéro donné lors de l’avance, par exemple 00001.`,
  ),
  numeroEditeurCaracteres: erreur('§3.3', () => `Ce numéro éditeur contient un caractère interdit.\n${nomLisible}`),
  numeroEditeurDouble: erreur<{ numLignes: readonly number[] }>(
    '§3.2',
    ({ numLignes }) =>
      `Ce numéro éditeur figure aussi ${ailleurs(numLignes)}.\nChaque demande doit avoir le sien ; une majuscule ne suffit pas à les distinguer.`,
  ),
  numeroEditeurSignes: alerte(
    '§3.2',
    () => 'Ce numéro ne contient pas que des lettres et des chiffres.\nComparez avec le numéro donné lors de l’avance.',
  ),
  nomFichierLongueur: erreur<{ nom: string; longueur: number }>(
    '§3.2',
    ({ nom, longueur }) =>
      `Le nom ${cite(nom)} a ${caracteres(longueur)} : ${longueurs.nomFichierMax} au plus sont admis.\nRaccourcissez le numéro éditeur.`,
  ),

  dateFactureManquante: manque(
    '§3.2',
    'Date de la facture manquante.\nRecopiez la date inscrite sur la facture, par exemple 15/03/2023.',
  ),
  dateFactureInvalide: erreur(
    '§3.2',
    () => 'Cette date n’existe pas ou ne peut pas être lue.\nÉcrivez-la ainsi : 15/03/2023.',
  ),
  dateFactureApresDepot: alerte<{ dateDepot: string }>(
    '§3.2',
    ({ dateDepot }) =>
      `La facture est postérieure à la date de dépôt (${dateDepot}).\nComparez avec la facture, ou corrigez la date de dépôt de l’en-tête.`,
  ),
  dateFactureAvantProgramme: alerte(
    '§3.2',
    () =>
      `La facture est antérieure au ${profil.debutProgramme}.\nLe programme n’existait pas encore : vérifiez la date sur la facture.`,
  ),
  montantManquant: manque(
    '§3.2',
    'Montant manquant.\nRecopiez le montant hors taxe de la prestation Ségur, par exemple 27 450,00.',
  ),
  montantIllisible: erreur(
    '§3.2',
    () => 'Ce n’est pas un montant.\nÉcrivez-le en euros hors taxe, par exemple 27 450,00.',
  ),
  montantAmbigu: erreur<{ lectures: readonly Centimes[] }>(
    '§3.2',
    ({ lectures }) =>
      `Ce montant peut se lire de deux façons.\nVouliez-vous écrire ${lectures.map(showEuros).join(' ou ')} ?`,
  ),
  montantDecimales: erreur(
    '§3.2',
    () =>
      'Plus de deux chiffres après la virgule.\nÉcrivez-le au centime près, comme sur la facture, par exemple 27 450,00.',
  ),
  montantNul: erreur(
    '§3.2',
    () => 'Le montant doit être supérieur à zéro.\nRecopiez le montant hors taxe de la prestation Ségur.',
  ),
  montantSuperieurCommande: contournable(
    erreur<{ commande: Centimes }>(
      '§3.2',
      ({ commande }) =>
        `Montant supérieur au bon de commande (${showEuros(commande)}).\nIl ne peut être qu’égal ou inférieur : corrigez celui des deux qui est faux.`,
    ),
  ),
  montantPlafond: alerte(
    '§3.2',
    () =>
      `Montant supérieur à ${showEuros(profil.montantPlafond as Centimes)}.\nC’est plus que le plus haut forfait SGL publié : vérifiez qu’il s’agit du seul montant Ségur, hors taxe.`,
  ),
  montantTTC: alerte<{ montantHT: Centimes | null }>('§3.2', ({ montantHT }) =>
    montantHT === null
      ? 'C’est le montant TTC de la facture.\nOn attend son total hors taxe.'
      : `C’est le montant TTC de la facture.\nSon total HT est de ${showEuros(montantHT)}.`,
  ),
  montantAutre: alerte<{ montant: Centimes; montantHT: Centimes }>(
    '§3.2',
    ({ montant, montantHT }) =>
      `La facture donne un autre total HT : ${showEuros(montantHT)}.\nVous avez écrit ${showEuros(montant)} : comparez les deux.`,
  ),
  montantAbsent: alerte<{ montant: Centimes }>(
    '§3.2',
    ({ montant }) => `${showEuros(montant)} ne se trouve pas dans la facture.\nComparez avec son total hors taxe.`,
  ),
  dateAutre: alerte<{ date: string; lue: string }>(
    '§3.2',
    ({ date, lue }) => `La facture est datée du ${lue}.\nVous avez écrit ${date} : recopiez la date de la facture.`,
  ),
  dateAbsente: alerte<{ date: string }>(
    '§3.2',
    ({ date }) => `Le ${date} ne se trouve pas dans la facture.\nRecopiez la date inscrite sur la facture.`,
  ),
  finessManquants: alerte<{ manquants: readonly string[] }>('§3.2', ({ manquants }) =>
    manquants.length === 1
      ? `${manquants[0] ?? ''} est dans la facture et pas dans la liste.\nAjoutez-le si ce site a été équipé.`
      : `${manquants.length} FINESS de la facture ne sont pas dans la liste.\nAjoutez ceux des sites équipés : ${manquants.slice(0, 6).join(', ')}${manquants.length > 6 ? '…' : ''}.`,
  ),
  factureSiret: alerte<{ lu: string; siret: string }>(
    '§3.2',
    ({ lu, siret }) =>
      `La facture porte un autre SIRET : ${lu}.\nL’en-tête donne ${siret} : le fournisseur doit être celui de la facture.`,
  ),
  factureAvoir: alerte(
    '§3.1',
    () => 'Ce document est un avoir, pas une facture.\nJoignez la facture de la prestation Ségur.',
  ),
  factureDevise: alerte<{ devise: string }>(
    '§3.2',
    ({ devise }) =>
      `Cette facture est en ${devise}, pas en euros.\nLe montant à déclarer est en euros : vérifiez la facture.`,
  ),
  pieceAutreType: alerte<{ lu: 'FACTURE' | 'VA' }>('§3.1', ({ lu }) =>
    lu === 'VA'
      ? 'Ce document est une attestation, pas une facture.\nLes deux pièces ont peut-être été inversées.'
      : 'Ce document est une facture, pas une attestation.\nLes deux pièces ont peut-être été inversées.',
  ),
  pieceAutreDocument: alerte<{ raison: string }>(
    '§3.1',
    ({ raison }) => `Ce document ne ressemble pas à la pièce attendue.\nVérifiez-le : ${raison}.`,
  ),
  pieceNumeroASP: alerte<{ lu: string; typed: string }>(
    '§3.2',
    ({ lu, typed }) =>
      `Ce document cite le dossier ${lu}.\nLa demande porte ${typed} : la pièce est peut-être celle d’un autre dossier.`,
  ),
  montantCommandeIllisible: alerte(
    '§3.2',
    () =>
      'Le montant du bon de commande n’est pas lisible.\nLa facture n’a pas pu lui être comparée. Écrivez par exemple 27 450,00, ou videz ce champ.',
  ),

  beneficiairesManquants: manque(
    '§3.2',
    'Aucun FINESS.\nAjoutez le FINESS géographique de chaque site équipé, par exemple 999999991.',
  ),
  beneficiaireFormat: contournable(
    erreur<{ valeur: string }>(
      '§3.2',
      ({ valeur }) =>
        `${valeur.trim() === '' ? 'Une ligne vide' : cite(valeur)} n’est pas un FINESS.\nOn attend neuf chiffres, ou en Corse 2A ou 2B puis sept chiffres : retirez cette ligne et saisissez le bon numéro.`,
    ),
  ),
  beneficiaireDouble: contournable(
    erreur<{ valeur: string }>(
      '§3.2',
      ({ valeur }) => `${valeur} figure deux fois dans la liste.\nRetirez l’un des deux.`,
    ),
  ),
  beneficiaireCle: alerte<{ valeur: string }>(
    '§3.2',
    ({ valeur }) =>
      `La clé de contrôle du FINESS ${valeur} ne correspond pas.\nUn chiffre est sans doute faux : comparez avec l’attestation.`,
  ),
  beneficiaireAilleurs: alerte<{ valeur: string; numLignes: readonly number[] }>(
    '§3.2',
    ({ valeur, numLignes }) =>
      `${valeur} figure aussi ${ailleurs(numLignes)}.\nUn établissement n’est financé qu’une fois : gardez-le dans une seule demande.`,
  ),
  beneficiaireDejaDepose: alerte<{ valeur: string; depot: string }>(
    '§3.2',
    ({ valeur, depot }) =>
      `${valeur} figure déjà dans un dépôt précédent (${depot}).\nUn établissement n’est financé qu’une fois : vérifiez que l’autre demande n’a pas été acceptée.`,
  ),
  beneficiairesEnCours: alerte<{ valeur: string }>(
    '§3.2',
    ({ valeur }) =>
      `${cite(valeur)} n’a pas été ajouté à la liste.\nOn n’y reconnaît pas de FINESS : corrigez-le, ou videz le champ.`,
  ),

  FACTUREManquante: manque(
    '§3.1',
    'Facture manquante.\nDéposez ici la facture de la prestation Ségur : PDF, PNG ou JPG, 3 Mo au plus.',
  ),
  VAManquante: manque(
    '§3.1',
    'Attestation de vérification d’aptitude manquante.\nDéposez ici l’attestation : PDF, PNG ou JPG, 3 Mo au plus.',
  ),
  pieceVide: erreur(
    '§3.2',
    () => 'Ce fichier est vide (0 octet).\nIl a sans doute été mal copié : reprenez l’original.',
  ),
  pieceFormat: erreur<{ nature: string }>(
    '§3.2',
    ({ nature }) =>
      `C’est ${nature}, et l’ASP n’accepte que PDF, PNG, JPG et XML.\nEnregistrez ou exportez ce document en PDF, puis déposez le PDF.`,
  ),
  pieceMotDePasse: erreur(
    '§3.2',
    () =>
      'Ce PDF est protégé par un mot de passe.\nL’instructeur ne pourrait pas l’ouvrir : enregistrez-en une copie sans mot de passe et déposez-la.',
  ),
  pieceIllisible: erreur<{ formatFichier: string }>(
    '§3.2',
    ({ formatFichier }) =>
      `Ce fichier ${formatFichier} est abîmé et ne s’ouvre pas.\nExportez ou numérisez le document de nouveau, puis déposez-le.`,
  ),
  pieceSansPage: erreur('§3.2', () => 'Ce PDF n’a aucune page.\nExportez le document de nouveau, puis déposez-le.'),
  pieceTaille: erreur<{ taille: number }>(
    '§2.1',
    ({ taille }) =>
      `Fichier de ${showMo(taille)} (${showOctets(taille)}), pour 3 Mo au plus (${showOctets(profil.pieceTailleMax)}).\nNumérisez-le dans une qualité plus basse, ou en noir et blanc, puis déposez-le de nouveau.`,
  ),
  pieceTailleProche: alerte<{ taille: number }>(
    '§2.1',
    ({ taille }) =>
      `Fichier de ${showMo(taille)}, près de la limite de 3 Mo.\nLe portail compte peut-être 3 000 000 octets : un fichier plus léger serait plus sûr.`,
  ),
  pieceXml: alerte(
    '§3.3',
    () =>
      'Le format XML est admis par le tableau du guide (§3.2), mais absent de sa règle de nommage (§3.3).\nUn PDF de la même pièce serait plus sûr.',
  ),
  pieceExtension: alerte<{ nom: string; formatFichier: string }>(
    '§3.2',
    ({ nom, formatFichier }) =>
      `${cite(nom)} est en réalité un fichier ${formatFichier}.\nIl est nommé selon son contenu ; vérifiez que c’est le bon document.`,
  ),
  pieceRepare: alerte(
    '§3.2',
    () =>
      'Ce fichier est endommagé et ne s’ouvre qu’après réparation.\nLe portail ou l’instructeur pourrait ne pas l’ouvrir : exportez-le de nouveau si vous le pouvez.',
  ),
  pieceOctetsAvant: alerte(
    '§3.2',
    () =>
      'Ce PDF a des octets parasites avant son début.\nUn lecteur strict pourrait le refuser : exportez-le de nouveau si vous le pouvez.',
  ),
  pieceRestrictions: alerte(
    '§3.2',
    () =>
      'Ce PDF porte des restrictions (impression ou copie).\nIl s’ouvre sans mot de passe ; un export sans protection serait plus sûr.',
  ),
  pieceNonVerifiee: alerte(
    '§3.2',
    () =>
      'Ce fichier n’a pas pu être vérifié : il s’ouvre trop lentement.\nOuvrez-le vous-même ; s’il est trop lourd, exportez-le de nouveau.',
  ),
  pieceDouble: alerte<{ ou: string }>(
    '§3.1',
    ({ ou }) => `Le même fichier est déjà joint ${ou}.\nVérifiez que chaque document est à sa place.`,
  ),

  isDirectToDMPManquant: manque(
    '§3.2',
    'Réponse manquante.\nRépondez Oui ou Non : les comptes rendus partent-ils directement du SGL vers le DMP ?',
  ),
  isDirectToMSSProManquant: manque(
    '§3.2',
    'Réponse manquante.\nRépondez Oui ou Non : le SGL envoie-t-il les comptes rendus par MSS Pro ?',
  ),
  isDirectToMSSCitoyenManquant: manque(
    '§3.2',
    'Réponse manquante.\nRépondez Oui ou Non : le SGL envoie-t-il les comptes rendus par MSS Citoyen ?',
  ),
  scenarioTroisNon: alerte(
    '§3.2',
    () =>
      'Aucun envoi direct : trois fois « Non ».\nLe financement suppose d’ordinaire au moins un envoi : vérifiez auprès du laboratoire.',
  ),
  identDMPManquant: manque(
    '§3.2',
    'Identifiant de connexion DMP manquant.\nAjoutez au moins un identifiant de structure (Struct_IdNat), puisque l’envoi au DMP est direct.',
  ),
  identDMPLongueur: contournable(
    erreur<{ longueur: number }>('§3.2', ({ longueur }) =>
      longueur === 0
        ? 'Identifiant vide.\nRetirez-le.'
        : `Identifiant de ${caracteres(longueur)} : ${longueurs.identDMPMax} au plus.\nRetirez-le et recopiez l’identifiant de structure seul.`,
    ),
  ),
  identDMPDouble: contournable(
    erreur<{ valeur: string }>(
      '§3.2',
      ({ valeur }) => `${cite(valeur)} figure deux fois dans la liste.\nRetirez l’un des deux.`,
    ),
  ),
  identDMPEnCours: alerte<{ valeur: string }>(
    '§3.2',
    ({ valeur }) =>
      `${cite(valeur)} n’a pas été ajouté à la liste.\nAppuyez sur Entrée dans le champ pour l’ajouter, ou videz-le.`,
  ),
  adresseManquante: manque(
    '§3.2',
    'Adresse manquante.\nIndiquez la boîte qui envoie, par exemple labo@exemple.mssante.fr.',
  ),
  adresseInvalide: contournable(
    erreur(
      '§3.2',
      () => 'Ce n’est pas une adresse de messagerie.\nOn attend par exemple labo@exemple.mssante.fr, sans espace.',
    ),
  ),
  adresseLongueur: contournable(
    erreur<{ longueur: number }>(
      '§3.2',
      ({ longueur }) =>
        `Adresse de ${caracteres(longueur)} : ${longueurs.adresseMax} au plus.\nRecopiez l’adresse seule.`,
    ),
  ),
  adressePatient: alerte(
    '§3.2',
    () =>
      `C’est une adresse de patient (${profil.domainePatient}).\nIndiquez la boîte du laboratoire, celle qui envoie les comptes rendus.`,
  ),
  adresseHorsMSS: alerte<{ domaine: string }>(
    '§3.2',
    ({ domaine }) =>
      `Le domaine ${domaine} n’appartient pas à MSSanté.\nCela peut être juste (Apicrypt et d’autres existent) : vérifiez auprès du laboratoire.`,
  ),
} as const

function ailleurs(numLignes: readonly number[]) {
  const list = numLignes.map((numLigne) => `n° ${numLigne}`)
  return list.length === 1
    ? `dans la demande ${list[0]}`
    : `dans les demandes ${list.slice(0, -1).join(', ')} et ${list.at(-1)}`
}

export type NomRegle = keyof typeof regles
/** The facts that the message of this rule needs. */
export type FaitsDe<Nom extends NomRegle> = Parameters<(typeof regles)[Nom]['message']>[0]

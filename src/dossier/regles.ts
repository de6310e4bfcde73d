import type { Centimes } from '../format/montant'
import {
  showCaracteres,
  showChiffres,
  showChiffresASP,
  showFormats,
  showFormeFINESS,
  showNumeroFichier,
  showNumerosFichier,
  showPieceAttendue,
  showPieceMax,
  showZipMax,
} from '../format/limites'
import type { Message } from '../format/message'
import { agree, count, joinMots } from '../format/mots'
import { exempleNumeroASP, profil, type TypeFichier } from '../format/profil'
import { showEuros } from './montant'
import { showMo, showOctets } from './taille'

/** `erreur` blocks the download. `alerte` is shown and never blocks. */
export type Gravite = 'erreur' | 'alerte'

/**
 * One rule: what it judges, its § of the guide (shown with it), and its message, given the facts. `manque` marks a field that is simply not filled in yet.
 */
export interface Regle<Faits> {
  gravite: Gravite
  manque: boolean
  /** An erreur of content that the clerk may let stand, saying why: its value can be written as it was typed. */
  contournable: boolean
  paragraphe: string
  message: (faits: Faits) => Message
}

const erreur = <Faits = void>(paragraphe: string, message: (faits: Faits) => Message): Regle<Faits> => ({
  gravite: 'erreur',
  manque: false,
  contournable: false,
  paragraphe,
  message,
})
const contournable = <Faits>(regle: Regle<Faits>): Regle<Faits> => ({ ...regle, contournable: true })
const manque = (paragraphe: string, message: Message): Regle<void> => ({
  gravite: 'erreur',
  manque: true,
  contournable: false,
  paragraphe,
  message: () => message,
})
const alerte = <Faits = void>(paragraphe: string, message: (faits: Faits) => Message): Regle<Faits> => ({
  gravite: 'alerte',
  manque: false,
  contournable: false,
  paragraphe,
  message,
})

const { longueurs } = profil
const nomLisible =
  'Retirez les espaces, les accents et les signes \\ / : * ? " < > | : ce numéro entre dans le nom des fichiers.'
const citationMax = 60
/** Pasted text may be long and have line breaks: what is quoted is one line, shortened. */
function cite(valeur: string) {
  const signes = Array.from(valeur.replace(/\s+/g, ' ').trim())
  return signes.length > citationMax ? `« ${signes.slice(0, citationMax).join('')}… »` : `« ${signes.join('')} »`
}

const finessMax = 8
/** FINESS of which the same is said: «999999991, 999999992 et 999999993»; of many the first, and how many more. */
const showFiness = (valeurs: readonly string[]) => joinMots(valeurs, finessMax)

/** A sign in quotes; one that may look like a Latin letter and is none, with its number. */
const showSigne = (signe: string) =>
  /^[\p{L}\p{M}]$/u.test(signe) && !/\p{Script=Latin}/u.test(signe)
    ? `« ${signe} » (U+${(signe.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}, d’un autre alphabet)`
    : `« ${signe} »`

/** What to do with a file that holds others. */
const prenez = (joints: readonly string[]) =>
  joints.length === 0
    ? 'Enregistrez sur l’ordinateur celui qu’il faut, puis déposez-le.'
    : `Prenez ce qu’il faut de son contenu : ${joints.slice(0, 5).map(cite).join(', ')}${joints.length > 5 ? '…' : '.'}`

/** Bytes tell what rounded megabytes do not: a size below the limit, or within a hundredth of it. */
const isPres = (taille: number, limite: number) => taille - limite < limite / 100

const enPlusieurs = 'Le téléchargement les répartit en plusieurs dépôts, dans leur ordre.'

/** Every rule of the format, once. The § are the ASP guide's. */
export const regles = {
  numeroAnsManquant: manque('§3.2', {
    faute: 'Numéro de référencement ANS manquant.',
    remede: `C’est le numéro de ${showCaracteres(longueurs.numeroAns)} donné par l’ANS à votre logiciel, par exemple 1234567890.`,
  }),
  numeroAnsLongueur: contournable(
    erreur<{ longueur: number }>('§3.2', ({ longueur }) => ({
      faute: `${showCaracteres(longueur)} au lieu de ${longueurs.numeroAns}.`,
      remede: 'Recopiez le numéro donné par l’ANS, par exemple 1234567890.',
    })),
  ),
  numeroAnsCaracteres: erreur('§3.3', () => ({
    faute: 'Ce numéro ANS contient un caractère interdit.',
    remede: nomLisible,
  })),
  numeroAnsChiffres: alerte('§3.3', () => ({
    faute: 'Ce numéro ANS ne contient pas que des chiffres.',
    remede: 'Comparez-le avec la notification de référencement de l’ANS.',
  })),
  SIRETManquant: manque('§3.2', {
    faute: 'SIRET manquant.',
    remede: `C’est celui de votre enrôlement sur le portail, ${showChiffres(longueurs.SIRET)}, par exemple 732 829 320 00074.`,
  }),
  SIRETFormat: contournable(
    erreur<{ longueur: number; chiffres: boolean }>('§3.2', ({ longueur, chiffres }) =>
      chiffres
        ? {
            faute: `${showChiffres(longueur)} au lieu de ${longueurs.SIRET}.`,
            remede: `Recopiez les ${showChiffres(longueurs.SIRET)} du SIRET de votre enrôlement, par exemple 732 829 320 00074.`,
          }
        : {
            faute: 'Un SIRET ne contient que des chiffres.',
            remede: `Recopiez les ${showChiffres(longueurs.SIRET)} de votre enrôlement, par exemple 732 829 320 00074.`,
          },
    ),
  ),
  SIRETCle: alerte('§3.2', () => ({
    faute: 'La clé de contrôle de ce SIRET ne correspond pas.',
    remede: 'Un chiffre est sans doute faux : comparez avec votre avis de situation Insee.',
  })),
  dateDepotManquante: manque('§3.3', {
    faute: 'Date de dépôt manquante.',
    remede: 'C’est le jour où vous déposerez sur le portail, par exemple 15/03/2023.',
  }),
  dateDepotInvalide: erreur('§3.3', () => ({
    faute: 'Cette date n’existe pas ou ne peut pas être lue.',
    remede: 'Écrivez le jour du dépôt ainsi : 15/03/2023.',
  })),
  dateDepotAutreJour: alerte<{ today: string }>('§3.3', ({ today }) => ({
    faute: `Le dépôt n’est pas daté d’aujourd’hui (${today}).`,
    remede:
      'Le nom du fichier doit porter le jour du dépôt sur le portail : corrigez la date, sauf si vous déposez bien ce jour-là.',
  })),
  numeroFichierManquant: manque('§3.3', {
    faute: 'Numéro de fichier manquant.',
    remede: `C’est ${showNumeroFichier(1)} pour le premier fichier du jour, puis ${showNumeroFichier(2)}, ${showNumeroFichier(3)}…`,
  }),
  numeroFichierInvalide: erreur('§3.3', () => ({
    faute: `Le numéro de fichier va de ${showNumerosFichier()}.`,
    remede: `C’est ${showNumeroFichier(1)} pour le premier fichier déposé ce jour-là, puis ${showNumeroFichier(2)}, ${showNumeroFichier(3)}…`,
  })),
  numeroFichierDejaUtilise: alerte<{ suivant: string | null }>('§3.3', ({ suivant }) => ({
    faute: 'Ce numéro de fichier a déjà servi sur ce poste pour ce numéro ANS et ce jour.',
    remede: suivant
      ? `Prenez ${suivant}, sauf si l’autre fichier n’a pas été déposé.`
      : 'Vérifiez que l’autre fichier n’a pas été déposé.',
  })),
  lignesImportManquantes: manque('§3.2', {
    faute: 'Aucune demande dans ce dépôt.',
    remede: 'Ajoutez au moins une demande à l’étape Demandes.',
  }),
  lignesImportTrop: alerte<{ nombre: number }>('§2.1', ({ nombre }) => ({
    faute: `${nombre} demandes : un fichier en contient ${profil.demandesMax} au plus.`,
    remede: enPlusieurs,
  })),
  zipTaille: alerte<{ taille: number }>('§2.1', ({ taille }) => ({
    faute: isPres(taille, profil.zipTailleMax)
      ? `Les pièces pèsent ${showOctets(taille)}, et un zip ${showOctets(profil.zipTaillePrudente)} au plus.`
      : `Les pièces pèsent ${showMo(taille)}, et un zip ${showZipMax()} au plus.`,
    remede: enPlusieurs,
  })),

  rejetPortail: alerte<{ libelle: string }>('§1.2', ({ libelle }) => ({
    faute: `Rejetée par le portail : « ${libelle.replace(/\s+/g, ' ').trim()} ».`,
    remede: 'Corrigez ce champ. S’il est juste, cochez « Vérifié » au contrôle.',
  })),
  numeroASPManquant: manque('§3.2', {
    faute: 'Numéro de dossier ASP manquant.',
    remede: `L’ASP l’a donné après la demande d’avance, par exemple ${exempleNumeroASP}.`,
  }),
  numeroASPLongueur: contournable(
    erreur<{ longueur: number }>('§3.2', ({ longueur }) => ({
      faute: `${showCaracteres(longueur)} au lieu de ${longueurs.numeroASP}.`,
      remede: `C’est ${profil.prefixeNumeroASP} suivi de ${showChiffresASP()} chiffres, par exemple ${exempleNumeroASP}.`,
    })),
  ),
  numeroASPPrefixe: contournable(
    erreur('§3.2', () => ({
      faute: `Ce numéro ne commence pas par ${profil.prefixeNumeroASP}.`,
      remede: `C’est ${profil.prefixeNumeroASP} suivi de ${showChiffresASP()} chiffres, par exemple ${exempleNumeroASP}.`,
    })),
  ),
  numeroASPChiffres: alerte('§3.2', () => ({
    faute: `Les ${showChiffresASP()} derniers caractères ne sont pas tous des chiffres.`,
    remede: `Comparez avec la notification d’avance : on attend par exemple ${exempleNumeroASP}.`,
  })),
  numeroASPDouble: alerte<{ numLignes: readonly number[] }>('§3.2', ({ numLignes }) => ({
    faute: `Ce numéro de dossier ASP figure aussi ${ailleurs(numLignes)}.`,
    remede: 'Une avance se solde d’ordinaire par une seule demande : vérifiez ces numéros.',
  })),
  numeroEditeurManquant: manque('§3.2', {
    faute: 'Numéro éditeur manquant.',
    remede: `C’est le numéro de ${showCaracteres(longueurs.numeroEditeur)} que vous avez donné lors de l’avance, par exemple 00001.`,
  }),
  numeroEditeurLongueur: erreur<{ longueur: number }>('§3.2', ({ longueur }) => ({
    faute: `${showCaracteres(longueur)} au lieu de ${longueurs.numeroEditeur}.`,
    remede: 'C’est le numéro donné lors de l’avance, par exemple 00001.',
  })),
  numeroEditeurCaracteres: erreur('§3.3', () => ({
    faute: 'Ce numéro éditeur contient un caractère interdit.',
    remede: nomLisible,
  })),
  numeroEditeurDouble: erreur<{ numLignes: readonly number[] }>('§3.2', ({ numLignes }) => ({
    faute: `Ce numéro éditeur figure aussi ${ailleurs(numLignes)}.`,
    remede: 'Chaque demande doit avoir le sien ; une majuscule ne suffit pas à les distinguer.',
  })),
  numeroEditeurSignes: alerte('§3.2', () => ({
    faute: 'Ce numéro éditeur ne contient pas que des lettres et des chiffres.',
    remede: 'Comparez avec le numéro donné lors de l’avance.',
  })),
  nomFichierLongueur: erreur<{ nom: string; longueur: number }>('§3.2', ({ nom, longueur }) => ({
    faute: `Le nom ${cite(nom)} a ${showCaracteres(longueur)} : ${longueurs.nomFichierMax} au plus sont admis.`,
    remede: 'Raccourcissez le numéro éditeur.',
  })),

  dateFactureManquante: manque('§3.2', {
    faute: 'Date de la facture manquante.',
    remede: 'Recopiez la date inscrite sur la facture, par exemple 15/03/2023.',
  }),
  dateFactureInvalide: erreur('§3.2', () => ({
    faute: 'Cette date n’existe pas ou ne peut pas être lue.',
    remede: 'Écrivez-la ainsi : 15/03/2023.',
  })),
  dateFactureApresDepot: alerte<{ dateDepot: string }>('§3.2', ({ dateDepot }) => ({
    faute: `La facture est postérieure à la date de dépôt (${dateDepot}).`,
    remede: 'Comparez avec la facture, ou corrigez la date de dépôt de l’en-tête.',
  })),
  dateFactureAvantProgramme: alerte('§3.2', () => ({
    faute: `La facture est antérieure au ${profil.debutProgramme}.`,
    remede: 'Le programme n’existait pas encore : vérifiez la date sur la facture.',
  })),
  montantManquant: manque('§3.2', {
    faute: 'Montant Ségur HT manquant.',
    remede: 'Recopiez le montant hors taxe de la prestation Ségur, par exemple 27 450,00.',
  }),
  montantIllisible: erreur('§3.2', () => ({
    faute: 'Ce n’est pas un montant.',
    remede: 'Écrivez-le en euros hors taxe, par exemple 27 450,00.',
  })),
  montantAmbigu: erreur<{ lectures: readonly Centimes[] }>('§3.2', ({ lectures }) => ({
    faute: 'Ce montant peut se lire de deux façons.',
    remede: `Vouliez-vous écrire ${lectures.map(showEuros).join(' ou ')} ?`,
  })),
  montantDecimales: erreur('§3.2', () => ({
    faute: 'Plus de deux chiffres après la virgule.',
    remede: 'Écrivez-le au centime près, comme sur la facture, par exemple 27 450,00.',
  })),
  montantNul: erreur('§3.2', () => ({
    faute: 'Le montant doit être supérieur à zéro.',
    remede: 'Recopiez le montant hors taxe de la prestation Ségur.',
  })),
  montantSuperieurCommande: contournable(
    erreur<{ commande: Centimes }>('§3.2', ({ commande }) => ({
      faute: `Montant supérieur au bon de commande (${showEuros(commande)}).`,
      remede: 'Il ne peut être qu’égal ou inférieur : corrigez celui des deux qui est faux.',
    })),
  ),
  montantPlafond: alerte('§3.2', () => ({
    faute: `Montant supérieur à ${showEuros(profil.montantPlafond as Centimes)}.`,
    remede: 'C’est plus que le plus haut forfait SGL publié : vérifiez qu’il s’agit du seul montant Ségur, hors taxe.',
  })),
  montantTTC: alerte<{ montantHT: Centimes | null }>('§3.2', ({ montantHT }) =>
    montantHT === null
      ? { faute: 'C’est le montant TTC de la facture.', remede: 'On attend son total hors taxe.' }
      : { faute: 'C’est le montant TTC de la facture.', remede: `Son total HT est de ${showEuros(montantHT)}.` },
  ),
  montantAutre: alerte<{ montant: Centimes; montantHT: Centimes }>('§3.2', ({ montant, montantHT }) => ({
    faute: `La facture donne un autre total HT : ${showEuros(montantHT)}.`,
    remede: `Vous avez écrit ${showEuros(montant)} : comparez les deux.`,
  })),
  montantAbsent: alerte<{ montant: Centimes }>('§3.2', ({ montant }) => ({
    faute: `${showEuros(montant)} ne se trouve pas dans la facture.`,
    remede: 'Comparez avec son total hors taxe.',
  })),
  dateAutre: alerte<{ date: string; lue: string }>('§3.2', ({ date, lue }) => ({
    faute: `La facture est datée du ${lue}.`,
    remede: `Vous avez écrit ${date} : recopiez la date de la facture.`,
  })),
  dateAbsente: alerte<{ date: string }>('§3.2', ({ date }) => ({
    faute: `Le ${date} ne se trouve pas dans la facture.`,
    remede: 'Recopiez la date inscrite sur la facture.',
  })),
  finessManquants: alerte<{ manquants: readonly string[] }>('§3.2', ({ manquants }) =>
    manquants.length === 1
      ? {
          faute: `${manquants[0] ?? ''} est dans la facture et pas dans la liste.`,
          remede: 'Ajoutez-le si ce site a été équipé.',
        }
      : {
          faute: `${manquants.length} FINESS de la facture ne sont pas dans la liste.`,
          remede: `Ajoutez ceux des sites équipés : ${manquants.slice(0, 6).join(', ')}${manquants.length > 6 ? '…' : ''}.`,
        },
  ),
  factureSiret: alerte<{ lu: string; siret: string }>('§3.2', ({ lu, siret }) => ({
    faute: `La facture porte un autre SIRET : ${lu}.`,
    remede: `L’en-tête donne ${siret} : le fournisseur doit être celui de la facture.`,
  })),
  factureAvoir: alerte('§3.1', () => ({
    faute: 'Ce document est un avoir, pas une facture.',
    remede: 'Joignez la facture de la prestation Ségur.',
  })),
  facturePartielle: alerte<{ partielle: 'acompte' | 'situation' }>('§3.2', ({ partielle }) => ({
    faute: `Ce document est une facture ${partielle === 'acompte' ? 'd’acompte' : 'de situation'}, pas celle de toute la prestation.`,
    remede: 'Vérifiez que la prestation entière est facturée : le solde se demande sur son montant total.',
  })),
  factureNulle: alerte('§3.2', () => ({
    faute: 'Cette facture porte un total, ou un net à payer, de 0,00 €.',
    remede: 'Une telle facture est toujours refusée : joignez celle qui porte le montant de la prestation.',
  })),
  facturesPlusieurs: alerte<{ numeros: readonly string[]; somme: Centimes | null }>('§3.2', ({ numeros, somme }) => ({
    faute: `Ce fichier contient ${numeros.length} factures : ${numeros.slice(0, 4).join(', ')}${numeros.length > 4 ? '…' : ''}.`,
    remede: `${somme === null ? 'Leur somme est à déclarer' : `Leur somme HT est de ${showEuros(somme)} : déclarez-la`}, ou retirez du fichier celle d’une autre demande.`,
  })),
  factureDevise: alerte<{ devise: string }>('§3.2', ({ devise }) => ({
    faute: `Cette facture est en ${devise}, pas en euros.`,
    remede: 'Le montant à déclarer est en euros : vérifiez la facture.',
  })),
  pieceAutreType: alerte<{ lu: 'FACTURE' | 'VA' }>('§3.1', ({ lu }) =>
    lu === 'VA'
      ? {
          faute: 'Ce document est une attestation, pas une facture.',
          remede: 'Les deux pièces ont peut-être été inversées.',
        }
      : {
          faute: 'Ce document est une facture, pas une attestation.',
          remede: 'Les deux pièces ont peut-être été inversées.',
        },
  ),
  pieceAutreDocument: alerte<{ raison: string }>('§3.1', ({ raison }) => ({
    faute: 'Ce document ne ressemble pas à la pièce attendue.',
    remede: `Vérifiez-le : ${raison}.`,
  })),
  pieceNumeroASP: alerte<{ lu: string; typed: string }>('§3.2', ({ lu, typed }) => ({
    faute: `Ce document cite le dossier ${lu}.`,
    remede: `La demande porte ${typed} : la pièce est peut-être celle d’un autre dossier.`,
  })),
  montantCommandeIllisible: alerte('§3.2', () => ({
    faute: 'Le montant du bon de commande n’est pas lisible.',
    remede: 'La facture n’a pas pu lui être comparée. Écrivez par exemple 27 450,00, ou videz ce champ.',
  })),

  beneficiairesManquants: manque('§3.2', {
    faute: 'Aucun FINESS géographique.',
    remede: 'Ajoutez le FINESS géographique de chaque site équipé, par exemple 999999991.',
  }),
  beneficiaireFormat: contournable(
    erreur<{ valeur: string }>('§3.2', ({ valeur }) => ({
      faute: `${valeur.trim() === '' ? 'Une ligne vide' : cite(valeur)} n’est pas un FINESS.`,
      remede: `On attend ${showFormeFINESS()} : retirez cette ligne et saisissez le bon numéro.`,
    })),
  ),
  beneficiaireDouble: contournable(
    erreur<{ valeur: string }>('§3.2', ({ valeur }) => ({
      faute: `${valeur} figure deux fois dans la liste.`,
      remede: 'Retirez l’un des deux.',
    })),
  ),
  beneficiaireCle: alerte<{ valeurs: readonly string[] }>('§3.2', ({ valeurs }) =>
    valeurs.length === 1
      ? {
          faute: `La clé de contrôle du FINESS ${valeurs[0] ?? ''} ne correspond pas.`,
          remede: 'Un chiffre est sans doute faux : comparez avec l’attestation.',
        }
      : {
          faute: `La clé de contrôle des FINESS ${showFiness(valeurs)} ne correspond pas.`,
          remede: 'Un chiffre de chacun est sans doute faux : comparez avec l’attestation.',
        },
  ),
  beneficiaireAilleurs: alerte<{ valeurs: readonly string[]; numLignes: readonly number[] }>(
    '§3.2',
    ({ valeurs, numLignes }) => ({
      faute: `${showFiness(valeurs)} ${agree(valeurs.length, 'figure')} aussi ${ailleurs(numLignes)}.`,
      remede: 'Un établissement n’est financé qu’une fois : gardez-le dans une seule demande.',
    }),
  ),
  beneficiaireDejaDepose: alerte<{ valeurs: readonly string[]; depot: string }>('§3.2', ({ valeurs, depot }) => ({
    faute: `${showFiness(valeurs)} ${agree(valeurs.length, 'figure')} déjà dans un dépôt précédent (${depot}).`,
    remede: 'Un établissement n’est financé qu’une fois : vérifiez que l’autre demande n’a pas été acceptée.',
  })),
  beneficiairesEnCours: alerte<{ valeur: string }>('§3.2', ({ valeur }) => ({
    faute: `${cite(valeur)} n’a pas été ajouté à la liste.`,
    remede: 'On n’y reconnaît pas de FINESS : corrigez-le, ou videz le champ.',
  })),

  pieceManquante: {
    ...erreur<{ type: TypeFichier }>('§3.1', ({ type }) => ({
      faute: profil.pieces[type].manque,
      remede: `${profil.pieces[type].deposez} : ${showPieceAttendue()}.`,
    })),
    manque: true,
  },
  pieceVide: erreur('§3.2', () => ({
    faute: 'Ce fichier est vide (0 octet).',
    remede: 'Il a sans doute été mal copié : reprenez l’original.',
  })),
  pieceFormat: erreur<{ nature: string; convertible?: boolean }>('§3.2', ({ nature, convertible }) => ({
    faute: `C’est ${nature}, et l’ASP n’accepte que ${showFormats()}.`,
    remede: convertible
      ? 'Convertissez-la, ou enregistrez-la vous-même en PDF, puis déposez le PDF.'
      : 'Enregistrez ou exportez ce document en PDF, puis déposez le PDF.',
  })),
  pieceZip: erreur('§3.2', () => ({
    faute: 'C’est une archive ZIP, pas un document.',
    remede: 'Ouvrez-la : chacun de ses fichiers trouvera sa place.',
  })),
  pieceLien: erreur<{ nature: string }>('§3.2', ({ nature }) => ({
    faute: `C’est ${nature}, pas le document lui-même.`,
    remede: 'Ouvrez-le, enregistrez ou imprimez en PDF le document qu’il montre, puis déposez ce PDF.',
  })),
  pieceCourriel: erreur<{ nature: string; joints: readonly string[] | null }>('§3.2', ({ nature, joints }) =>
    joints?.length === 0
      ? {
          faute: `C’est ${nature}, sans pièce jointe que l’ASP accepte.`,
          remede: 'Demandez le document en PDF ; si c’est le message lui-même, imprimez-le en PDF et déposez ce PDF.',
        }
      : {
          faute: `C’est ${nature} : l’ASP attend sa pièce jointe.`,
          remede: joints
            ? prenez(joints)
            : 'Ouvrez-le dans votre messagerie, enregistrez la pièce jointe sur l’ordinateur, puis déposez-la.',
        },
  ),
  pieceEnveloppe: erreur<{ nature: string; joints: readonly string[] | null }>('§3.2', ({ nature, joints }) => ({
    faute: `C’est ${nature}, pas un document que l’ASP accepte.`,
    remede:
      joints && joints.length > 0
        ? `${prenez(joints)} Gardez l’enveloppe : la signature y est.`
        : 'Ouvrez-la avec votre logiciel de signature, enregistrez le document qu’elle contient, puis déposez-le.',
  })),
  pieceXfa: erreur('§3.2', () => ({
    faute: 'Ce PDF est un formulaire que seul Acrobat affiche (« Please wait… »).',
    remede: 'Ouvrez-le dans Acrobat Reader, imprimez-le en PDF, puis déposez ce PDF.',
  })),
  piecePorteDocuments: erreur<{ joints: readonly string[] | null }>('§3.2', ({ joints }) => ({
    faute: 'C’est un porte-documents PDF : ses pages ne montrent pas les documents qu’il contient.',
    remede: prenez(joints ?? []),
  })),
  pieceMotDePasse: erreur('§3.2', () => ({
    faute: 'Ce PDF est protégé par un mot de passe.',
    remede: 'L’instructeur ne pourrait pas l’ouvrir : enregistrez-en une copie sans mot de passe et déposez-la.',
  })),
  pieceIllisible: erreur<{ formatFichier: string }>('§3.2', ({ formatFichier }) => ({
    faute: `Ce fichier ${formatFichier} est abîmé et ne s’ouvre pas.`,
    remede: 'Exportez ou numérisez le document de nouveau, puis déposez-le.',
  })),
  pieceSansPage: erreur('§3.2', () => ({
    faute: 'Ce PDF n’a aucune page.',
    remede: 'Exportez le document de nouveau, puis déposez-le.',
  })),
  pieceTaille: erreur<{ taille: number }>('§2.1', ({ taille }) => ({
    faute: isPres(taille, profil.pieceTailleMax)
      ? `Fichier de ${showOctets(taille)}, pour ${showPieceMax()} au plus (${showOctets(profil.pieceTailleMax)}).`
      : `Fichier de ${showMo(taille)}, pour ${showPieceMax()} au plus.`,
    remede: 'Réduisez-le, ou numérisez-le de nouveau dans une qualité plus basse ou en noir et blanc.',
  })),
  pieceTailleProche: alerte<{ taille: number }>('§2.1', ({ taille }) => ({
    faute: `Fichier de ${showMo(taille)}, près de la limite de ${showPieceMax()}.`,
    remede: `Le portail compte peut-être ${showOctets(profil.pieceTaillePrudente)} : un fichier plus léger serait plus sûr.`,
  })),
  pieceXml: alerte('§3.3', () => ({
    faute: 'Le format XML est admis par le tableau du guide (§3.2), mais absent de sa règle de nommage (§3.3).',
    remede: 'Un PDF de la même pièce serait plus sûr.',
  })),
  pieceExtension: alerte<{ nom: string; formatFichier: string }>('§3.2', ({ nom, formatFichier }) => ({
    faute: `${cite(nom)} est en réalité un fichier ${formatFichier}.`,
    remede: 'Il est nommé selon son contenu ; vérifiez que c’est le bon document.',
  })),
  pieceRepare: alerte('§3.2', () => ({
    faute: 'Ce fichier est endommagé et ne s’ouvre qu’après réparation.',
    remede: 'Le portail ou l’instructeur pourrait ne pas l’ouvrir : exportez-le de nouveau si vous le pouvez.',
  })),
  pieceOctetsAvant: alerte('§3.2', () => ({
    faute: 'Ce PDF a des octets parasites avant son début.',
    remede: 'Un lecteur strict pourrait le refuser : exportez-le de nouveau si vous le pouvez.',
  })),
  pieceRestrictions: alerte('§3.2', () => ({
    faute: 'Ce PDF porte des restrictions (impression ou copie).',
    remede: 'Il s’ouvre sans mot de passe ; un export sans protection serait plus sûr.',
  })),
  pieceNonVerifiee: alerte('§3.2', () => ({
    faute: 'Ce fichier n’a pas pu être vérifié : il s’ouvre trop lentement.',
    remede: 'Ouvrez-le vous-même ; s’il est trop lourd, exportez-le de nouveau.',
  })),
  pieceDouble: alerte<{ ou: string }>('§3.1', ({ ou }) => ({
    faute: `Le même fichier est déjà joint ${ou}.`,
    remede: 'Vérifiez que chaque document est à sa place.',
  })),

  isDirectToDMPManquant: manque('§3.2', {
    faute: 'Réponse manquante.',
    remede: 'Répondez Oui ou Non : les comptes rendus partent-ils directement du SGL vers le DMP ?',
  }),
  isDirectToMSSProManquant: manque('§3.2', {
    faute: 'Réponse manquante.',
    remede: 'Répondez Oui ou Non : le SGL envoie-t-il les comptes rendus par MSS Pro ?',
  }),
  isDirectToMSSCitoyenManquant: manque('§3.2', {
    faute: 'Réponse manquante.',
    remede: 'Répondez Oui ou Non : le SGL envoie-t-il les comptes rendus par MSS Citoyen ?',
  }),
  scenarioTroisNon: alerte('§3.2', () => ({
    faute: 'Aucun envoi direct : trois fois « Non ».',
    remede: 'Le financement suppose d’ordinaire au moins un envoi : vérifiez auprès du laboratoire.',
  })),
  identDMPManquant: manque('§3.2', {
    faute: 'Identifiant de connexion DMP manquant.',
    remede: 'Ajoutez au moins un identifiant de structure (Struct_IdNat), puisque l’envoi au DMP est direct.',
  }),
  identDMPLongueur: contournable(
    erreur<{ longueur: number }>('§3.2', ({ longueur }) =>
      longueur === 0
        ? { faute: 'Identifiant vide.', remede: 'Retirez-le.' }
        : {
            faute: `Identifiant de ${showCaracteres(longueur)} : ${longueurs.identDMPMax} au plus.`,
            remede: 'Retirez-le et recopiez l’identifiant de structure seul.',
          },
    ),
  ),
  identDMPDouble: contournable(
    erreur<{ valeur: string }>('§3.2', ({ valeur }) => ({
      faute: `${cite(valeur)} figure deux fois dans la liste.`,
      remede: 'Retirez l’un des deux.',
    })),
  ),
  identDMPEnCours: alerte<{ valeur: string }>('§3.2', ({ valeur }) => ({
    faute: `${cite(valeur)} n’a pas été ajouté à la liste.`,
    remede: 'Appuyez sur Entrée dans le champ pour l’ajouter, ou videz-le.',
  })),
  adresseManquante: manque('§3.2', {
    faute: 'La boîte qui envoie n’est pas indiquée.',
    remede: 'On attend son adresse, par exemple labo@exemple.mssante.fr.',
  }),
  adresseInvalide: contournable(
    erreur('§3.2', () => ({
      faute: 'Ce n’est pas une adresse de messagerie.',
      remede: 'On attend par exemple labo@exemple.mssante.fr, sans espace.',
    })),
  ),
  adresseLongueur: contournable(
    erreur<{ longueur: number }>('§3.2', ({ longueur }) => ({
      faute: `Adresse de ${showCaracteres(longueur)} : ${longueurs.adresseMax} au plus.`,
      remede: 'Recopiez l’adresse seule.',
    })),
  ),
  adresseSignes: alerte<{ signes: readonly string[] }>('§3.2', ({ signes }) => ({
    faute: `Cette adresse a ${count(signes.length, 'signe inhabituel')} : ${signes.map(showSigne).join(', ')}.`,
    remede:
      'Une adresse s’écrit d’ordinaire en lettres sans accent et chiffres : retapez-la, ou vérifiez auprès du laboratoire.',
  })),
  adressePatient: alerte('§3.2', () => ({
    faute: `C’est une adresse de patient (${profil.domainePatient}).`,
    remede: 'Indiquez la boîte du laboratoire, celle qui envoie les comptes rendus.',
  })),
  adresseHorsMSS: alerte<{ domaine: string }>('§3.2', ({ domaine }) => ({
    faute: `Le domaine ${domaine} n’appartient pas à MSSanté.`,
    remede: 'Cela peut être juste (Apicrypt et d’autres existent) : vérifiez auprès du laboratoire.',
  })),
} as const

function ailleurs(numLignes: readonly number[]) {
  const list = numLignes.map((numLigne) => `n° ${numLigne}`)
  return `dans ${agree(list.length, 'la demande')} ${joinMots(list)}`
}

export type NomRegle = keyof typeof regles
/** The facts that the message of this rule needs. */
export type FaitsDe<Nom extends NomRegle> = Parameters<(typeof regles)[Nom]['message']>[0]

import type { Centimes } from '../../format/montant'
import type { Explications } from './explication'

const euros = (euros: number) => (euros * 100) as Centimes

/** Rules on the invoice's date and amount, and on what was read in the documents. */
export const facture = {
  dateFactureManquante: {
    titre: 'Date de la facture renseignée',
    pourquoi:
      'L’instructeur la compare à la facture jointe : recopiez celle qui y est imprimée, pas celle du paiement.',
  },
  dateFactureInvalide: {
    titre: 'Date de la facture qui existe',
    pourquoi: 'Elle s’écrit JJ/MM/AAAA ; 1/2/23, 01022023 ou 2023-02-01 sont compris et réécrits ainsi.',
  },
  dateFactureApresDepot: {
    titre: 'Facture antérieure au dépôt',
    pourquoi: 'Une facture ne peut pas être plus récente que le dépôt : l’une des deux dates est fausse.',
    faits: { dateDepot: '20/03/2023' },
  },
  dateFactureAvantProgramme: {
    titre: 'Facture postérieure au début du programme',
    pourquoi: 'Une date plus ancienne que le programme vient presque toujours d’une année mal tapée.',
  },
  montantManquant: {
    titre: 'Montant renseigné',
    pourquoi: 'C’est le montant hors taxe de la seule prestation Ségur, et non le total de toute la facture.',
  },
  montantIllisible: {
    titre: 'Montant lisible',
    pourquoi: 'Écrivez 27450, 27 450,00 ou 27450.00 ; le signe € et la mention HT sont ignorés.',
  },
  montantAmbigu: {
    titre: 'Montant qui n’a qu’un sens',
    pourquoi:
      '27.450 peut être vingt-sept mille quatre cent cinquante ou vingt-sept virgule quarante-cinq : l’outil ne choisit pas à votre place.',
    faits: { lectures: [euros(27_450), 27_45 as Centimes] },
  },
  montantDecimales: {
    titre: 'Montant au centime',
    pourquoi:
      'Le fichier porte deux décimales exactement. Une troisième ne peut pas y être écrite sans arrondir : recopiez le montant de la facture.',
  },
  montantNul: {
    titre: 'Montant supérieur à zéro',
    pourquoi: 'Un solde de zéro ou négatif ne se demande pas. Un avoir se déduit de la facture qu’il corrige.',
  },
  montantSuperieurCommande: {
    titre: 'Montant dans la limite du bon de commande',
    pourquoi:
      'Le guide dit que la facture « ne peut être qu’égale ou inférieure » au bon de commande de l’avance. Le contrôle se fait quand ce montant est renseigné ; il n’est pas écrit dans le fichier.',
    faits: { commande: euros(27_000) },
  },
  montantPlafond: {
    titre: 'Montant dans la limite du plus haut forfait',
    pourquoi: 'Au-delà, le montant comprend sans doute la TVA ou d’autres prestations que celle du Ségur.',
  },
  montantTTC: {
    titre: 'Montant hors taxe, et non TTC',
    pourquoi: 'Prendre le TTC pour le HT est le premier motif de refus à l’instruction ; l’avance est alors reprise.',
    faits: { montantHT: euros(27_450) },
  },
  montantAutre: {
    titre: 'Montant égal au total HT lu dans la facture',
    pourquoi:
      'La facture jointe donne un autre total hors taxe. Si elle contient d’autres prestations, votre montant peut être juste : vérifiez, puis cochez.',
    faits: { montant: euros(27_400), montantHT: euros(27_450) },
  },
  montantAbsent: {
    titre: 'Montant retrouvé dans la facture',
    pourquoi:
      'L’instructeur cherchera ce montant sur la facture. Ajoutez-en plusieurs avec « Additionner plusieurs factures » si elles sont réunies dans la pièce.',
    faits: { montant: euros(27_450) },
  },
  dateAutre: {
    titre: 'Date égale à celle lue dans la facture',
    pourquoi: 'La facture jointe porte une autre date de facturation que celle que vous avez saisie.',
    faits: { date: '15/03/2023', lue: '14/03/2023' },
  },
  dateAbsente: {
    titre: 'Date retrouvée dans la facture',
    pourquoi: 'L’instructeur cherchera cette date sur la facture.',
    faits: { date: '15/03/2023' },
  },
  finessManquants: {
    titre: 'Tous les FINESS de la facture dans la liste',
    pourquoi:
      'Un site oublié ne sera pas financé. La facture cite parfois le FINESS juridique du groupe : celui-là ne va pas dans la liste.',
    faits: { manquants: ['750712184'] },
  },
  factureSiret: {
    titre: 'SIRET de la facture égal à celui de l’en-tête',
    pourquoi:
      'Le fournisseur qui demande le solde doit être celui qui a facturé. Un autre établissement de la même société suffit à bloquer l’instruction.',
    faits: { lu: '73282932000074', siret: '35600000000048' },
  },
  factureAvoir: {
    titre: 'Facture, et non avoir',
    pourquoi: 'Un avoir annule une facture : il ne prouve pas la prestation.',
  },
  factureDevise: {
    titre: 'Facture en euros',
    pourquoi: 'Le montant du fichier est en euros ; l’outil ne convertit aucune monnaie.',
    faits: { devise: 'CHF' },
  },
  montantCommandeIllisible: {
    titre: 'Montant du bon de commande lisible',
    pourquoi: 'Ce champ est facultatif ; mal écrit, il ne peut pas servir de limite au montant de la facture.',
  },
  facturePartielle: {
    titre: 'Facture entière, ni acompte ni situation',
    pourquoi:
      'Le solde se demande une fois, sur la facture de toute la prestation. Une facture d’acompte ou de situation n’en montre qu’une part : son montant serait trop petit, et la demande ne se refait pas.',
    faits: { partielle: 'acompte' },
  },
  factureNulle: {
    titre: 'Facture d’un montant non nul',
    pourquoi:
      'Une facture dont le total ou le net à payer est de 0,00 € ne prouve aucune dépense : elle est toujours refusée à l’examen, et l’avance est alors redemandée.',
  },
  facturesPlusieurs: {
    titre: 'Plusieurs factures dans un seul document',
    pourquoi:
      'Le guide demande alors la somme de toutes les factures de la prestation. Le montant d’une seule serait trop petit ; celui de deux exemplaires de la même facture serait compté deux fois.',
    faits: { numeros: ['F-2023-118', 'F-2023-119'], somme: null },
  },
} as const satisfies Partial<Explications>

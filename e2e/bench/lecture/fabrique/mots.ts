import type { Chance } from './chance'

/** Words for one thing. The second half is for the documents that the rules must not have been fitted to. */
type Mots = readonly [connus: readonly string[], reserves: readonly string[]]

export const mots = {
  facture: [
    ['FACTURE', 'Facture', 'F A C T U R E', 'FACTURE N° {n}', 'Facture n° {n}', 'FACTURE DE PRESTATION'],
    [
      'Facture de vente',
      'FACTURE CLIENT',
      'Facture – prestation Ségur',
      'Facture {n} du {d}',
      'Votre facture n° {n}',
      'FACTURE {n}',
    ],
  ],
  dateFacture: [
    ['Date', 'Date de facture', 'Date de facturation', 'Date d’émission', 'Émise le', 'Facturée le', 'Date facture'],
    [
      'Établie le',
      'Date facturation',
      'En date du',
      'Date du document',
      'Émission',
      'Date d’établissement',
      'Facturé le',
      'Facture du',
    ],
  ],
  echeance: [
    ['Échéance', 'Date d’échéance', 'À régler avant le'],
    ['Payable le', 'Date limite de paiement', 'Règlement au plus tard le', 'Exigible le'],
  ],
  autreDate: [
    ['Bon de commande du', 'Date de commande', 'Imprimé le', 'Date de livraison'],
    ['Votre commande du', 'BC du', 'Mise en service le', 'Prestation réalisée le', 'VA prononcée le', 'Livré le'],
  ],
  numero: [
    ['N°', 'N° de facture', 'Numéro', 'Facture n°'],
    ['N° pièce', 'Réf. facture', 'Numéro de pièce', 'Référence facture'],
  ],
  autreNumero: [
    ['N° client', 'Code client', 'Bon de commande n°'],
    ['Compte client', 'Votre réf.', 'N° de marché', 'Affaire'],
  ],
  ht: [
    ['Total HT', 'Total H.T.', 'Montant HT', 'Total hors taxes', 'Total général HT'],
    [
      'Montant total HT',
      'TOTAL NET H.T.',
      'Total net HT',
      'Montant hors taxe',
      'HT total',
      'Total € HT',
      'Net commercial HT',
    ],
  ],
  tva: [
    ['TVA 20 %', 'TVA', 'Total TVA', 'Montant TVA'],
    ['T.V.A. (20,00 %)', 'dont TVA', 'TVA à 20 %', 'Montant de la TVA', 'Taxes'],
  ],
  ttc: [
    ['Total TTC', 'Net à payer', 'Montant TTC', 'Total T.T.C.'],
    [
      'Total à payer',
      'Net à payer TTC',
      'Montant dû',
      'Total toutes taxes comprises',
      'Somme à régler',
      'Montant à régler TTC',
    ],
  ],
  finess: [
    ['FINESS', 'N° FINESS', 'FINESS géographique', 'FINESS ET'],
    ['Numéro FINESS (ET)', 'Finess site', 'Code FINESS', 'N° FINESS établissement', 'Numéro FINESS'],
  ],
  finessEJ: [
    ['FINESS juridique', 'FINESS EJ'],
    ['FINESS entité juridique', 'N° FINESS (EJ)'],
  ],
  client: [
    ['Client', 'Facturé à', 'Adresse de facturation'],
    ['Destinataire', 'Doit', 'À l’attention de', 'Bénéficiaire'],
  ],
  prestation: [
    ['Prestation Ségur SGL', 'Mise en conformité Ségur du SGL', 'Forfait Ségur biologie médicale'],
    ['Mise à niveau Ségur (dispositif SONS)', 'Déploiement référencement Ségur vague 1', 'Équipement logiciel BIO-SGL'],
  ],
  va: [
    [
      'Attestation de vérification d’aptitude',
      'ATTESTATION DE VÉRIFICATION D’APTITUDE',
      'A T T E S T A T I O N',
      'Attestation de VA',
    ],
    [
      'Procès-verbal de vérification d’aptitude',
      'PV DE RECETTE',
      'Ségur du numérique – vérification d’aptitude',
      'Certificat de vérification d’aptitude',
      'V É R I F I C A T I O N  D ’ A P T I T U D E',
      'Déclaration de bon fonctionnement',
    ],
  ],
  atteste: [
    [
      'Je soussigné, {q}, atteste que la vérification d’aptitude de la solution a été prononcée le {v}.',
      'Nous soussignés, {q}, attestons avoir prononcé la vérification d’aptitude (VA) le {v}.',
    ],
    [
      'Le soussigné {q} certifie avoir prononcé la VA sans réserve en date du {v}.',
      'Après essais, {q} prononce la vérification d’aptitude du logiciel à la date du {v}.',
      'Par la présente, {q} reconnaît l’aptitude de la solution livrée, vérifiée le {v}.',
    ],
  ],
  citation: [
    ['Facture {n} du {d}, total HT {h} €.', 'Référence : facture n° {n} du {d}, montant HT : {h} €'],
    [
      'Cette attestation accompagne la facture n° {n} datée du {d} (montant HT {h} €, TTC {t} €).',
      'Facture concernée : {n}, émise le {d}, pour un total HT de {h} €, TVA 20 %, net à payer {t} €.',
    ],
  ],
  signature: [
    ['Signature et cachet', 'Cachet et signature du client'],
    ['Pour le laboratoire, nom et qualité du signataire', 'Le biologiste responsable (signature)'],
  ],
} as const satisfies Record<string, Mots>

export type Chose = keyof typeof mots

/** A word for a thing: of the first half, or mostly of the second for a document held back. */
export const mot = (chance: Chance, chose: Chose, reserve: boolean): string =>
  chance.one(mots[chose][reserve && chance.yes(0.75) ? 1 : 0])

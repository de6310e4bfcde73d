import { expect, test } from 'vitest'
import { libelles } from '../dossier/champs'
import { champsTableau, type ChampTableau } from './champs'
import { isTitreNumeroFacture, parseTitre } from './titres'

test.each(champsTableau)('[format §6] our label and the ASP’s tag of %s are sure titles', (champ) => {
  for (const titre of [champ, libelles[champ], libelles[champ].toUpperCase(), ` ${libelles[champ]} * `])
    expect(parseTitre(titre)).toEqual({ champ, sur: true })
})

const wordings: Readonly<Record<ChampTableau, readonly string[]>> = {
  numeroASP: [
    'N° dossier ASP',
    'Dossier ASP',
    'N°ASP',
    'FINBIO',
    'Numero dossier',
    'num_asp',
    'Réf. dossier',
    'N° de dossier',
    'N° FINBIO de l’avance',
    'Numéro du dossier ASP de la demande d’avance payée',
    'ASP file number',
  ],
  numeroEditeur: [
    'N° éditeur',
    'Numéro éditeur',
    'n° editeur',
    'Ref éditeur',
    'NUM_EDITEUR',
    'Id éditeur',
    'Code Editeur',
    'N° Edit.',
    'Publisher No',
    'Vendor number',
  ],
  libelleInterne: [
    'Client',
    'Laboratoire',
    'Nom du labo',
    'Raison sociale',
    'Établissement',
    'Libellé',
    'Intitulé',
    'Customer',
    'Lab name',
  ],
  dateFacture: [
    'Date facture',
    'Date de facture',
    'Date de facturation',
    'DATE_FACTURE',
    'Facture (date)',
    'Date',
    'Invoice Date',
    'Billing date',
    'Date pièce',
    'Date du document',
    'Date d’émission',
  ],
  montantSegurHTFacture: [
    'Montant HT',
    'Montant facture',
    'Total HT',
    'montant_segur_ht',
    'Montant Ségur',
    'Prix HT (€)',
    'Montant',
    'Montant H.T.',
    'Montant hors taxes',
    'Montant total',
    'Net amount (EUR)',
    'Amount excl. VAT',
    'Amount',
    'Subtotal',
  ],
  montantCommande: ['Montant commande', 'Montant BDC', 'Montant du bon de commande', 'Commande HT'],
  beneficiaires: [
    'FINESS',
    'N° FINESS',
    'FINESS ET',
    'FINESS géo',
    'Finess géographique',
    'FINESS 2',
    'FINESSGeo',
    'Bénéficiaire',
  ],
  isDirectToDMP: ['DMP', 'Envoi DMP', 'DMP direct (oui/non)'],
  identDMP: ['Identifiant DMP', 'ID DMP', 'ident_dmp', 'Struct_IdNat'],
  isDirectToMSSPro: ['MSS Pro', 'MSSPro', 'Envoi MSS pro', 'MSSanté professionnel'],
  adresseBoiteMSSPro: ['Adresse MSS Pro', 'Mail MSSanté pro', 'BAL MSS Pro', 'MSSanté'],
  isDirectToMSSCitoyen: ['MSS Citoyen', 'Envoi MSS patient'],
  adresseBoiteMSSCitoyen: ['Adresse MSS Citoyen', 'Mail citoyen', 'Boîte MSS citoyen'],
}

test.each(champsTableau)('[format §6] common wordings of %s are known', (champ) => {
  const meant = wordings[champ].map((titre) => {
    const read = parseTitre(titre)
    return [titre, read === null || read === 'autre' ? read : read.champ]
  })
  expect(meant).toEqual(wordings[champ].map((titre) => [titre, champ]))
})

test.each([
  'Montant TTC',
  'TVA',
  'SIRET',
  'SIREN',
  'FINESS EJ',
  'FINESS juridique',
  'FINESS J',
  'Entité juridique',
  'EJ',
  'RPPS',
  'N° ADELI',
  'N° FINESS entité juridique',
  'Date de commande',
  'Date de dépôt',
  'Date échéance',
  'Date VA',
  'N° facture',
  'Montant avance',
  'Avance 30 %',
  'Reste à payer HT',
  'Code postal',
  'Ville',
  'N° commande',
  'Téléphone',
  'Solde HT',
  'Montant total TTC',
  'Montant avance FINBIO',
  'Date dossier ASP',
  'Amount incl. VAT',
  'Gross amount',
  'Amount due',
  'Code tiers',
  'VAT amount',
])('[format §6] «%s» is near a field and is none', (titre) => {
  expect(parseTitre(titre)).toBe('autre')
})

test.each(['Commentaire', '', 'Remarques', 'x'.repeat(200), '2023'])('[format §6] «%s» says nothing', (titre) => {
  expect(parseTitre(titre)).toBeNull()
})

test.each([
  ['N? ?diteur', 'numeroEditeur'],
  ['N\ufffd \ufffdditeur', 'numeroEditeur'],
  ['N\ufffd\ufffd \ufffd\ufffdditeur', 'numeroEditeur'],
  ['Num?ro ?diteur', 'numeroEditeur'],
  ['B?n?ficiaires', 'beneficiaires'],
  ['R?f?rence ASP', 'numeroASP'],
  ['Montant S?gur', 'montantSegurHTFacture'],
  ['Bo?te MSS Pro', 'adresseBoiteMSSPro'],
] as const)('[format §6] «%s», whose accents were lost, is %s', (titre, champ) => {
  expect(parseTitre(titre)).toEqual({ champ, sur: true })
})

test.each(['DMP ?', 'DMP?', 'MSS Pro ? (O/N)'])('[format §6] the question mark of «%s» is no lost letter', (titre) => {
  expect(parseTitre(titre)).toMatchObject({ champ: titre.startsWith('DMP') ? 'isDirectToDMP' : 'isDirectToMSSPro' })
})

test.each(['Nb FINESS', 'Nombre de FINESS', 'Nb sites'])('[format §6] «%s» is a count, not a list', (titre) => {
  expect(parseTitre(titre)).toBe('autre')
})

test.each([
  'Date échéance facture',
  'Date de paiement de la facture',
  'Date de commande / facture',
  'Date facture avance',
  'Date raccordement DMP',
  'PU HT',
  'Prix unitaire HT',
  'Remise HT',
  'HT 30 %',
  'Montant HT 70%',
  'Montant HT (k€)',
  'Total HT en milliers',
  'Montant hors Ségur HT',
  'Maintenance HT',
  'Plafond HT',
  'Avoir HT',
  'Montant HT dû',
  'Montant demandé à l’ASP',
  'Statut ASP',
  'Statut FINBIO',
  'Commentaire FINESS',
  'Ville FINESS',
  'FINESS ancien',
  'FINESS jur.',
  'SIRET bénéficiaire',
  'Version DMP',
  'Opérateur MSS Pro',
  'Contact éditeur',
  'Code client',
  'N° client',
  'Mail labo',
  'Montant HT (USD)',
])('[format §6] «%s» speaks of a field, and is not it', (titre) => {
  expect(parseTitre(titre)).toBe('autre')
})

test.each([
  ['Montant HT (TVA 20 %)', 'montantSegurHTFacture'],
  ['Montant hors TVA', 'montantSegurHTFacture'],
  ['Total HT (100 %)', 'montantSegurHTFacture'],
  ['Mt HT', 'montantSegurHTFacture'],
  ['Montant HT du bon de cde', 'montantCommande'],
  ['Mt cde HT', 'montantCommande'],
  ['Facturé le', 'dateFacture'],
  ['Dt fac.', 'dateFacture'],
  ['OID DMP', 'identDMP'],
  ['Numéro éditeur (celui de la demande d’avance payée par l’ASP, en cinq caractères, zéros compris)', 'numeroEditeur'],
  ['MSS cit.', 'isDirectToMSSCitoyen'],
  ['Boîte MSS citoyenne', 'adresseBoiteMSSCitoyen'],
] as const)('[format §6] «%s» is %s, without doubt', (titre, champ) => {
  expect(parseTitre(titre)).toEqual({ champ, sur: true })
})

test('[format §6] whether «FINESS vérifié» holds FINESS, its cells must tell', () => {
  expect(parseTitre('FINESS vérifié')).toBeNull()
})

test.each([
  'FINESS siège',
  'FINESS de rattachement',
  'FINESS hors périmètre',
  'Sites non équipés (FINESS)',
  'FINESS à venir',
])('[format §3 beneficiaires] «%s» may be no beneficiary’s', (titre) => {
  expect(parseTitre(titre)).toEqual({ champ: 'beneficiaires', sur: false })
})

test.each([
  'N° facture',
  'Numéro de facture',
  'Réf. facture',
  'N° pièce',
  'Facture n°',
  'Facture',
  'Invoice number',
  'N° Fact.',
])('[guide §3.2] «%s» holds numbers of invoices', (titre) => {
  expect(isTitreNumeroFacture(titre)).toBe(true)
})

test.each(['Date facture', 'Montant facture', 'N° éditeur', 'Facturé le', 'Nb factures', 'Code client'])(
  '[guide §3.2] «%s» holds none',
  (titre) => {
    expect(isTitreNumeroFacture(titre)).toBe(false)
  },
)

test.each([
  'Montant HT par site',
  'Montant HT / site',
  'Montant options HT',
  'Montant HT annuel',
  'Montant HT ligne',
  'Montant HT par FINESS',
  'Prix HT article',
])('[format §3 montantSegurHTFacture] «%s» is a part of the invoice', (titre) => {
  expect(parseTitre(titre)).toBe('autre')
})

test.each(['Date pièce', 'Amount', 'Subtotal', 'Montant total'])('[format §6] «%s» leaves a doubt', (titre) => {
  expect(parseTitre(titre)).toMatchObject({ sur: false })
})

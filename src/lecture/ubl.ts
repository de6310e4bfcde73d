import { readIsoDate } from './dates'
import {
  amountOf,
  codesAvoir,
  inCurrency,
  isSiretScheme,
  nodesAt,
  partyOf,
  readDecimal,
  textAt,
  type FactureXml,
} from './factureXml'
import type { Noeud } from './xml'

const vocabulary = 'urn:oasis:names:specification:ubl:schema:xsd:'

/** Reads a UBL Invoice or CreditNote; null when the element is none (an Order has another root). */
export function readUbl(root: Noeud): FactureXml | null {
  if (root.espace !== `${vocabulary}${root.nom}-2` || !['Invoice', 'CreditNote'].includes(root.nom)) return null
  const devise = textAt(root, 'DocumentCurrencyCode')
  const [sums] = nodesAt(root, 'LegalMonetaryTotal')
  const typeCode = textAt(root, `${root.nom}TypeCode`) ?? (root.nom === 'CreditNote' ? '381' : '380')
  const imprime = textAt(root, 'IssueDate')
  const jour = imprime === null ? null : readIsoDate(imprime)
  return {
    typeCode,
    avoir: root.nom === 'CreditNote' || codesAvoir.has(typeCode),
    numero: textAt(root, 'ID'),
    date: jour && imprime !== null ? { jour, imprime } : null,
    ht: amountOf(inCurrency(nodesAt(sums, 'TaxExclusiveAmount'), devise)),
    ttc: amountOf(inCurrency(nodesAt(sums, 'TaxInclusiveAmount'), devise)),
    tva: readDecimal(inCurrency(nodesAt(root, 'TaxTotal', 'TaxAmount'), devise)?.texte ?? null),
    avance: readDecimal(textAt(sums, 'PrepaidAmount')),
    devise,
    parties: [
      ...nodesAt(root, 'AccountingSupplierParty', 'Party').map((party) => partyOf('fournisseur', numbersOf(party))),
      ...nodesAt(root, 'AccountingCustomerParty', 'Party').map((party) => partyOf('client', numbersOf(party))),
      ...[...nodesAt(root, 'PayeeParty'), ...nodesAt(root, 'Delivery', 'DeliveryParty')].map((party) =>
        partyOf(null, numbersOf(party)),
      ),
    ],
    articles: nodesAt(root, `${root.nom}Line`, 'Item', 'Name').map(({ texte }) => texte),
    textes: freeTexts(root),
  }
}

const numbersOf = (party: Noeud) =>
  [
    ...nodesAt(party, 'PartyIdentification', 'ID'),
    ...nodesAt(party, 'PartyLegalEntity', 'CompanyID'),
    ...nodesAt(party, 'EndpointID'),
    ...nodesAt(party, 'PartyTaxScheme', 'CompanyID'),
  ]
    .filter(isSiretScheme)
    .map(({ texte }) => texte.trim())

function freeTexts(root: Noeud): string[] {
  const lines = nodesAt(root, `${root.nom}Line`).slice(0, 5_000)
  const nodes = [
    ...nodesAt(root, 'Note'),
    ...nodesAt(root, 'BuyerReference'),
    ...nodesAt(root, 'OrderReference', 'ID'),
    ...nodesAt(root, 'ContractDocumentReference', 'ID'),
    ...nodesAt(root, 'AdditionalDocumentReference', 'ID'),
    ...nodesAt(root, 'ProjectReference', 'ID'),
    ...nodesAt(root, 'PaymentTerms', 'Note'),
    ...lines.flatMap((line) => [
      ...nodesAt(line, 'Note'),
      ...nodesAt(line, 'Item', 'Name'),
      ...nodesAt(line, 'Item', 'Description'),
    ]),
  ]
  return nodes.map(({ texte }) => texte)
}

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

/** Elements that CII (2016) and ZUGFeRD 1 (2014) name differently; the first that is there counts. */
const names = {
  document: ['ExchangedDocument', 'HeaderExchangedDocument'],
  transaction: ['SupplyChainTradeTransaction', 'SpecifiedSupplyChainTradeTransaction'],
  agreement: ['ApplicableHeaderTradeAgreement', 'ApplicableSupplyChainTradeAgreement'],
  delivery: ['ApplicableHeaderTradeDelivery', 'ApplicableSupplyChainTradeDelivery'],
  settlement: ['ApplicableHeaderTradeSettlement', 'ApplicableSupplyChainTradeSettlement'],
  sums: ['SpecifiedTradeSettlementHeaderMonetarySummation', 'SpecifiedTradeSettlementMonetarySummation'],
} as const

const either = (node: Noeud | undefined, path: readonly string[]) => node?.enfants.find(({ nom }) => path.includes(nom))

const isInvoice = ({ nom, espace }: Noeud) =>
  (nom === 'CrossIndustryInvoice' && /^urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:/.test(espace)) ||
  (nom === 'CrossIndustryDocument' &&
    /^urn:(?:ferd|un:unece:uncefact:data:standard):CrossIndustryDocument:/.test(espace))

/** Reads a Cross Industry Invoice of any profile; null when the element is none (an Order-X has another root). */
export function readCii(root: Noeud): FactureXml | null {
  if (!isInvoice(root)) return null
  const document = either(root, names.document)
  const transaction = either(root, names.transaction)
  const agreement = either(transaction, names.agreement)
  const settlement = either(transaction, names.settlement)
  const sums = either(settlement, names.sums)
  const devise = textAt(settlement, 'InvoiceCurrencyCode')
  const typeCode = textAt(document, 'TypeCode') ?? ''
  return {
    typeCode,
    avoir: codesAvoir.has(typeCode),
    numero: textAt(document, 'ID'),
    date: issueDate(document),
    ht: amountOf(inCurrency(nodesAt(sums, 'TaxBasisTotalAmount'), devise)),
    ttc: amountOf(inCurrency(nodesAt(sums, 'GrandTotalAmount'), devise)),
    tva: readDecimal(inCurrency(nodesAt(sums, 'TaxTotalAmount'), devise)?.texte ?? null),
    avance: readDecimal(textAt(sums, 'TotalPrepaidAmount')),
    devise,
    parties: [
      ...nodesAt(agreement, 'SellerTradeParty').map((party) => partyOf('fournisseur', numbersOf(party))),
      ...nodesAt(agreement, 'BuyerTradeParty').map((party) => partyOf('client', numbersOf(party))),
      ...otherParties(either(transaction, names.delivery), settlement).map((party) => partyOf(null, numbersOf(party))),
    ],
    articles: nodesAt(transaction, 'IncludedSupplyChainTradeLineItem', 'SpecifiedTradeProduct', 'Name').map(
      ({ texte }) => texte,
    ),
    textes: freeTexts(document, transaction, agreement, settlement),
  }
}

function issueDate(document: Noeud | undefined): FactureXml['date'] {
  const imprime = textAt(document, 'IssueDateTime', 'DateTimeString') ?? textAt(document, 'IssueDateTime', 'DateTime')
  const jour = imprime === null ? null : readIsoDate(imprime)
  return jour && imprime !== null ? { jour, imprime } : null
}

// Stronger first: the scheme 0009 is a SIRET by definition, the legal registration often only a SIREN.
const numbersOf = (party: Noeud) =>
  [
    ...nodesAt(party, 'GlobalID'),
    ...nodesAt(party, 'SpecifiedLegalOrganization', 'ID'),
    ...nodesAt(party, 'URIUniversalCommunication', 'URIID'),
    ...nodesAt(party, 'ID'),
    ...nodesAt(party, 'SpecifiedTaxRegistration', 'ID').filter(({ texte }) => texte.trim().startsWith('FR')),
  ]
    .filter((node) => isSiretScheme(node) || node.attributs.get('schemeID') === 'VA')
    .map(({ texte }) => texte.trim())

const otherParties = (delivery: Noeud | undefined, settlement: Noeud | undefined) => [
  ...nodesAt(delivery, 'ShipToTradeParty'),
  ...nodesAt(settlement, 'PayeeTradeParty'),
  ...nodesAt(settlement, 'InvoiceeTradeParty'),
]

function freeTexts(
  document: Noeud | undefined,
  transaction: Noeud | undefined,
  agreement: Noeud | undefined,
  settlement: Noeud | undefined,
): string[] {
  const lines = nodesAt(transaction, 'IncludedSupplyChainTradeLineItem').slice(0, 5_000)
  const nodes = [
    ...nodesAt(document, 'Name'),
    ...nodesAt(document, 'IncludedNote', 'Content'),
    ...nodesAt(agreement, 'BuyerReference'),
    ...nodesAt(agreement, 'BuyerOrderReferencedDocument', 'IssuerAssignedID'),
    ...nodesAt(agreement, 'ContractReferencedDocument', 'IssuerAssignedID'),
    ...nodesAt(agreement, 'AdditionalReferencedDocument', 'IssuerAssignedID'),
    ...nodesAt(agreement, 'SpecifiedProcuringProject', 'ID'),
    ...nodesAt(agreement, 'SpecifiedProcuringProject', 'Name'),
    ...nodesAt(settlement, 'PaymentReference'),
    ...lines.flatMap((line) => [
      ...nodesAt(line, 'AssociatedDocumentLineDocument', 'IncludedNote', 'Content'),
      ...nodesAt(line, 'SpecifiedTradeProduct', 'Name'),
      ...nodesAt(line, 'SpecifiedTradeProduct', 'Description'),
    ]),
  ]
  return nodes.map(({ texte }) => texte)
}

import { describe, expect, test } from 'vitest'
import { exampleContenu, exampleXml } from './examplePage'
import { readContenu } from './readContenu'

const cii = ({
  code = '380',
  date = '20230315',
  ht = '10000.00',
  tva = '2000.00',
  ttc = '12000.00',
  devise = 'EUR',
  article = 'Prestation Ségur',
  note = '',
} = {}) => `
<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:ram" xmlns:udt="urn:udt">
  <rsm:ExchangedDocument><ram:ID>F-1</ram:ID><ram:TypeCode>${code}</ram:TypeCode>
    <ram:IssueDateTime><udt:DateTimeString format="102">${date}</udt:DateTimeString></ram:IssueDateTime>
    <ram:IncludedNote><ram:Content>${note}</ram:Content></ram:IncludedNote></rsm:ExchangedDocument>
  <rsm:SupplyChainTradeTransaction>
    <ram:IncludedSupplyChainTradeLineItem><ram:SpecifiedTradeProduct><ram:Name>Prestation Ségur SGL</ram:Name></ram:SpecifiedTradeProduct></ram:IncludedSupplyChainTradeLineItem>
    <ram:IncludedSupplyChainTradeLineItem><ram:SpecifiedTradeProduct><ram:Name>${article}</ram:Name></ram:SpecifiedTradeProduct></ram:IncludedSupplyChainTradeLineItem>
    <ram:ApplicableHeaderTradeAgreement>
      <ram:SellerTradeParty><ram:GlobalID schemeID="0088">73282932000074</ram:GlobalID><ram:SpecifiedLegalOrganization><ram:ID schemeID="0002">73282932000074</ram:ID></ram:SpecifiedLegalOrganization></ram:SellerTradeParty>
      <ram:BuyerTradeParty><ram:SpecifiedLegalOrganization><ram:ID schemeID="0002">35600000000048</ram:ID></ram:SpecifiedLegalOrganization></ram:BuyerTradeParty>
    </ram:ApplicableHeaderTradeAgreement>
    <ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>${devise}</ram:InvoiceCurrencyCode>
      <ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:LineTotalAmount>9000.00</ram:LineTotalAmount><ram:TaxBasisTotalAmount>${ht}</ram:TaxBasisTotalAmount>
        <ram:TaxTotalAmount currencyID="USD">1.00</ram:TaxTotalAmount><ram:TaxTotalAmount currencyID="EUR">${tva}</ram:TaxTotalAmount>
        <ram:GrandTotalAmount>${ttc}</ram:GrandTotalAmount><ram:DuePayableAmount>8400.00</ram:DuePayableAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>
    </ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>`

const ubl = (root: string, siret = '<cbc:ID schemeID="0009">73282932000074</cbc:ID>') => `
<${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2" xmlns:cac="urn:cac" xmlns:cbc="urn:cbc">
  <cbc:ID>F-1</cbc:ID><cbc:IssueDate>2023-03-15</cbc:IssueDate><cbc:DueDate>2023-04-15</cbc:DueDate>
  <cbc:Note>FINESS 990001018, dossier FINBIO000006</cbc:Note><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
  <cac:AccountingSupplierParty><cac:Party><cac:PartyIdentification>${siret}</cac:PartyIdentification>
    <cac:PartyLegalEntity><cbc:CompanyID schemeID="0002">732829320</cbc:CompanyID></cac:PartyLegalEntity></cac:Party></cac:AccountingSupplierParty>
  <cac:TaxTotal><cbc:TaxAmount currencyID="EUR">2000.00</cbc:TaxAmount></cac:TaxTotal>
  <cac:LegalMonetaryTotal><cbc:LineExtensionAmount>9000</cbc:LineExtensionAmount><cbc:TaxExclusiveAmount currencyID="EUR">10000</cbc:TaxExclusiveAmount>
    <cbc:TaxInclusiveAmount>12000.0</cbc:TaxInclusiveAmount><cbc:PayableAmount>8400</cbc:PayableAmount></cac:LegalMonetaryTotal>
</${root}>`

const zugferd1 = `
<rsm:CrossIndustryDocument xmlns:rsm="urn:ferd:CrossIndustryDocument:invoice:1p0" xmlns:ram="urn:ram" xmlns:udt="urn:udt">
  <rsm:HeaderExchangedDocument><ram:TypeCode>380</ram:TypeCode><ram:IssueDateTime><udt:DateTimeString format="102">20230315</udt:DateTimeString></ram:IssueDateTime></rsm:HeaderExchangedDocument>
  <rsm:SpecifiedSupplyChainTradeTransaction><ram:ApplicableSupplyChainTradeAgreement/><ram:ApplicableSupplyChainTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
    <ram:SpecifiedTradeSettlementMonetarySummation><ram:TaxBasisTotalAmount currencyID="EUR">10000.00</ram:TaxBasisTotalAmount><ram:TaxTotalAmount currencyID="EUR">2000.00</ram:TaxTotalAmount>
    <ram:GrandTotalAmount currencyID="EUR">12000.00</ram:GrandTotalAmount></ram:SpecifiedTradeSettlementMonetarySummation></ram:ApplicableSupplyChainTradeSettlement></rsm:SpecifiedSupplyChainTradeTransaction></rsm:CrossIndustryDocument>`

const read = (...xml: string[]) => readContenu(exampleXml(...xml))
const summary = (...xml: string[]) => {
  const { dateFacture, montantHT, montantTTC, avoir } = read(...xml)
  return [dateFacture?.valeur, montantHT?.valeur, montantHT?.sure, montantTTC?.valeur, avoir]
}
const plain = ['15/03/2023', 1000000, true, 1200000, false]

describe('[guide §3.2 facture] an XML invoice gives its exact day, total before tax and seller', () => {
  test.each<[string, string]>([
    ['CII', cii()],
    ['ZUGFeRD 1', zugferd1],
    ['UBL invoice', ubl('Invoice')],
    ['CII in an envelope', `<e><p>${cii()}</p></e>`],
    ['UBL with a DOCTYPE', `<!DOCTYPE Invoice>${ubl('Invoice')}`],
  ])('%s', (_name, xml) => {
    expect(summary(xml)).toEqual(plain)
  })

  test.each<[string, string, unknown[]]>([
    ['credit note 381 with positive amounts', cii({ code: '381' }), ['15/03/2023', -1000000, true, -1200000, true]],
    [
      '380 with negative amounts',
      cii({ ht: '-10000.00', tva: '-2000.00', ttc: '-12000.00' }),
      ['15/03/2023', -1000000, true, -1200000, true],
    ],
    ['UBL credit note', ubl('CreditNote'), ['15/03/2023', -1000000, true, -1200000, true]],
    ['corrected invoice 384', cii({ code: '384' }), plain],
    ['sums that do not fit', cii({ ttc: '13000.00' }), ['15/03/2023', 1000000, false, 1300000, false]],
    ['another currency', cii({ devise: 'USD' }), ['15/03/2023', 1000000, false, 1200000, false]],
    ['prepayment 386', cii({ code: '386' }), ['15/03/2023', 1000000, false, 1200000, false]],
    ['other things sold', cii({ article: 'Maintenance hors Ségur' }), ['15/03/2023', 1000000, false, 1200000, false]],
    ['a day that does not exist', cii({ date: '20230231' }), [undefined, 1000000, true, 1200000, false]],
    ['more decimals than cents', cii({ ht: '10000.0000', tva: '2000.000' }), plain],
  ])('%s', (_name, xml, expected) => {
    expect(summary(xml)).toEqual(expected)
  })

  test('seller, client, FINESS and FINBIO', () => {
    const { sirets, siretFournisseur, finess, numeroASP } = read(cii({ note: 'FINESS 990001018 ; FINBIO000006' }))
    expect(sirets.map(({ valeur, role }) => [valeur, role])).toEqual([
      ['73282932000074', 'fournisseur'],
      ['35600000000048', 'client'],
    ])
    expect([siretFournisseur?.valeur, finess.map(({ valeur }) => valeur), numeroASP?.valeur]).toEqual([
      '73282932000074',
      ['990001018'],
      'FINBIO000006',
    ])
  })

  test('a SIREN is no SIRET and no FINESS', () => {
    const { siretFournisseur, finess } = read(ubl('Invoice', '<cbc:ID schemeID="0088">73282932000074</cbc:ID>'))
    expect([siretFournisseur, finess.map(({ valeur }) => valeur)]).toEqual([null, ['990001018']])
  })
})

describe('[guide §3.1 typeFichier] XML that is no invoice', () => {
  const order =
    '<rsm:SCRDMCCBDACIOMessageStructure xmlns:rsm="urn:un:unece:uncefact:data:SCRDMCCBDACIOMessageStructure:100"/>'
  test.each([
    ['an order', order],
    ['a UBL order', '<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>'],
    ['anything else', '<Invoice><IssueDate>2023-03-15</IssueDate></Invoice>'],
    ['malformed', cii().slice(0, -30)],
  ])('%s gives nothing', (_name, xml) => {
    const { type, dateFacture, montantHT } = read(xml)
    expect([type.valeur, dateFacture, montantHT]).toEqual([null, null, null])
  })

  test('the invoice need not be the first attachment', () => {
    expect(summary('<notes/>', order, cii())).toEqual(plain)
  })

  test('two invoices in one file are never sure', () => {
    expect(read(cii(), cii({ ht: '1.00', tva: '0.20', ttc: '1.20' })).montantHT?.sure).toBe(false)
  })
})

describe('[guide §3.2 facture] page and XML of one file', () => {
  const page = (date: string, ht: string) =>
    `FACTURE n° 1\nDate de facture : ${date}\n\nTotal HT     ${ht} €\nTVA     2 000,00 €\nTotal TTC     12 000,00 €`
  const join = (text: string, xml: string) => readContenu({ ...exampleContenu(text), xml: [xml] })

  test('they agree: sure, and nothing to tell', () => {
    const { dateFacture, montantHT, desaccords } = join(page('15/03/2023', '10 000,00'), cii())
    expect([dateFacture?.sure, montantHT?.sure, montantHT?.source, desaccords]).toEqual([true, true, 'xml', []])
  })

  test('they disagree: the XML’s values, not sure, and both are told', () => {
    const { dateFacture, montantHT, candidatsHT, desaccords } = join(page('16/03/2023', '10 001,00'), cii())
    expect([dateFacture?.valeur, dateFacture?.sure, montantHT?.valeur, montantHT?.sure]).toEqual([
      '15/03/2023',
      false,
      1000000,
      false,
    ])
    expect(candidatsHT.map(({ valeur }) => valeur)).toEqual([1000000, 1000100])
    expect(desaccords).toEqual([
      { champ: 'dateFacture', xml: '15/03/2023', texte: '16/03/2023' },
      { champ: 'montantHT', xml: '10 000,00', texte: '10 001,00' },
    ])
  })
})

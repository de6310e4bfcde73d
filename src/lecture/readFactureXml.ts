import { readCii } from './cii'
import type { FactureXml } from './factureXml'
import { readUbl } from './ubl'
import { readXml } from './xml'

/** What an XML text is: an invoice, another business document of the same vocabularies, or neither. */
export type XmlLu = { kind: 'facture'; facture: FactureXml } | { kind: 'autre' } | { kind: 'inconnu' }

/** Reads CII (Factur-X, ZUGFeRD 1 and 2, XRechnung) and UBL; the invoice may lie inside an envelope. */
export function readFactureXml(text: string): XmlLu {
  const root = readXml(text)
  if (!root) return { kind: 'inconnu' }
  const candidates = [
    root,
    ...root.enfants.slice(0, 50),
    ...root.enfants.slice(0, 50).flatMap(({ enfants }) => enfants.slice(0, 50)),
  ]
  for (const node of candidates) {
    const facture = readCii(node) ?? readUbl(node)
    if (facture) return { kind: 'facture', facture }
  }
  const order = /^urn:un:unece:uncefact:data:|^urn:oasis:names:specification:ubl:/.test(root.espace)
  return { kind: order ? 'autre' : 'inconnu' }
}

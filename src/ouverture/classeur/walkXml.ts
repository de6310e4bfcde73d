import { Parser } from 'saxen'

/** What is called for each element of a document, in its order. `name` and `attributes` bear the prefixes given. */
export interface Walker {
  open?: (name: string, attributes: (key: string) => string | undefined) => void
  close?: (name: string) => void
  text?: (text: string) => void
}

/** A part of a spreadsheet that is no well-formed XML. */
export class XmlAbime extends Error {}

/** Goes through an XML text. Prefixes are ours, whatever the file's: namespace → prefix. Expands no entity of a DOCTYPE. */
export function walkXml(xml: string, prefixes: Readonly<Record<string, string>>, { open, close, text }: Walker) {
  const parser = new Parser()
  parser.ns({ ...prefixes })
  parser.on('openTag', (name, attributes, decode) => {
    let read: Record<string, string> | null = null
    open?.(name, (key) => {
      const value = (read ??= attributes())[key]
      return value === undefined ? undefined : decode(value)
    })
  })
  parser.on('closeTag', (name) => close?.(name))
  parser.on('text', (value, decode) => text?.(decode(value)))
  parser.on('cdata', (value) => text?.(value))
  parser.on('error', (error) => {
    throw new XmlAbime(error.message)
  })
  parser.parse(xml.replace(/^\ufeff/, ''))
}

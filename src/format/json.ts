/**
 * A JSON text as it was written: numbers keep their literal (27450.00 stays so), objects keep their entries in order,
 * twice the same name included. A name is only ever text here, so `__proto__` is one like another.
 */
export type Json = JsonObject | JsonArray | JsonScalar

export interface JsonObject {
  kind: 'object'
  entries: readonly JsonEntry[]
}

export interface JsonEntry {
  name: string
  value: Json
}

export interface JsonArray {
  kind: 'array'
  items: readonly Json[]
}

export type JsonScalar =
  | { kind: 'text'; text: string }
  | { kind: 'number'; literal: string }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'null' }

export const jsonNull: Json = { kind: 'null' }
export const jsonText = (text: string): Json => ({ kind: 'text', text })
/** Takes a literal that JSON allows as a number. */
export const jsonNumber = (literal: string): Json => ({ kind: 'number', literal })
export const jsonBoolean = (value: boolean): Json => ({ kind: 'boolean', value })
export const jsonArray = (items: readonly Json[]): Json => ({ kind: 'array', items })
export const jsonObject = (entries: readonly JsonEntry[]): Json => ({ kind: 'object', entries })

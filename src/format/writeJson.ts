import type { Json } from './json'
import { cleanLigne } from './texte'

const step = '  '

/**
 * A JSON value → its text: two spaces of indentation, LF, number literals as they are; no final newline. What nobody
 * sees is not written, in texts and names, nor is a line break. format §2
 */
export const writeJson = (json: Json): string => write(json, '\n')

function write(json: Json, newline: string): string {
  const inside = newline + step
  switch (json.kind) {
    case 'object':
      return wrap(
        '{}',
        json.entries.map(({ name, value }) => `${JSON.stringify(cleanLigne(name))}: ${write(value, inside)}`),
        newline,
      )
    case 'array':
      return wrap(
        '[]',
        json.items.map((item) => write(item, inside)),
        newline,
      )
    case 'text':
      return JSON.stringify(cleanLigne(json.text))
    case 'number':
      return json.literal
    case 'boolean':
      return String(json.value)
    case 'null':
      return 'null'
  }
}

const wrap = (brackets: '{}' | '[]', parts: readonly string[], newline: string) =>
  parts.length === 0
    ? brackets
    : `${brackets.charAt(0)}${newline}${step}${parts.join(`,${newline}${step}`)}${newline}${brackets.charAt(1)}`

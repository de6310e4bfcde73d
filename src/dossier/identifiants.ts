import { cleanValeur } from '../format/texte'

/** Typed or pasted DMP identifiers → each once: a line, a tab, a comma or a semicolon parts them. */
export const splitIdentifiants = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[\n\r\t;,]+/)
      .map(cleanValeur)
      .filter((ident) => ident !== ''),
  ),
]

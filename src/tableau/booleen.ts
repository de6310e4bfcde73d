const oui = /^(?:oui|o|yes|y|vrai|true|1|x|✓|✔|☑|✅|ok)$/i
const non = /^(?:non|n|no|faux|false|0|✗|✘|☐|❌)$/i

/** The text of an answer (`oui`, `Non`, `x`, `1`, `VRAI`…) → true or false; null when it is neither. */
export function parseReponse(typed: string): boolean | null {
  const texte = typed.replace(/[\s.]+$/, '').trim()
  if (oui.test(texte)) return true
  return non.test(texte) ? false : null
}

/** Whether the text is a mark that only ever says yes: the cells beside it are then left empty for no. */
export const isCoche = (typed: string) => /^(?:x|✓|✔|☑|✅)$/i.test(typed.trim())

const latin1 = new TextDecoder('latin1')
const slash = 0x2f
/** First letters, of either case, of what is looked for. */
const starts = new Set(Array.from('EeTtAa', (letter) => letter.charCodeAt(0)))
const named = /^\/(?:EmbeddedFile\b|(?:text|application)(?:#2f|\/)xml\b)/i
const longest = '/application#2fxml '.length

/** Whether the bytes of a PDF speak of a file inside: its stream stands in the open, whatever else is compressed. */
export function hasEmbeddedFile(bytes: Uint8Array): boolean {
  // By its bytes from slash to slash: to make a text of all of it takes many times as long.
  for (let at = bytes.indexOf(slash); at !== -1; at = bytes.indexOf(slash, at + 1)) {
    if (!starts.has(bytes[at + 1] ?? 0)) continue
    if (named.test(latin1.decode(bytes.subarray(at, at + longest)))) return true
  }
  return false
}

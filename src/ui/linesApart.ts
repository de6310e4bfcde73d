/** Several lines in one, parted by tabs: a field of one line would part them by spaces, or by nothing. */
export const partLines = (text: string): string =>
  text.trim().replace(/[^\S\t]*[\n\r\v\f\u0085\u2028\u2029]\s*/gu, '\t')

const hasLines = (text: string) => /[\n\r\v\f\u0085\u2028\u2029]/.test(text.trim())

/** Writes as if it were typed, so that the browser's own «Annuler» takes it back: deprecated, and no other way lets it. */
interface Writer {
  execCommand: (command: 'insertText', shown: false, text: string) => boolean
}

/**
 * Lets lines that are pasted or dropped into a field of one line stay apart: two cells of a spreadsheet, «1» and
 * «250,00», would else stand there as «1 250,00». Gives the way to end it.
 */
export function keepLinesApart(): () => void {
  const writer: Writer = document
  const insert = (event: InputEvent) => {
    if (event.inputType !== 'insertFromPaste' && event.inputType !== 'insertFromDrop') return
    if (!(event.target instanceof HTMLInputElement) || event.data === null || !hasLines(event.data)) return
    event.preventDefault()
    const { target } = event
    const text = partLines(event.data)
    if (document.activeElement === target && writer.execCommand('insertText', false, text)) return
    target.setRangeText(text, target.selectionStart ?? 0, target.selectionEnd ?? 0, 'end')
    target.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: event.inputType }))
  }
  addEventListener('beforeinput', insert, true)
  return () => removeEventListener('beforeinput', insert, true)
}

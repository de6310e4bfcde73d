const textTypes = ['text', 'search', 'email', 'tel', 'url', 'number', 'password']

/** Whether text is typed there. */
const isTextField = (target: EventTarget | null) =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && textTypes.includes(target.type)) ||
  (target instanceof HTMLElement && target.isContentEditable)

/**
 * The files that a paste is meant to bring, each once; none where its text is meant: in a field, text goes before files,
 * and the picture that a spreadsheet or a word processor adds to the text it copied is that text once more.
 */
export function pastedFiles({ clipboardData, target }: ClipboardEvent): File[] {
  const files = Array.from(clipboardData?.files ?? [])
  if (files.length === 0 || !clipboardData?.getData('text/plain')) return files
  const isPicture = clipboardData.types.includes('text/html') && files.every(({ type }) => type.startsWith('image/'))
  return isPicture || isTextField(target) ? [] : files
}

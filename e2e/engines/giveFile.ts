/** Runs in the page: what happens when a file is dropped in its middle, or pasted. */
export function giveFile(kind: 'drop' | 'paste', name: string, base64: string) {
  const transfer = new DataTransfer()
  transfer.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name))
  const shared = { bubbles: true, cancelable: true }
  const target = document.querySelector('h1')
  if (kind === 'paste') target?.dispatchEvent(new ClipboardEvent('paste', { ...shared, clipboardData: transfer }))
  else
    for (const type of ['dragenter', 'dragover', 'drop'])
      target?.dispatchEvent(new DragEvent(type, { ...shared, dataTransfer: transfer }))
}

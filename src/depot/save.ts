import { saveAs } from 'file-saver'

/** Hands one file to the browser's downloads. One click, one file: browsers drop or block a second one. */
export const saveFile = (octets: Blob, nom: string) => {
  // autoBom would break the JSON (format §2: no BOM).
  saveAs(octets, nom, { autoBom: false })
}

type Picker = (options: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>

const picker = (): Picker | null => {
  const { showDirectoryPicker } = globalThis as unknown as { showDirectoryPicker?: Picker }
  return showDirectoryPicker ? showDirectoryPicker.bind(globalThis) : null
}

/** Whether files can be written into a folder under their exact names (Chromium on desktops). */
export const canSaveToFolder = () => picker() !== null

/** Asks for a folder and writes the files there, over any of the same name. False when the user gave up; rejects when writing fails. */
export async function saveToFolder(files: readonly { nom: string; octets: Blob }[]): Promise<boolean> {
  const pick = picker()
  if (!pick) return false
  let folder: FileSystemDirectoryHandle
  try {
    folder = await pick({ id: 'depot', mode: 'readwrite' })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return false
    throw error
  }
  for (const { nom, octets } of files) {
    const writable = await (await folder.getFileHandle(nom, { create: true })).createWritable()
    await writable.write(octets)
    await writable.close()
  }
  return true
}

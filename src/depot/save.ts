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

/** One file to be written under its exact name. */
export interface FichierNomme {
  nom: string
  octets: Blob
}

/** What of the files stands whole in the chosen folder, in order; `refuse`: the name of the one that could not be written. */
export interface Ecriture {
  ecrits: readonly FichierNomme[]
  refuse: string | null
}

/** The part of a folder that files are written by. */
export type Folder = Pick<FileSystemDirectoryHandle, 'getFileHandle' | 'removeEntry'>

/** Asks for a folder; null when the user gave up, rejects when the browser has none to give. */
export async function pickFolder(): Promise<Folder | null> {
  try {
    return (await picker()?.({ id: 'depot', mode: 'readwrite' })) ?? null
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null
    throw error
  }
}

/**
 * Writes the files into the folder one after the other, over any of the same name, until one cannot be written or it is
 * stopped: what stood under that name stays, and nothing half written is left. `onProgress`: the share of bytes written.
 */
export async function writeFiles(
  folder: Folder,
  files: readonly FichierNomme[],
  { signal, onProgress }: { signal: AbortSignal; onProgress: (share: number) => void },
): Promise<Ecriture> {
  const total = files.reduce((sum, { octets }) => sum + octets.size, 0)
  const ecrits: FichierNomme[] = []
  let done = 0
  for (const file of files) {
    if (signal.aborted) break
    if (!(await writeFile(folder, file))) return { ecrits, refuse: file.nom }
    ecrits.push(file)
    done += file.octets.size
    onProgress(total === 0 ? 1 : done / total)
  }
  return { ecrits, refuse: null }
}

async function writeFile(folder: Folder, { nom, octets }: FichierNomme): Promise<boolean> {
  const isNew = await folder.getFileHandle(nom).then(
    () => false,
    (error: unknown) => error instanceof DOMException && error.name === 'NotFoundError',
  )
  let writable: FileSystemWritableFileStream | null = null
  try {
    writable = await (await folder.getFileHandle(nom, { create: true })).createWritable()
    await writable.write(octets)
    await writable.close()
    return true
  } catch {
    await writable?.abort().catch(() => undefined)
    // An empty file under the very name that the portal expects would be deposited for the real one.
    if (isNew) await remove(folder, nom)
    return false
  }
}

/** Takes a file away; the browser may hold it a moment longer than its writing. */
async function remove(folder: Folder, nom: string, attempts = 3): Promise<void> {
  try {
    await folder.removeEntry(nom)
  } catch {
    if (attempts <= 1) return
    await new Promise((resolve) => setTimeout(resolve, 100))
    await remove(folder, nom, attempts - 1)
  }
}

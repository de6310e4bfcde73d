import { BlobReader, ZipReader, type FileEntry } from '@zip.js/zip.js/lib/zip-core-native.js'
import { showMoEntiers, showPieceMax } from '../format/limites'
import type { Message } from '../format/message'
import { profil } from '../format/profil'
import { readNom } from './entryName'
import { decodeText, type TexteLu } from './text'
import { baseName, isSystemFile } from './zipNames'

/** What opening one zip may cost before it is given up. Sizes in bytes, unpacked. */
export const bornesZip = {
  entrees: 2000,
  entree: 30 * 1024 * 1024,
  total: 2 * profil.zipTailleMax,
} as const

export interface FichierZip {
  /** Base name: folders are left out. */
  nom: string
  blob: Blob
}

export interface JsonZip extends TexteLu {
  nom: string
}

/** Why one entry was left aside. */
export type RaisonEntree = 'chiffre' | 'abime' | 'tropGrand' | 'compression' | 'lien'

/** Why nothing of a zip could be read. */
export type RaisonZip = 'vide' | 'pasUnZip' | 'abime' | 'enMorceaux' | 'chiffre' | 'tropDEntrees' | 'tropGrand'

export type ZipOuvert =
  | {
      ok: true
      fichiers: FichierZip[]
      jsons: JsonZip[]
      /** What the clerk should know of names, in French sentences. */
      remarques: string[]
      ecartes: { nom: string; raison: RaisonEntree }[]
    }
  | { ok: false; raison: RaisonZip }

export const messagesZip: Readonly<Record<RaisonZip, Message>> = {
  vide: { faute: 'Ce zip ne contient aucun fichier.', remede: 'Vérifiez que c’est le bon, ou refaites-le.' },
  pasUnZip: { faute: 'Ce fichier n’est pas un zip.', remede: 'Ouvrez un zip, ou les fichiers eux-mêmes.' },
  abime: {
    faute: 'Ce zip est abîmé ou incomplet.',
    remede: 'Téléchargez-le ou copiez-le de nouveau, puis rouvrez-le.',
  },
  enMorceaux: {
    faute: 'Ce zip est découpé en plusieurs morceaux.',
    remede: 'Décompressez-le sur votre ordinateur, puis ouvrez les fichiers.',
  },
  chiffre: {
    faute: 'Ce zip est protégé par un mot de passe.',
    remede: 'Décompressez-le sur votre ordinateur, puis ouvrez les fichiers.',
  },
  tropDEntrees: {
    faute: `Ce zip contient plus de ${bornesZip.entrees} fichiers.`,
    remede: 'N’ouvrez que ceux de vos demandes.',
  },
  tropGrand: {
    faute: `Le contenu de ce zip dépasse ${showMoEntiers(bornesZip.total)}.`,
    remede: 'N’ouvrez que les pièces de vos demandes.',
  },
}

export const messagesEntree: Readonly<Record<RaisonEntree, string>> = {
  chiffre: 'protégé par un mot de passe : décompressez le zip sur votre ordinateur, puis ouvrez ce fichier',
  abime: 'abîmé dans le zip : demandez-le ou copiez-le de nouveau',
  tropGrand: `plus de ${showMoEntiers(bornesZip.entree)} une fois décompressé : une pièce pèse ${showPieceMax()} au plus`,
  compression: 'compressé d’une façon que le navigateur ne sait pas lire : décompressez le zip sur votre ordinateur',
  lien: 'c’est un lien vers un autre fichier : ajoutez le fichier lui-même',
}

/**
 * Someone's zip → its files by their base names, JSON files as texts apart. The file is read by slices; every size is
 * bounded by the zip's directory, then by the bytes that really come out. An entry that cannot be read is left aside
 * and named. An abort rejects with the signal's reason.
 */
export async function openZip(zip: Blob, { signal }: { signal?: AbortSignal } = {}): Promise<ZipOuvert> {
  signal?.throwIfAborted()
  // Most unpacked sizes are near the packed one; a file beyond the total is not even looked into.
  if (zip.size > bornesZip.total) return { ok: false, raison: 'tropGrand' }
  const reader = new ZipReader(new BlobReader(zip), { strictness: 'tolerant', useWebWorkers: false })
  try {
    const listed = await listEntries(reader)
    if (!Array.isArray(listed)) return { ok: false, raison: await sayWhy(listed, zip) }
    return await readEntries(listed, signal)
  } finally {
    await reader.close()
  }
}

/** One file of the zip, and its name with its folders. */
interface EntreeNommee {
  chemin: string
  entry: FileEntry
}

/** The zip's files, without folders and what systems add; or the reason why not. */
async function listEntries(reader: ZipReader<Blob>): Promise<EntreeNommee[] | RaisonZip> {
  const entries: EntreeNommee[] = []
  let count = 0
  let total = 0
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      count += 1
      if (count > bornesZip.entrees) return 'tropDEntrees'
      const chemin = readNom(entry)
      if (entry.directory || isSystemFile(chemin)) continue
      if (entry.uncompressedSize <= bornesZip.entree) total += entry.uncompressedSize
      if (total > bornesZip.total) return 'tropGrand'
      entries.push({ chemin, entry })
    }
  } catch (error) {
    // The library tells a broken directory only by throwing.
    return messageOf(error).startsWith('Split zip') ? 'enMorceaux' : 'abime'
  }
  if (entries.length === 0) return 'vide'
  return entries.every(({ entry }) => entry.encrypted) ? 'chiffre' : entries
}

async function sayWhy(raison: RaisonZip, zip: Blob): Promise<RaisonZip> {
  if (raison !== 'abime') return raison
  if (zip.size === 0) return 'vide'
  const start = new Uint8Array(await zip.slice(0, 2).arrayBuffer())
  return start[0] === 0x50 && start[1] === 0x4b ? 'abime' : 'pasUnZip'
}

async function readEntries(entries: readonly EntreeNommee[], signal: AbortSignal | undefined): Promise<ZipOuvert> {
  const fichiers: FichierZip[] = []
  const jsons: JsonZip[] = []
  const remarques: string[] = []
  const ecartes: { nom: string; raison: RaisonEntree }[] = []
  const noms = new Set<string>()
  for (const { chemin, entry } of entries) {
    const nom = baseName(chemin)
    const blob = await inflate(entry, signal)
    if (typeof blob === 'string') {
      ecartes.push({ nom, raison: blob })
      continue
    }
    if (/[\\/]/.test(chemin)) remarques.push(`« ${nom} » était rangé dans un dossier du zip : seul son nom est gardé.`)
    else if (nom !== chemin.normalize('NFC'))
      remarques.push(`« ${nom} » avait dans son nom des signes qui ne se voient pas : ils sont retirés.`)
    if (noms.has(nom.toLowerCase()))
      remarques.push(`« ${nom} » est plusieurs fois dans le zip : vérifiez lequel est le bon.`)
    noms.add(nom.toLowerCase())
    if (/\.json$/i.test(nom)) jsons.push({ nom, ...decodeText(new Uint8Array(await blob.arrayBuffer())) })
    else fichiers.push({ nom, blob })
  }
  return { ok: true, fichiers, jsons, remarques, ecartes }
}

/** The bytes of one entry, cut off as soon as they pass the limit, whatever the directory says of them. */
async function inflate(entry: FileEntry, signal: AbortSignal | undefined): Promise<Blob | RaisonEntree> {
  if (entry.encrypted) return 'chiffre'
  if (entry.symlink) return 'lien'
  if (entry.uncompressedSize > bornesZip.entree) return 'tropGrand'
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const sink = new WritableStream<Uint8Array<ArrayBuffer>>({
    write(chunk) {
      size += chunk.length
      if (size > bornesZip.entree) throw new Error('over the limit')
      chunks.push(chunk)
    },
  })
  try {
    await entry.getData(sink, { checkCrc32: true, checkOverlappingEntry: true, ...(signal && { signal }) })
    return new Blob(chunks)
  } catch (error) {
    signal?.throwIfAborted()
    if (size > bornesZip.entree) return 'tropGrand'
    return messageOf(error).startsWith('Compression method') ? 'compression' : 'abime'
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : '')

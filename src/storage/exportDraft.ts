import type { Entry } from '@zip.js/zip.js'
import type { Demande, Piece } from '../dossier/dossier'
import { parType, profil } from '../format/profil'
import { nomRecord, readDraft, writeDraft, type Draft, type DraftLu } from '../records/draft'
import { isRecord, readFields, readRecords, readString } from '../records/restore'
import { refuse, reussi, type RaisonIllisible, type Resultat } from '../records/resultat'

/** Bytes of `brouillon.json`: 200 demandes and what was read in their pièces take well under one of these. */
const recordMax = 64 * 1024 * 1024
/** Bytes of one pièce: what the portal takes, with room for one that is still to be shrunk. */
const pieceMax = 256 * 1024 * 1024
const entriesMax = 10_000

/** Where the bytes of one pièce stand in the zip, and the type of their Blob. */
interface Entree {
  id: string
  entree: string
  type: string
}

// People who unpack the zip find their pièces: 003-FACTURE.pdf is the third demande's invoice.
const entreesOf = (demandes: readonly Demande[], octets: ReadonlyMap<string, Blob>): Entree[] =>
  demandes.flatMap(({ pieces }, index) =>
    profil.typesFichier.flatMap((typeFichier) => {
      const piece = pieces[typeFichier]
      const type = piece ? octets.get(piece.id)?.type : undefined
      if (!piece || type === undefined) return []
      const rang = String(index + 1).padStart(3, '0')
      return [{ id: piece.id, type, entree: `pieces/${rang}-${typeFichier}.${profil.extensions[piece.formatFichier]}` }]
    }),
  )

// Lazily, and without workers: they would be fetched from a blob, which the page's Content-Security-Policy refuses.
const loadZip = async () => {
  const zip = await import('@zip.js/zip.js')
  zip.configure({ useWebWorkers: false })
  return zip
}

/** For a bar with a figure (share of the pièces done, 0 to 1) and a button that stops. */
interface Options {
  onProgress?: (share: number) => void
  signal?: AbortSignal
}

/**
 * One zip with everything of the draft; nothing is compressed, and the pièces are read one after the other: seconds
 * for hundreds of Mo. An abort rejects with the signal's reason.
 */
export async function writeExport(
  draft: Draft,
  pieces: ReadonlyMap<string, Blob>,
  { onProgress, signal }: Options = {},
): Promise<Blob> {
  const { BlobReader, BlobWriter, TextReader, ZipWriter } = await loadZip()
  const entrees = entreesOf(draft.dossier.demandes, pieces)
  const writer = new ZipWriter(new BlobWriter('application/zip'), { level: 0 })
  await writer.add(nomRecord, new TextReader(JSON.stringify({ draft: writeDraft(draft), entrees })))
  for (const [index, { id, entree }] of entrees.entries()) {
    signal?.throwIfAborted()
    await writer.add(entree, new BlobReader(pieces.get(id) ?? new Blob()))
    onProgress?.((index + 1) / entrees.length)
  }
  return writer.close()
}

/**
 * Reads an exported draft whole, or says why not. A pièce whose bytes are not in it, or are damaged, is taken out and
 * named. An abort rejects with the signal's reason.
 */
export async function readExport(file: Blob, options: Options = {}): Promise<Resultat<DraftLu<Blob>, RaisonIllisible>> {
  const { BlobReader, ZipReader } = await loadZip()
  const reader = new ZipReader(new BlobReader(file), { checkCrc32: true, checkOverlappingEntry: true })
  // No zip, a cut one, a forged one: the library throws as many kinds of errors as there are.
  const entries = await reader.getEntries().catch(() => [])
  try {
    return await readEntries(new Map(entries.slice(0, entriesMax).map((entry) => [entry.filename, entry])), options)
  } finally {
    await reader.close()
  }
}

async function readEntries(
  entries: Map<string, Entry>,
  { onProgress, signal }: Options,
): Promise<Resultat<DraftLu<Blob>, RaisonIllisible>> {
  const record = await readEntry(entries.get(nomRecord), 'application/json', recordMax)
  const parsed = record && parseRecord(await record.text())
  if (!parsed) return refuse('illisible')
  const read = readDraft(parsed.draft)
  if (!read.ok) return read
  const pieces = new Map<string, Blob>()
  const entrees = readEntrees(parsed.entrees)
  for (const [index, { id, entree, type }] of entrees.entries()) {
    signal?.throwIfAborted()
    const octets = await readEntry(entries.get(entree), type, pieceMax)
    // Each entry once: a forged list could name a large one a million times.
    entries.delete(entree)
    if (octets) pieces.set(id, octets)
    onProgress?.((index + 1) / entrees.length)
  }
  return reussi({ ...withoutMissing(read.valeur, pieces), pieces })
}

const readEntrees = readRecords(readFields<Entree>({ id: readString, entree: readString, type: readString }))

/** The bytes of an entry as we write them: stored, so that none can swell; null when it is absent or otherwise. */
async function readEntry(entry: Entry | undefined, type: string, max: number): Promise<Blob | null> {
  if (!entry || entry.directory || entry.encrypted || entry.compressionMethod !== 0) return null
  if (entry.compressedSize > max) return null
  const { BlobWriter } = await loadZip()
  return entry.getData(new BlobWriter(type)).catch(() => null)
}

function parseRecord(text: string) {
  try {
    const parsed: unknown = JSON.parse(text)
    return isRecord(parsed) ? parsed : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function withoutMissing(draft: Draft, octets: ReadonlyMap<string, Blob>): Omit<DraftLu<Blob>, 'pieces'> {
  const manquantes: string[] = []
  const present = (piece: Piece | null) => {
    if (!piece || octets.has(piece.id)) return piece
    manquantes.push(piece.nomOriginal)
    return null
  }
  const demandes = draft.dossier.demandes.map((demande) => ({
    ...demande,
    pieces: parType((type) => present(demande.pieces[type])),
  }))
  return { draft: { ...draft, dossier: { ...draft.dossier, demandes } }, manquantes }
}

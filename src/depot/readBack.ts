import { BlobReader, BlobWriter, configure, ZipReader, type Entry } from '@zip.js/zip.js'
import type { Fichier } from '../format/fichier'
import type { PieceAttendue } from './depot'

/** Why the two files, once written, are not what they should be: a fault of ours or of the machine. */
export type Ecart = string

configure({ useWebWorkers: false })

/** Reads the JSON again with the browser's own parser and compares it with the values it was written from. §2 */
export function checkJson(text: string, fichier: Fichier): Ecart[] {
  const read = JSON.parse(text) as { numeroAns: unknown; SIRET: unknown; lignesImport: Record<string, unknown>[] }
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  const ecarts: Ecart[] = []
  if (!same([read.numeroAns, read.SIRET], [fichier.numeroAns, fichier.SIRET])) ecarts.push('en-tête')
  if (read.lignesImport.length !== fichier.lignesImport.length) ecarts.push('nombre de demandes')
  fichier.lignesImport.forEach((ligne, index) => {
    const back = read.lignesImport[index] ?? {}
    const { facture, ...rest } = ligne
    const factureBack = { ...facture, montantSegurHTFacture: facture.montantSegurHTFacture / 100 }
    const picked = Object.fromEntries(Object.keys(rest).map((tag) => [tag, back[tag]]))
    if (back.numLigne !== index + 1 || !same(picked, rest) || !same(back.facture, factureBack))
      ecarts.push(`demande n° ${index + 1}`)
  })
  return ecarts
}

/** Opens the zip again with another library than the one that wrote it: names, order, sizes, CRC and bytes. §5 */
export async function checkZip(
  zip: Blob,
  attendues: readonly PieceAttendue[],
  onProgress: (share: number) => void,
): Promise<Ecart[]> {
  const reader = new ZipReader(new BlobReader(zip), { checkSignature: true })
  try {
    const entries = await reader.getEntries()
    const ecarts: Ecart[] = entries.length === attendues.length ? [] : ['nombre de pièces']
    for (const [index, attendue] of attendues.entries()) {
      const entry = entries[index]
      if (!entry || !(await isSame(entry, attendue))) ecarts.push(attendue.nomFichier)
      onProgress((index + 1) / attendues.length)
    }
    return ecarts
  } finally {
    await reader.close()
  }
}

const stored = 0

async function isSame(entry: Entry, { nomFichier, octets, empreinte }: PieceAttendue): Promise<boolean> {
  if (entry.directory || entry.filename !== nomFichier || entry.uncompressedSize !== octets.size) return false
  if (entry.compressionMethod !== stored || entry.bitFlag?.dataDescriptor !== false) return false
  const content = await entry.getData(new BlobWriter())
  return (await sha256(content)) === empreinte
}

const sha256 = async (blob: Blob) =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')

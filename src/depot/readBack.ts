import { BlobReader, configure, Uint8ArrayWriter, ZipReader, type Entry } from '@zip.js/zip.js/lib/zip-core-native.js'
import { showOctets } from '../dossier/taille'
import type { DepotLu, LigneLue } from '../format/depotLu'
import type { Fichier, LigneImport, PieceJustificative } from '../format/fichier'
import { absentesOf, modeleParDefaut, type Modele, type TagEcrit } from '../format/modele'
import { writeMontant } from '../format/montant'
import { profil } from '../format/profil'
import { readFichierModele } from '../format/readFichier'
import type { TagAvance } from '../format/tags'
import { empreinteOfBytes } from '../octets/empreinte'
import type { Ecart, PieceDuZip } from './depot'
import { writeLocal } from '../zip/headers'
import { localHeader, tailleZip } from '../format/tailleZip'

// One file is read in one go: each reading of a part of a Blob takes its time, however small.
configure({ chunkSize: profil.pieceTailleMax })

/**
 * Reads the JSON again and compares it with the values it was written from, in whatever shape: tags that the modèle
 * lacks are not looked for. In the guide's own shape nothing may be left to mend. format §2, format §7
 */
export function checkJson(text: string, fichier: Fichier, modele: Modele | null = null): Ecart[] {
  const lu = readFichierModele(text)
  if (!lu.ok) return ['JSON illisible']
  const absentes = new Set(absentesOf(modele ?? modeleParDefaut))
  const ecarts = [...checkEntete(lu.depot, fichier, absentes), ...checkLignes(lu.depot, fichier, absentes)]
  const { reprises, inconnues } = lu.rapport
  const shaped = modele !== null || (reprises.length === 0 && inconnues.length === 0)
  return shaped ? ecarts : [...ecarts, 'forme du JSON']
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

const checkEntete = (depot: DepotLu, fichier: Fichier, absentes: ReadonlySet<TagEcrit>): Ecart[] =>
  (['numeroAns', 'SIRET'] as const).filter((tag) => !absentes.has(tag) && depot[tag] !== fichier[tag])

function checkLignes({ lignes }: DepotLu, { lignesImport }: Fichier, absentes: ReadonlySet<TagEcrit>): Ecart[] {
  const ecarts: Ecart[] = lignes.length === lignesImport.length ? [] : ['nombre de demandes']
  lignesImport.forEach((ligne, index) => {
    const lue = lignes[index]
    const attendue = toLigneLue(ligne, index + 1, absentes)
    const tags = (Object.keys(attendue) as (keyof typeof attendue)[]).filter(
      (tag) => !absentes.has(tag) && !same(lue?.[tag], attendue[tag]),
    )
    if (tags.length > 0) ecarts.push(`demande n° ${index + 1} (${tags.join(', ')})`)
  })
  return ecarts
}

/** What must be read from a demande that was written. */
function toLigneLue(
  { facture, scenarioInstallation, piecesJustificatives, ...ligne }: LigneImport,
  rang: number,
  absentes: ReadonlySet<TagEcrit>,
): Omit<LigneLue, 'rang' | TagAvance> {
  const kept = (tag: keyof PieceJustificative, piece: PieceJustificative) => (absentes.has(tag) ? '' : piece[tag])
  return {
    numLigne: String(rang),
    ...ligne,
    dateFacture: facture.dateFacture,
    montantSegurHTFacture: writeMontant(facture.montantSegurHTFacture),
    piecesJustificatives: piecesJustificatives.map((piece) => ({
      nomFichier: kept('nomFichier', piece),
      formatFichier: kept('formatFichier', piece),
      typeFichier: kept('typeFichier', piece),
    })),
    ...scenarioInstallation,
    adresseBoiteMSSPro: scenarioInstallation.adresseBoiteMSSPro ?? '',
    adresseBoiteMSSCitoyen: scenarioInstallation.adresseBoiteMSSCitoyen ?? '',
    codeTraitement: '',
    libelleTraitement: '',
  }
}

/** Whether the zip itself, headers included, is within the portal's limit. format §3 */
export const checkTaille = ({ size }: Pick<Blob, 'size'>): Ecart[] =>
  size <= profil.zipTailleMax
    ? []
    : [
        `le zip pèse ${showOctets(size)} avec ses en-têtes et l’ASP en accepte ${showOctets(profil.zipTailleMax)} : répartissez les demandes en deux dépôts`,
      ]

/**
 * Opens the zip again with another library than the one that wrote its headers: names, order, sizes, CRC and bytes, and
 * local headers that say the same as the directory. Bytes that were read back before are not read again: they stand in
 * the zip as they lie. format §5
 */
export async function checkZip(
  zip: Blob,
  attendues: readonly PieceDuZip[],
  onProgress: (share: number) => void,
): Promise<Ecart[]> {
  const reader = new ZipReader(new BlobReader(zip), {
    strictness: 'strict',
    checkCrc32: true,
    checkOverlappingEntry: true,
    useWebWorkers: false,
  })
  try {
    const entries = await reader.getEntries()
    const ecarts: Ecart[] = entries.length === attendues.length ? [] : ['nombre de pièces']
    if (zip.size !== sizeOf(attendues)) ecarts.push('taille du zip')
    for (const [index, attendue] of attendues.entries()) {
      const entry = entries[index]
      if (!entry || !(await isSame(zip, entry, attendue))) ecarts.push(attendue.nomFichier)
      onProgress((index + 1) / attendues.length)
    }
    return ecarts
  } catch {
    // The library tells a zip that it refuses only by throwing.
    return ['zip illisible']
  } finally {
    await reader.close()
  }
}

const sizeOf = (attendues: readonly PieceDuZip[]) =>
  tailleZip(attendues.map(({ nomFichier, octets }) => ({ nomFichier, taille: octets.size })))

const stored = 0

async function isSame(zip: Blob, entry: Entry, attendue: PieceDuZip): Promise<boolean> {
  const { nomFichier, octets, headers, empreinte, relue } = attendue
  if (entry.directory || entry.filename !== nomFichier || entry.uncompressedSize !== octets.size) return false
  if (entry.compressionMethod !== stored || entry.bitFlag?.dataDescriptor !== false) return false
  const local = await zip.slice(entry.offset, entry.offset + localHeader + nomFichier.length).arrayBuffer()
  const header = new DataView(local)
  // The library takes a local header without sizes for one of a streaming writer; a streaming reader does not.
  if ([18, 22].some((at) => header.getUint32(at, true) !== octets.size)) return false
  if (relue && headers)
    return (
      sameBytes(new Uint8Array(local), writeLocal(headers, nomFichier)) && header.getUint32(14, true) === entry.crc32
    )
  try {
    return (await empreinteOfBytes(await entry.getData(new Uint8ArrayWriter()))) === empreinte
  } catch {
    // Nor does it tell in another way a CRC, or a local header, that is not the directory's.
    return false
  }
}

const sameBytes = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, index) => byte === b[index])

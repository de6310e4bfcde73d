import { BlobReader, BlobWriter, ZipReader, type Entry } from '@zip.js/zip.js/lib/zip-core-native.js'
import { showOctets } from '../dossier/taille'
import type { DepotLu, LigneLue } from '../format/depotLu'
import type { Fichier, LigneImport, PieceJustificative } from '../format/fichier'
import { absentesOf, modeleParDefaut, type Modele, type TagEcrit } from '../format/modele'
import { writeMontant } from '../format/montant'
import { profil } from '../format/profil'
import { readFichierModele } from '../format/readFichier'
import type { TagAvance } from '../format/tags'
import { empreinteOf } from '../octets/empreinte'
import type { PieceDuZip } from './depot'

/** Why the two files, once written, are not what they should be, in French words: a fault of ours or of the machine. */
export type Ecart = string

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
 * Opens the zip again with another library than the one that wrote it: names, order, sizes, CRC and bytes, and local
 * headers that say the same as the directory. format §5
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

const [localHeader, directoryHeader, endRecord] = [30, 46, 22]

/** Bytes of a zip that holds these stored pièces, and not one byte more. */
const sizeOf = (attendues: readonly PieceDuZip[]) =>
  attendues.reduce(
    (size, { nomFichier, octets }) => size + localHeader + directoryHeader + 2 * nomFichier.length + octets.size,
    endRecord,
  )

const stored = 0

async function isSame(zip: Blob, entry: Entry, { nomFichier, octets, empreinte }: PieceDuZip): Promise<boolean> {
  if (entry.directory || entry.filename !== nomFichier || entry.uncompressedSize !== octets.size) return false
  if (entry.compressionMethod !== stored || entry.bitFlag?.dataDescriptor !== false) return false
  const header = new DataView(await zip.slice(entry.offset, entry.offset + localHeader).arrayBuffer())
  // The library takes a local header without sizes for one of a streaming writer; a streaming reader does not.
  if ([18, 22].some((at) => header.getUint32(at, true) !== octets.size)) return false
  try {
    return (await empreinteOf(await entry.getData(new BlobWriter()))) === empreinte
  } catch {
    // Nor does it tell in another way a CRC, or a local header, that is not the directory's.
    return false
  }
}

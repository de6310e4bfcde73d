import { readFichier } from '../format/readFichier'
import { showRefus } from '../format/refus'
import { sniffLength, sniffNature } from '../pieces/sniff'
import type { Abilities } from '../worker/protocol'
import type { FichierOuvert, JsonLu } from './fichierOuvert'
import { messagesEntree, messagesZip, openZip } from './openZip'
import { decodeText, decodeTextFile } from './text'

export interface FichierALire {
  nom: string
  octets: Blob
}

/** What the worker of foreign files can do. */
export const ouvertureAbilities = {
  /** Recognises each file by its content and reads it. format §7 */
  lire: async (
    fichiers: readonly FichierALire[],
    onProgress: (share: number) => void,
  ): Promise<FichierOuvert<Blob>[]> => {
    const total = fichiers.reduce((sum, { octets }) => sum + octets.size, 0)
    const ouverts: FichierOuvert<Blob>[] = []
    let done = 0
    for (const fichier of fichiers) {
      ouverts.push(await lireUn(fichier))
      done += fichier.octets.size
      onProgress(total === 0 ? 1 : done / total)
    }
    return ouverts
  },
} satisfies Abilities

export type OuvertureAbilities = typeof ouvertureAbilities

async function lireUn({ nom, octets }: FichierALire): Promise<FichierOuvert<Blob>> {
  try {
    const start = new Uint8Array(await octets.slice(0, sniffLength).arrayBuffer())
    const nature = sniffNature(start)
    if (nature.formatFichier !== null) return { kind: 'autre', nom }
    if (nature.kind === 'zip' || /\.zip$/i.test(nom)) return await lireZip(nom, octets)
    if (nature.kind !== 'autre') return { kind: 'autre', nom }
    return /\.json$/i.test(nom) || startsAsJson(start) ? await lireTexte(nom, octets) : { kind: 'autre', nom }
  } catch (error) {
    // The browser says so of a file that was moved, or of a network drive that went away.
    if (!(error instanceof DOMException)) throw error
    const message = {
      faute: 'Ce fichier n’a pas pu être lu.',
      remede: 'Il a peut-être été déplacé ou renommé : ouvrez-le de nouveau.',
    }
    return { kind: 'refus', nom, message }
  }
}

/** Whether the text begins as JSON does; `{\` is how RTF begins. */
const startsAsJson = (start: Uint8Array) => /^[\ufeff\s]*(?:\[|\{(?!\\))/.test(decodeText(start.subarray(0, 512)).texte)

async function lireTexte(nom: string, octets: Blob): Promise<FichierOuvert<Blob>> {
  const lu = await decodeTextFile(octets)
  if (!lu) return { kind: 'refus', nom, message: showRefus({ raison: 'tropGrand' }) }
  return lireJson({ nom, ...lu })
}

function lireJson({ nom, texte, reprise }: Pick<JsonLu, 'nom' | 'texte' | 'reprise'>): FichierOuvert<Blob> {
  const lecture = readFichier(texte)
  return lecture.ok
    ? { kind: 'json', nom, texte, reprise, lecture }
    : { kind: 'refus', nom, message: showRefus(lecture) }
}

async function lireZip(nom: string, octets: Blob): Promise<FichierOuvert<Blob>> {
  const zip = await openZip(octets)
  if (!zip.ok) return { kind: 'refus', nom, message: messagesZip[zip.raison] }
  const lus = zip.jsons.map(lireJson)
  return {
    kind: 'zip',
    nom,
    jsons: lus.filter((lu) => lu.kind === 'json'),
    refuses: lus.filter((lu) => lu.kind === 'refus'),
    fichiers: zip.fichiers.map(({ nom: entree, blob }) => ({ nom: entree, octets: blob })),
    nomsJson: zip.jsons.map((json) => json.nom),
    remarques: [
      ...zip.remarques,
      ...zip.ecartes.map((entree) => `« ${entree.nom} » n’est pas pris : ${messagesEntree[entree.raison]}.`),
    ],
  }
}

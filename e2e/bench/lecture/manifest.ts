import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TypeFichier } from '../../../src/format/profil'

/** What a person reads in a file. Dates JJ/MM/AAAA, amounts with a point; null or []: it does not hold it. */
export interface Attendu {
  dateFacture: string | null
  montantHT: string | null
  siret: string | null
  finess: string[]
  finbio: string | null
  classification: TypeFichier | null
}

export interface Fichier {
  file: string
  trueType: string
  textLayer: string
  storedAs: string | null
  pages?: number | null
  expected: Attendu
  /** Erreurs and alertes by their code. */
  findings: { code: string }[]
  /** One of the findings is enough. */
  anyOf?: boolean
  /** Need not be read, only never wrongly. */
  optional?: boolean
}

export interface Groupe {
  id: string
  files: string[]
  pages: number
  montantTotal?: string
  finess?: string[]
}

/** Reads a folder's `manifest.json`. */
export const readManifest = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { files: Fichier[]; groups: Groupe[] }

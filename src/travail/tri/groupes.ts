import { parType, profil, type TypeFichier } from '../../format/profil'
import type { PretSurFeuille } from './sheet'

/** Documents for one place of one demande, in the sheet's order. */
export interface Groupe {
  cible: string
  type: TypeFichier
  documents: PretSurFeuille[]
}

/** What the sheet comes to: documents by place. Those without a demande or a type are left out. */
export function groupesOf(ready: readonly PretSurFeuille[]): Groupe[] {
  const groupes = new Map<string, Groupe>()
  for (const document of ready) {
    const { cible, type } = document
    if (cible === null || type === null) continue
    const key = `${cible} ${type}`
    const groupe = groupes.get(key)
    if (groupe) groupe.documents.push(document)
    else groupes.set(key, { cible, type, documents: [document] })
  }
  return [...groupes.values()]
}

/** What one demande of the sheet gets, in the sheet's order. */
export interface Part {
  cible: string
  documents: Record<TypeFichier, readonly PretSurFeuille[]>
}

/** All documents of a part, in the order of the file. */
export const documentsOf = ({ documents }: Part) => profil.typesFichier.flatMap((type) => documents[type])

/** What each demande gets. */
export function partsOf(ready: readonly PretSurFeuille[]): Part[] {
  const parts = new Map<string, Part>()
  for (const { cible, type, documents } of groupesOf(ready)) {
    const part = parts.get(cible) ?? { cible, documents: parType(() => []) }
    parts.set(cible, { cible, documents: { ...part.documents, [type]: documents } })
  }
  return [...parts.values()]
}

/** How many documents would be attached. */
export const countPlaced = (ready: readonly PretSurFeuille[]) =>
  groupesOf(ready).reduce((sum, { documents }) => sum + documents.length, 0)

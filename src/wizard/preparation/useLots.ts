import { useMemo } from 'react'
import { splitDossier, type Lot } from '../../dossier/split'
import type { Dossier } from '../../dossier/dossier'

/** The deposits that a work list comes to; `dossiers` keeps its identity while nothing changes. format §6 */
export function useLots(dossier: Dossier): { lots: readonly Lot[]; dossiers: readonly Dossier[] } {
  return useMemo(() => {
    const lots = splitDossier(dossier)
    return { lots, dossiers: lots.length > 1 ? lots.map((lot) => lot.dossier) : [dossier] }
  }, [dossier])
}

import type { Exporte } from '../../travail/brouillons'
import type { WorkOptions } from '../../travail/ports'
import { travail } from './travail'

async function save(write: (options: WorkOptions) => Promise<Exporte | null>) {
  const made = await travail.patience('Export du brouillon', (signal, onProgress) => write({ signal, onProgress }))
  if (!(made?.octets instanceof Blob)) return
  // The first screen does without it.
  const { saveFile } = await import('../../depot/save')
  saveFile(made.octets, made.nom)
}

/** Saves the draft at work, as it stands on screen, as one file with its pièces. */
export const exporterCourant = () => save(travail.brouillons.exportCurrent)

/** Saves a kept draft as one file with its pièces. */
export const exporterGarde = (id: string) => save((options) => travail.brouillons.exportKept(id, options))

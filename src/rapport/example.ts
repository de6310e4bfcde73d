import { createChecker } from '../dossier/checkDossier'
import { noContexte } from '../dossier/contexte'
import type { Dossier } from '../dossier/dossier'
import { exampleDossier } from '../dossier/example'
import type { Jour } from '../format/jour'
import { traceOf, type Trace } from './trace'

/** The trace of a dossier, the guide's by default, once its two files are made. */
export function exampleTrace(dossier: Dossier = exampleDossier()): Trace {
  return traceOf({
    dossier,
    bilan: createChecker()(dossier, noContexte('20/03/2023' as Jour)),
    lus: new Map(),
    faits: [
      { nom: 'JSON-1234567890-20230320-001.json', taille: 1_145, empreinte: '1'.repeat(64) },
      { nom: 'PJ-1234567890-20230320-001.zip', taille: 109_500, empreinte: '2'.repeat(64) },
    ],
    version: { app: '1.2.3', regles: 'abcdef012345' },
    controleLe: '2023-03-20T10:00:00.000Z',
  })
}

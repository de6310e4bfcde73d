import type { Core } from '../core'
import type { Demandes } from '../demandes'
import type { Judging } from '../judging'
import type { Lecteur } from '../lectures'
import type { Notices } from '../notices'
import type { Scope } from '../scope'
import type { Session } from '../session'
import { createAttacher, type Liste } from './attacher'
import { createExaminateur } from './examiner'
import { createMuets } from './muets'
import { planNouvelles } from './nouvelles'
import { createSheet, type TriStore } from './sheet'

interface Parts {
  judging: Judging
  scope: Scope
  session: Session
  demandes: Demandes
  lecteur: Lecteur
  notices: Notices
  triStore: TriStore
  liste: Liste
}

export type Tris = ReturnType<typeof createTris>

/** Everything about the review sheet. */
export function createTris(core: Core, { scope, triStore, ...others }: Parts) {
  const sheet = createSheet(triStore)
  const examinateur = createExaminateur(core, scope, triStore, sheet)
  return {
    ...examinateur,
    changePret: (...change: Parameters<typeof sheet.changePret>) => {
      sheet.changePret(...change)
      sheet.change(planNouvelles)
    },
    move: sheet.move,
    /** «Créer une demande par facture»: also where one of the demandes waits for its invoice. */
    planNouvelles: () => sheet.change((tri) => planNouvelles({ ...tri, creer: true })),
    ...createMuets(core, sheet),
    attach: createAttacher(core, { ...others, examinateur, triStore, sheet }),
  }
}

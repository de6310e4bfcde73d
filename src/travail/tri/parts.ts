import type { Core } from '../core'
import type { Demandes } from '../demandes'
import type { Lecteur } from '../lectures'
import type { Notices } from '../notices'
import type { Scope } from '../scope'
import type { Session } from '../session'
import { createAttacher } from './attacher'
import { createExaminateur } from './examiner'
import { createMuets } from './muets'
import { planNouvelles } from './nouvelles'
import { createSheet, type TriStore } from './sheet'

interface Parts {
  scope: Scope
  session: Session
  demandes: Demandes
  lecteur: Lecteur
  notices: Notices
  triStore: TriStore
  onBegun: () => void
}

export type Tris = ReturnType<typeof createTris>

/** Everything about the review sheet. */
export function createTris(core: Core, { scope, triStore, ...others }: Parts) {
  const sheet = createSheet(triStore)
  const examinateur = createExaminateur(core, scope, triStore, sheet)
  return {
    ...examinateur,
    changePret: sheet.changePret,
    move: sheet.move,
    planNouvelles: () => sheet.change(planNouvelles),
    ...createMuets(core, sheet),
    attach: createAttacher(core, { ...others, examinateur, triStore, sheet }),
  }
}

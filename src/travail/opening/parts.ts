import type { Core } from '../core'
import type { Demandes } from '../demandes'
import { createAvances } from './avances'
import { createCorrection } from './correction'
import { createOpening, type OpeningParts } from './opening'

/** Everything about files of the ASP's cycle. */
export const createOpenings = (core: Core, parts: Omit<OpeningParts, 'commencer'> & { demandes: Demandes }) => ({
  ...createOpening(core, {
    ...parts,
    commencer: createAvances(core, parts.session, parts.demandes, parts.entetes),
  }),
  ...createCorrection(core, parts.session, parts.entetes),
})

export type Openings = ReturnType<typeof createOpenings>

import { constatKey, type Constat } from '../../dossier/constat'
import type { FieldMessage } from '../../ui/Messages'

/** A constat as a field shows it. */
export const toMessage = (found: Constat): FieldMessage => ({
  kind: found.gravite,
  ...found.message,
  key: constatKey(found),
})

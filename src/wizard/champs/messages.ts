import { constatKey, splitMessage, type Constat } from '../../dossier/constat'
import type { FieldMessage } from '../../ui/Messages'

/** A constat as a field shows it. */
export const toMessage = (found: Constat): FieldMessage => ({
  kind: found.gravite,
  ...splitMessage(found.message),
  key: constatKey(found),
})

/** A rule's message, as a form's resolver hands it over, as a field shows it. */
export const toErreur = (message: string): FieldMessage => ({ kind: 'erreur', ...splitMessage(message) })

import { useState } from 'react'
import { count } from '../../format/mots'
import { cleanTexte, countInvisibles } from '../../format/texte'
import type { FieldMessage } from '../../ui/Messages'

/**
 * What was taken off a field's text without asking, said mildly until something else is typed: what nobody sees, as it
 * comes in; what a value does not need, when the field is left.
 */
export function useNettoyage() {
  const [said, setSaid] = useState<string | null>(null)
  const messages: FieldMessage[] = said === null ? [] : [{ kind: 'prete', faute: said }]
  return {
    messages,
    say: (texte: string | null) => {
      if (texte !== said) setSaid(texte)
    },
    clean: cleanTexte,
    onClean: (typed: string) => setSaid(showInvisibles(countInvisibles(typed))),
  }
}

/** «1 caractère invisible a été retiré.»; null for none. */
export const showInvisibles = (nombre: number): string | null =>
  nombre === 0 ? null : `${count(nombre, 'caractère invisible a été retiré')}.`

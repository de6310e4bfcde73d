import { useRef } from 'react'
import { byId, goOnAt } from './focus/goOnAt'
import type { FieldMessage } from './Messages'
import { TextField, type TextFieldProps } from './TextField'
import styles from './ListField.module.css'

export interface ListItem {
  text: string
  /** How it is marked; the words are among the field's messages. */
  kind: 'plain' | 'erreur' | 'alerte'
}

interface ListFieldProps extends Pick<
  TextFieldProps,
  'id' | 'label' | 'hint' | 'note' | 'required' | 'children' | 'inputRef' | 'clean' | 'onClean'
> {
  items: readonly ListItem[]
  typed: string
  onType: (typed: string) => void
  /** Takes what is typed into the list: on Enter, and on leaving. */
  onAdd: (typed: string) => void
  onRemove: (index: number) => void
  /** Called with pasted text; true when it was taken, into the list or the entry field: it is then not inserted again. */
  onPasteText: (text: string) => boolean
  onLeave?: () => void
  messages: readonly FieldMessage[]
}

/** A list of short texts: an entry field, and under it each item with its own remove button. */
export function ListField({
  items,
  typed,
  onType,
  onAdd,
  onRemove,
  onPasteText,
  onLeave,
  children,
  ...field
}: ListFieldProps) {
  const list = useRef<HTMLUListElement>(null)
  const remove = (index: number) => {
    onRemove(index)
    goOnAt(
      () =>
        Array.from(list.current?.querySelectorAll('button') ?? [])
          .slice(0, index + 1)
          .at(-1),
      byId(field.id),
    )
  }
  return (
    <TextField
      {...field}
      lines
      value={typed}
      onChange={onType}
      onBlur={() => {
        onAdd(typed)
        onLeave?.()
      }}
      onKeyDown={(event) => {
        // That one ends what is being composed.
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
        event.preventDefault()
        onAdd(typed)
      }}
      onPaste={(event) => {
        const text = event.clipboardData.getData('text/plain')
        if (text !== '' && onPasteText(text)) event.preventDefault()
      }}
    >
      {children}
      {items.length > 0 && (
        <ul ref={list} className={styles.chips} aria-label={`${field.label} : liste`}>
          {items.map(({ text, kind }, index) => (
            <li key={`${index} ${text}`} className={`${styles.chip} ${kind === 'plain' ? '' : styles[kind]}`}>
              {kind === 'alerte' && <span aria-hidden="true">▲&nbsp;</span>}
              {kind === 'erreur' && <span aria-hidden="true">✕&nbsp;</span>}
              {text}
              <button
                type="button"
                className={styles.remove}
                aria-label={`Retirer ${text}`}
                onClick={() => remove(index)}
              >
                <span aria-hidden="true">✕</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </TextField>
  )
}

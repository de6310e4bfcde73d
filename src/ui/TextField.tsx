import type { ChangeEvent, ClipboardEvent, KeyboardEvent, ReactNode, Ref } from 'react'
import { afterPress } from './afterPress'
import { Messages, type FieldMessage } from './Messages'
import styles from './TextField.module.css'

export interface TextFieldProps {
  id: string
  label: string
  value: string
  onChange: (typed: string) => void
  onBlur?: () => void
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement & HTMLTextAreaElement>) => void
  onPaste?: (event: ClipboardEvent<HTMLInputElement & HTMLTextAreaElement>) => void
  messages?: readonly FieldMessage[]
  /** Said beside the label: «facultatif, jamais transmis». */
  note?: ReactNode
  hint?: ReactNode
  required?: boolean
  readOnly?: boolean
  /** A field for figures: aligned to the right, numeric keyboard. */
  figures?: boolean
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email'
  /** Takes several pasted lines; Enter stays the caller's. */
  lines?: boolean
  inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement> | undefined
  children?: ReactNode
}

/** A labelled text field with its hint, and its messages tied to it. Knows nothing of what is typed. */
export function TextField({
  id,
  label,
  messages = [],
  note,
  hint,
  required = false,
  children,
  ...control
}: TextFieldProps) {
  const invalid = messages.some(({ kind }) => kind === 'erreur')
  const describedBy = [note && `${id}-note`, `${id}-messages`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div className={styles.field}>
      <div className={styles.head}>
        <label htmlFor={id}>{label}</label>
        {note && (
          <span id={`${id}-note`} className={styles.note}>
            {note}
          </span>
        )}
      </div>
      <Control id={id} describedBy={describedBy} invalid={invalid} required={required} {...control} />
      <Messages id={`${id}-messages`} messages={messages} />
      {children}
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  )
}

type ControlProps = Omit<TextFieldProps, 'label' | 'messages' | 'note' | 'hint' | 'children' | 'required'> & {
  describedBy: string
  invalid: boolean
  required: boolean
}

function Control({
  describedBy,
  invalid,
  required,
  figures,
  lines,
  inputRef,
  onChange,
  onBlur,
  readOnly,
  ...rest
}: ControlProps) {
  const shared = {
    ...rest,
    ref: inputRef,
    className: `${styles.input} ${figures ? styles.right : ''}`,
    autoComplete: 'off',
    spellCheck: false,
    readOnly,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onChange(event.target.value),
    onBlur: onBlur && (() => afterPress(onBlur)),
    'aria-describedby': describedBy,
    'aria-invalid': invalid,
    'aria-required': required,
  }
  return lines ? <textarea rows={1} {...shared} /> : <input type="text" {...shared} />
}

import type { ChangeEvent, ClipboardEvent, CompositionEvent, KeyboardEvent, ReactNode, Ref } from 'react'
import { afterPress } from './afterPress'
import { Messages, type FieldMessage } from './Messages'
import styles from './TextField.module.css'

export interface TextFieldProps {
  id: string
  label: string
  /** What the field shows; absent: it keeps its own text, which is set through `inputRef`. */
  value?: string
  onChange: (typed: string) => void
  /** What is dropped of a text as it is typed or pasted; then called with the text as it came. */
  clean?: (typed: string) => string
  onClean?: (typed: string) => void
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
  clean,
  onClean,
  onBlur,
  readOnly,
  ...rest
}: ControlProps) {
  const take = (field: HTMLInputElement | HTMLTextAreaElement) => {
    const typed = field.value
    onChange(clean ? writeClean(field, clean) : typed)
    if (field.value !== typed) onClean?.(typed)
  }
  const shared = {
    ...rest,
    ref: inputRef,
    className: `${styles.input} ${figures ? styles.right : ''}`,
    autoComplete: 'off',
    spellCheck: false,
    readOnly,
    onChange: ({ target, nativeEvent }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      // A sign that is being composed (an accent, another alphabet) is the input method's until it is done.
      if (nativeEvent instanceof InputEvent && nativeEvent.isComposing) onChange(target.value)
      else take(target)
    },
    onCompositionEnd: ({ currentTarget }: CompositionEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      take(currentTarget),
    onBlur: onBlur && (() => afterPress(onBlur)),
    'aria-describedby': describedBy,
    'aria-invalid': invalid,
    'aria-required': required,
  }
  if (lines) return <textarea rows={1} {...shared} />
  return (
    <div className={styles.line}>
      <input type="text" {...shared} />
    </div>
  )
}

/** Leaves the clean text in the field, the caret where it was in it. */
function writeClean(field: HTMLInputElement | HTMLTextAreaElement, clean: (typed: string) => string): string {
  const { value, selectionStart } = field
  const cleaned = clean(value)
  if (cleaned === value) return value
  const caret = clean(value.slice(0, selectionStart ?? value.length)).length
  field.value = cleaned
  field.setSelectionRange(caret, caret)
  return cleaned
}

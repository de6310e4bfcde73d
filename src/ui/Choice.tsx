import type { ReactNode } from 'react'
import { Messages, type FieldMessage } from './Messages'
import styles from './Choice.module.css'

interface ChoiceProps<Value extends string> {
  id: string
  legend: string
  options: readonly { value: Value; label: string }[]
  value: Value | null
  onChange: (value: Value) => void
  messages?: readonly FieldMessage[]
  children?: ReactNode
}

/** One question with its radios. The first radio has the id, so that a link can give it the focus. */
export function Choice<Value extends string>({
  id,
  legend,
  options,
  value,
  onChange,
  messages = [],
  children,
}: ChoiceProps<Value>) {
  const invalid = messages.some(({ kind }) => kind === 'erreur')
  return (
    <fieldset aria-describedby={`${id}-messages`}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.content}>
        <div className={styles.options}>
          {options.map((option, index) => (
            <label key={option.value} className={styles.option}>
              <input
                type="radio"
                id={index === 0 ? id : undefined}
                name={id}
                value={option.value}
                checked={value === option.value}
                aria-invalid={invalid}
                onChange={() => onChange(option.value)}
              />
              {option.label}
            </label>
          ))}
        </div>
        {children}
        <Messages id={`${id}-messages`} messages={messages} />
      </div>
    </fieldset>
  )
}

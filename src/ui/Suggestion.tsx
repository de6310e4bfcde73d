import { Button } from './Button'
import styles from './Suggestion.module.css'

export interface SuggestionProps {
  /** What is suggested and where it comes from: «27 450,00 € lu dans la facture». */
  texte: string
  /** Why it may be wrong; absent when it is sure. */
  doute?: string | null
  /** Nothing has to be done with it: the work does not stop at it. */
  optional?: boolean
  take: () => void
}

/** The next value on the page that waits to be taken, after that element. */
export const suggestionAfter = (element: Element | null) =>
  Array.from(document.querySelectorAll('[data-suggestion]')).find(
    (button) => element && element.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING,
  )

/** A value that was found, taken by one click or key and never by itself. */
export function Suggestion({ texte, doute, optional = false, take }: SuggestionProps) {
  return (
    <div className={styles.suggestion}>
      <span>
        {texte}
        {doute && <span className={styles.doute}> {doute}</span>}
      </span>
      <Button
        small
        look="primary"
        data-suggestion={optional ? undefined : ''}
        aria-label={`Utiliser ${texte}`}
        onClick={take}
      >
        Utiliser
      </Button>
    </div>
  )
}

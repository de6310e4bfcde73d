import { useState } from 'react'
import { useApp } from '../poste/travail'

/**
 * When a field may show what is wrong with it: once it was left after typing, then at each keystroke until it is right;
 * from the start when it came filled; always once the contrôle step was opened.
 */
export function useJudged(valueOf: () => string, wrong: boolean) {
  const [judged, setJudged] = useState(() => valueOf() !== '')
  const [typed, setTyped] = useState(false)
  const controleOuvert = useApp((state) => state.controleOuvert)
  return {
    shown: controleOuvert || judged,
    // A state that is set draws the field before its sign, even to what it is already.
    typing: () => {
      if (!typed) setTyped(true)
      if (judged && !wrong) setJudged(false)
    },
    leaving: () => setJudged(judged || typed || valueOf() !== ''),
  }
}

import { useEffect, useState } from 'react'

/** A text that changes with each key is shown as it was until nothing more came for so long, in milliseconds. */
const pause = 500

/** A text as it stood when it last came to rest: what is being typed elsewhere does not flicker here. */
export function useSettled<Text extends string | null>(text: Text): Text {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    if (text === settled) return
    const timer = setTimeout(() => setSettled(text), pause)
    return () => clearTimeout(timer)
  }, [text, settled])
  return settled
}

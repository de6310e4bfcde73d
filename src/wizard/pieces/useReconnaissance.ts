import { useEffect, useRef, useState } from 'react'

/** A long work of the clerk's asking: how far it is, null while none runs. Ends with the part of the screen that shows it. */
export function useReconnaissance() {
  const [share, setShare] = useState<number | null>(null)
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])
  const run = async (
    work: (options: { signal: AbortSignal; onProgress: (share: number) => void }) => Promise<void>,
  ) => {
    stop.current = new AbortController()
    setShare(0)
    await work({ signal: stop.current.signal, onProgress: setShare })
    setShare(null)
  }
  return { share, run, cancel: () => stop.current?.abort() }
}

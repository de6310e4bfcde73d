import { useEffect, useRef, useState } from 'react'
import type { WorkOptions } from '../../travail/ports'
import type { Operation } from '../../travail/scope'
import { travail } from '../poste/travail'

/** A recognition that the clerk asked for: how far it is, null while none runs. It ends with the part of the screen that shows it. */
export function useReconnaissance() {
  const [share, setShare] = useState<number | null>(null)
  const running = useRef<Operation | null>(null)
  useEffect(() => () => running.current?.stop(), [])
  const run = async (work: (operation: Operation, options: WorkOptions) => Promise<void>) => {
    const operation = travail.beginOperation()
    running.current = operation
    setShare(0)
    await work(operation, { signal: operation.signal, onProgress: setShare })
    operation.end()
    setShare(null)
  }
  return { share, run, cancel: () => running.current?.stop() }
}

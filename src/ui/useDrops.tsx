import { Suspense, useEffect, useRef, useState, type DragEvent, type ReactNode } from 'react'
import type { DropzoneRootProps } from 'react-dropzone'
import { fetched } from './fetched'
import { inOrder } from './fileOrder'
import { afterPaint } from './later'

const { Fetched: Drops, fetch: fetchDrops } = fetched(async () => (await import('./Drops')).Drops)

interface TakenOptions {
  onFiles: (files: File[]) => void
  multiple?: boolean
  /** What is dropped here is not the surrounding zone's too. */
  own?: boolean
}

interface Taken {
  /** For the element that takes the drops. */
  root: Record<'onDragEnter' | 'onDragOver' | 'onDragLeave' | 'onDrop', (event: DragEvent<HTMLElement>) => void>
  /** To be drawn in that element. */
  zone: ReactNode
  /** Whether files are held over it. */
  active: boolean
}

/** Takes files and folders that are dropped on an element. What takes them is fetched once the first screen is seen. */
export function useDrops({ onFiles, multiple = true, own = false }: TakenOptions): Taken {
  const handlers = useRef<DropzoneRootProps | null>(null)
  const [here, setHere] = useState(false)
  const [active, setActive] = useState(false)
  // Where it does not come, files are taken all the same, as before it is here.
  useEffect(
    () =>
      afterPaint(
        () =>
          void fetchDrops().then(
            () => setHere(true),
            () => undefined,
          ),
      ),
    [],
  )
  const options = {
    multiple,
    noClick: true,
    noKeyboard: true,
    // Pasted files are the page's: it alone knows which are meant.
    noPaste: true,
    noDragEventsBubbling: own,
    onDrop: (files: File[]) => onFiles(inOrder(files)),
  }
  return {
    root: {
      onDragEnter: (event) => handlers.current?.onDragEnter?.(event),
      onDragOver: (event) => handlers.current?.onDragOver?.(event),
      onDragLeave: (event) => handlers.current?.onDragLeave?.(event),
      onDrop: (event) => {
        if (handlers.current) return handlers.current.onDrop?.(event)
        // Before it is here nothing that is dropped is lost, but for what is in folders.
        event.preventDefault()
        if (own) event.stopPropagation()
        const files = Array.from(event.dataTransfer.files)
        if (files.length > 0) onFiles(inOrder(files))
      },
    },
    zone: here && (
      <Suspense fallback={null}>
        <Drops options={options} handlersRef={handlers} onActive={setActive} />
      </Suspense>
    ),
    active,
  }
}

import { useEffect } from 'react'

const isFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/** A file dropped beside a zone would make the browser leave the page, and the work with it. */
export function useDropGuard() {
  useEffect(() => {
    const guard = (event: DragEvent) => {
      if (isFiles(event)) event.preventDefault()
    }
    addEventListener('dragover', guard)
    addEventListener('drop', guard)
    return () => {
      removeEventListener('dragover', guard)
      removeEventListener('drop', guard)
    }
  }, [])
}

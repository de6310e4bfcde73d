import { useEffect, useLayoutEffect, type RefObject } from 'react'
import { useDropzone, type DropzoneOptions, type DropzoneRootProps } from 'react-dropzone'

interface DropsProps {
  options: DropzoneOptions
  /** Where its handlers are put for the element that takes the drops. */
  handlersRef: RefObject<DropzoneRootProps | null>
  onActive: (active: boolean) => void
}

/** What takes drops of files and folders, without a place of its own: fetched once the page stands. */
export function Drops({ options, handlersRef, onActive }: DropsProps) {
  const { getRootProps, isDragActive } = useDropzone(options)
  const root = getRootProps()
  useLayoutEffect(() => {
    handlersRef.current = root
    return () => void (handlersRef.current = null)
  })
  useEffect(() => onActive(isDragActive), [isDragActive, onActive])
  return null
}

import { useCallback } from 'react'

/** A picture of these bytes, mere decoration of what stands beside it; its address lives as long as it is shown. */
export function Picture({ octets }: { octets: Blob }) {
  const show = useCallback(
    (image: HTMLImageElement) => {
      const url = URL.createObjectURL(octets)
      image.src = url
      return () => URL.revokeObjectURL(url)
    },
    [octets],
  )
  return <img ref={show} alt="" />
}

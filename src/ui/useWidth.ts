import { useEffect, useRef, useState } from 'react'

/** An element's inner width in CSS pixels, followed as it changes; 0 until it is known. `rest`: told once it stood still for that many milliseconds. */
export function useWidth<Target extends HTMLElement>(rest = 0) {
  const ref = useRef<Target>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const observer = new ResizeObserver(() => {
      clearTimeout(timer)
      timer = setTimeout(() => setWidth(element.clientWidth), rest)
    })
    observer.observe(element)
    setWidth(element.clientWidth)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
    }
  }, [rest])
  return { ref, width }
}

import { useEffect, useRef, useState, type ReactNode } from 'react'

/** How many rows are drawn together. */
const size = 40

interface LazyRowsProps<Item> {
  items: readonly Item[]
  /** Class of what stands for rows that are not drawn: as high as `--rows` of them. */
  blank: string | undefined
  /** Rank of a row that is drawn wherever it stands: the one that takes the focus. */
  reach?: number | null
  /** A list item, with its key. */
  children: (item: Item, rang: number) => ReactNode
}

/**
 * The items of a long list: rows are drawn when they come near the window, and stay. Thousands cost what is looked at,
 * and nothing that has the focus is ever taken away.
 */
export function LazyRows<Item>({ items, blank, reach = null, children }: LazyRowsProps<Item>) {
  const [drawn, setDrawn] = useState<ReadonlySet<number>>(new Set([0]))
  const blocks = Array.from({ length: Math.ceil(items.length / size) }, (_, block) => block)
  return blocks.map((block) => {
    const from = block * size
    const rows = items.slice(from, from + size)
    const reached = reach !== null && reach >= from && reach < from + size
    if (drawn.has(block) || reached) return rows.map((item, index) => children(item, from + index))
    const draw = () => setDrawn((before) => new Set(before).add(block))
    return <Blank key={`blank ${block}`} className={blank} rows={rows.length} onNear={draw} />
  })
}

function Blank({ className, rows, onNear }: { className: string | undefined; rows: number; onNear: () => void }) {
  const place = useRef<HTMLLIElement>(null)
  const near = useRef(onNear)
  useEffect(() => {
    near.current = onNear
  })
  useEffect(() => {
    if (!place.current) return
    const watch = new IntersectionObserver((entries) => entries.some((one) => one.isIntersecting) && near.current(), {
      rootMargin: '1000px 0px',
    })
    watch.observe(place.current)
    return () => watch.disconnect()
  }, [])
  return <li ref={place} aria-hidden="true" className={className} style={{ ['--rows' as string]: rows }} />
}

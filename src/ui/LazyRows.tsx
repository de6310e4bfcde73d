import { useEffect, useRef, useState, type ReactNode } from 'react'

/** How many rows are drawn together. */
const size = 40

interface LazyRowsProps<Item> {
  items: readonly Item[]
  /** Class of what stands for rows that are not drawn: as high as `--rows` of them. */
  blank: string | undefined
  /** What stands for them, as the rows are: an item of a list, a row of a table. */
  blankTag?: 'li' | 'tr' | 'div'
  /** Rank of a row that is drawn wherever it stands: the one that takes the focus. */
  reach?: number | null
  /** All are drawn: on paper. */
  whole?: boolean
  /** A row, with its key. */
  children: (item: Item, rang: number) => ReactNode
}

/**
 * The items of a long list: rows are drawn when they come near the window, and stay. Thousands cost what is looked at,
 * and nothing that has the focus is ever taken away.
 */
export function LazyRows<Item>({
  items,
  blank,
  blankTag = 'li',
  reach = null,
  whole = false,
  children,
}: LazyRowsProps<Item>) {
  const [drawn, setDrawn] = useState<ReadonlySet<number>>(new Set([0]))
  const blocks = Array.from({ length: Math.ceil(items.length / size) }, (_, block) => block)
  return blocks.map((block) => {
    const from = block * size
    const rows = items.slice(from, from + size)
    const reached = reach !== null && reach >= from && reach < from + size
    if (whole || reached || drawn.has(block)) return rows.map((item, index) => children(item, from + index))
    const draw = () => setDrawn((before) => new Set(before).add(block))
    return <Blank key={`blank ${block}`} tag={blankTag} className={blank} rows={rows.length} onNear={draw} />
  })
}

interface BlankProps {
  tag: 'li' | 'tr' | 'div'
  className: string | undefined
  rows: number
  onNear: () => void
}

function Blank({ tag: Tag, className, rows, onNear }: BlankProps) {
  const place = useRef<HTMLElement>(null)
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
  const take = (element: HTMLElement | null) => void (place.current = element)
  return <Tag ref={take} aria-hidden="true" className={className} style={{ ['--rows' as string]: rows }} />
}

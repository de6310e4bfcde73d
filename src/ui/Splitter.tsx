import type { KeyboardEvent, PointerEvent } from 'react'
import styles from './Splitter.module.css'

interface SplitterProps {
  label: string
  /** Share of the whole, in percent, that the pane after it takes; and how far it goes. */
  value: number
  min: number
  max: number
  onChange: (value: number) => void
  className?: string
}

/** Percent by which one press of an arrow moves it. */
const step = 3

/** Stands between two panes side by side, a child of what holds both: dragged, or moved by the arrows, Home and End (ARIA's window splitter). */
export function Splitter({ label, value, min, max, onChange, className = '' }: SplitterProps) {
  const move = (to: number) => onChange(Math.round(Math.min(max, Math.max(min, to))))
  const moves: Record<string, number> = { ArrowLeft: value + step, ArrowRight: value - step, Home: max, End: min }
  const press = (event: KeyboardEvent) => {
    const to = moves[event.key]
    if (to === undefined) return
    event.preventDefault()
    move(to)
  }
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const whole = event.currentTarget.parentElement?.getBoundingClientRect()
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !whole) return
    move(((whole.right - event.clientX) / whole.width) * 100)
  }
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      className={`${styles.splitter} ${className}`}
      onKeyDown={press}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
    />
  )
}

import { useState, type CSSProperties, type ReactNode } from 'react'
import { Splitter } from '../../ui/Splitter'
import { useWidth } from '../../ui/useWidth'
import { keepLargeurApercu, readLargeurApercu } from '../poste/largeurApercu'
import styles from './Cote.module.css'

/** Width of the form in the page's letter size, and of what parts it from the preview in CSS pixels (Cote.module.css). */
const [formRem, between] = [41.333, 28]
const formWidth = () => formRem * parseFloat(getComputedStyle(document.documentElement).fontSize) + between
/** Of the page, in percent, that the preview may take at most: the form stays one column wide. */
const max = 60

interface CoteProps {
  form: ReactNode
  /** What stands beside it; it is given the way to make it wide and back. */
  children: ((large: boolean, toggle: () => void) => ReactNode) | null
}

/** The form, and what is shown beside it as wide as the clerk left it on this computer. */
export function Cote({ form, children }: CoteProps) {
  const { ref, width } = useWidth<HTMLDivElement>()
  const [kept, setKept] = useState(readLargeurApercu)
  // What a form of its full width leaves; less would be given to nothing.
  const min = width === 0 ? 0 : Math.max(30, Math.round((1 - formWidth() / width) * 100))
  const shown = Math.min(max, Math.max(min, kept ?? min))
  const change = (percent: number) => {
    setKept(percent)
    keepLargeurApercu(percent)
  }
  return (
    <div ref={ref} className={children ? styles.page : styles.alone} style={{ '--cote': `${shown}%` } as CSSProperties}>
      {form}
      {children && (
        <>
          <Splitter
            className={styles.between}
            label="Largeur de l’aperçu"
            value={shown}
            min={Math.min(min, max)}
            max={max}
            onChange={change}
          />
          {children(shown === max, () => change(shown === max ? min : max))}
        </>
      )}
    </div>
  )
}

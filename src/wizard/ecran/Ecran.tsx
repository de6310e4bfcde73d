import { useEffect, useRef, type ReactNode } from 'react'
import type { Champ } from '../../dossier/champs'
import { nomProfil } from '../../format/profil'
import { canFocus } from '../../ui/focus/focusable'
import { goOnAt } from '../../ui/focus/goOnAt'
import { champId } from '../champs/champId'
import { takeFollowed } from './followed'
import styles from './Ecran.module.css'

interface EcranProps {
  titre: string
  lead?: ReactNode
  /** The field that takes the focus on arrival; without one the link that is come back to does, else the heading. */
  champ?: Champ | null
  /** A form is never wider than 620 px. */
  form?: boolean
  left?: ReactNode
  right?: ReactNode
  children: ReactNode
}

/** One screen: heading, content, and the bar at the foot. */
export function Ecran({ titre, lead, champ = null, form = false, left, right, children }: EcranProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${titre} – Solde ${nomProfil}`
  }, [titre])
  useEffect(() => {
    const field = champ && document.getElementById(champId(champ))
    if (!field) {
      const followed = takeFollowed()
      const link = followed?.()
      if (canFocus(link)) {
        link.focus({ preventScroll: true })
        link.scrollIntoView({ block: 'center' })
        return
      }
      scrollTo(0, 0)
      heading.current?.focus({ preventScroll: true })
      if (followed) goOnAt(followed)
      return
    }
    // The label first: it would stand above the fold if only the field were brought into view.
    const label = field.closest('fieldset fieldset, div')
    label?.scrollIntoView({ block: 'center' })
    field.focus({ preventScroll: true })
  }, [champ])
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {titre}
      </h1>
      {lead && <p className={styles.lead}>{lead}</p>}
      <div className={`${styles.content} ${form ? styles.form : ''}`}>{children}</div>
      {(left ?? right) && (
        <div className={styles.bar}>
          <div className={styles.side}>{left}</div>
          <div className={styles.side}>{right}</div>
        </div>
      )}
    </>
  )
}

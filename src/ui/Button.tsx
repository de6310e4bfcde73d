import { useState, type AnchorHTMLAttributes, type ButtonHTMLAttributes, type MouseEvent } from 'react'
import styles from './Button.module.css'

interface Look {
  look?: 'plain' | 'primary' | 'quiet'
  small?: boolean
}

const classes = ({ look = 'plain', small = false }: Look, more = '') =>
  [styles.button, look === 'plain' ? '' : styles[look], small ? styles.small : '', more].filter(Boolean).join(' ')

type ButtonProps = Look &
  Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'onClick'> & {
    /** May give the promise of its work: until that is done, further presses do nothing. */
    onClick?: (event: MouseEvent<HTMLButtonElement>) => unknown
    /** May be pressed in quick succession: each press counts. */
    repeat?: boolean
  }

/** A button that never submits a form, and acts once per press (`pressOnce`). */
export function Button({ look, small, className, onClick, repeat, ...rest }: ButtonProps) {
  const [busy, setBusy] = useState(false)
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy) return
    const work = onClick?.(event)
    if (!(work instanceof Promise)) return
    setBusy(true)
    void work.finally(() => setBusy(false))
  }
  return (
    <button
      type="button"
      className={classes({ look, small }, className)}
      data-repeat={repeat}
      data-main={(look === 'primary' && !small) || undefined}
      aria-busy={busy || undefined}
      {...rest}
      onClick={press}
    />
  )
}

/** A link that looks like a button: it goes somewhere. */
export function ButtonLink({
  look,
  small,
  className,
  children,
  ...rest
}: Look & AnchorHTMLAttributes<HTMLAnchorElement>) {
  return (
    <a className={classes({ look, small }, className)} {...rest}>
      {children}
    </a>
  )
}

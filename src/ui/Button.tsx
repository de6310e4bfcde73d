import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react'
import styles from './Button.module.css'

interface Look {
  look?: 'plain' | 'primary' | 'quiet'
  small?: boolean
}

const classes = ({ look = 'plain', small = false }: Look, more = '') =>
  [styles.button, look === 'plain' ? '' : styles[look], small ? styles.small : '', more].filter(Boolean).join(' ')

/** A button that never submits a form. */
export function Button({ look, small, className, ...rest }: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type="button" className={classes({ look, small }, className)} {...rest} />
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

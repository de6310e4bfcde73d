import { isJour, type Jour } from '../../format/jour'

/** Today by this computer's clock and time zone, JJ/MM/AAAA. */
export function today(now = new Date()): Jour {
  const jour =
    [now.getDate(), now.getMonth() + 1].map((part) => String(part).padStart(2, '0')).join('/') + `/${now.getFullYear()}`
  if (!isJour(jour)) throw new Error(`The clock says ${jour}`)
  return jour
}

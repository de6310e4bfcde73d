import { agree } from '../format/mots'

const nombre = (value: number, decimals: number) =>
  value
    .toFixed(decimals)
    .replace('.', ',')
    .replace(/\B(?=(?:\d{3})+(?:,|$))/g, '\u00a0')

/** Bytes → `3 145 729 octets`. */
export const showOctets = (bytes: number) => `${nombre(bytes, 0)}\u00a0${agree(bytes, 'octet')}`

/** Bytes → `3,00 Mo` or `41 ko`, as the portal's limits count them (1 Mo = 1024² bytes). Rounded up: never below a limit that it is over. */
export function showMo(bytes: number): string {
  if (bytes < 1024 * 1024) return `${nombre(Math.ceil(bytes / 1024), 0)}\u00a0ko`
  return `${nombre(Math.ceil((bytes / 1024 / 1024) * 100) / 100, 2)}\u00a0Mo`
}

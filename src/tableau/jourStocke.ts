import { jourOfSerial, type Jour } from '../format/jour'

/** A spreadsheet's day number, with or without a time of day → its day; null outside of 2000 to 2099. */
export const jourOfNombre = (stored: number): Jour | null => jourOfSerial(Math.floor(stored))

/** A day as files store it (`2023-03-15T00:00:00`) → `15/03/2023`, the time of day left out; anything else as it stands. */
export const showJourStocke = (stored: string) => stored.replace(/^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/, '$3/$2/$1')

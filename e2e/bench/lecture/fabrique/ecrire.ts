import type { Jour } from './affaire'
import type { Chance } from './chance'

const mois = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
]
const two = (number: number) => String(number).padStart(2, '0')

export const showJour = ([jour, rang, annee]: Jour) => `${two(jour)}/${two(rang)}/${annee}`
export const showPoint = (cents: number) => (cents / 100).toFixed(2)

/** How one document writes its days and amounts. */
export interface Plume {
  jour: (jour: Jour) => string
  montant: (cents: number) => string
  finess: (finess: string) => string
  siret: (siret: string) => string
}

const jours: readonly ((jour: Jour) => string)[] = [
  showJour,
  showJour,
  ([jour, rang, annee]) => `${two(jour)}.${two(rang)}.${annee}`,
  ([jour, rang, annee]) => `${two(jour)}-${two(rang)}-${annee}`,
  ([jour, rang, annee]) => `${jour === 1 ? '1er' : jour} ${mois[rang - 1] ?? ''} ${annee}`,
  ([jour, rang, annee]) => `${two(jour)}/${two(rang)}/${annee % 100}`,
  ([jour, rang, annee]) => `${annee}-${two(rang)}-${two(jour)}`,
]

const grouped = (cents: number, gap: string, mark: string) => {
  const [units = '', decimals = ''] = showPoint(Math.abs(cents)).split('.')
  return `${cents < 0 ? '-' : ''}${units.replace(/\B(?=(?:\d{3})+$)/g, gap)}${mark}${decimals}`
}
const montants: readonly ((cents: number) => string)[] = [
  (cents) => `${grouped(cents, ' ', ',')} €`,
  (cents) => `${grouped(cents, '\u202f', ',')} €`,
  (cents) => grouped(cents, '\u00a0', ','),
  (cents) => `${grouped(cents, '.', ',')} €`,
  (cents) => `${grouped(cents, '', ',')} €`,
  (cents) => `${grouped(cents, ' ', ',')} EUR`,
  (cents) => `€ ${grouped(cents, ' ', ',')}`,
  (cents) => grouped(cents, ' ', '€'),
  (cents) => grouped(cents, ',', '.'),
]
const cut = (text: string, ...lengths: number[]) => {
  let from = 0
  return lengths.map((length) => text.slice(from, (from += length))).join(' ')
}
const groupes: readonly ((finess: string) => string)[] = [
  (finess) => finess,
  (finess) => finess,
  (finess) => cut(finess, 3, 3, 3),
  (finess) => cut(finess, 2, 4, 3),
  (finess) => cut(finess, 2, 6, 1),
  (finess) => cut(finess, 2, 3, 3, 1),
]
const sirets: readonly ((siret: string) => string)[] = [
  (siret) => siret,
  (siret) => cut(siret, 3, 3, 3, 5),
  (siret) => cut(siret, 9, 5),
]

export const createPlume = (chance: Chance): Plume => ({
  jour: chance.one(jours),
  montant: chance.one(montants),
  finess: chance.one(groupes),
  siret: chance.one(sirets),
})

import type { Jour } from '../format/jour'
import { showNumeroFichier } from '../format/limites'
import { readNomDepot } from '../format/names'
import { profil } from '../format/profil'

/** First number after those already used for that ANS number and day, three digits; null past 999. guide §3.3 */
export function nextNumeroFichier(numeroAns: string, dateDepot: Jour, nomsDeposes: readonly string[]): string | null {
  const used = nomsDeposes
    .map(readNomDepot)
    .filter((depot) => depot?.numeroAns === numeroAns && depot.dateDepot === dateDepot)
  const next = Math.max(0, ...used.map((depot) => Number(depot?.numeroFichier))) + 1
  return next > profil.numeroFichierMax ? null : showNumeroFichier(next)
}

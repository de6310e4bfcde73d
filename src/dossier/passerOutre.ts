import { constatKey, type Constat } from './constat'
import type { Dossier } from './dossier'
import { regles } from './regles'

/**
 * Whether the clerk may let this erreur stand, saying why: a rule on content, whose value can be written as it is. An
 * empty item of a list is none: nobody could read it back.
 */
export const isContournable = ({ regle, gravite, valeur }: Constat) =>
  gravite === 'erreur' && regles[regle].contournable && valeur !== ''

// Remembered by the list: without a rule passed over, every list stays the one it was.
const passed = new WeakMap<readonly Constat[], { passesOutre: Dossier['passesOutre']; constats: readonly Constat[] }>()

/** The constats with the rules that the clerk passed over as alertes, each with the reason given. */
export function passerOutre(constats: readonly Constat[], passesOutre: Dossier['passesOutre']): readonly Constat[] {
  const known = passed.get(constats)
  if (known?.passesOutre === passesOutre) return known.constats
  const changed = constats.map((found) => passOne(found, passesOutre))
  const result = changed.every((found, index) => found === constats[index]) ? constats : changed
  passed.set(constats, { passesOutre, constats: result })
  return result
}

function passOne(found: Constat, passesOutre: Dossier['passesOutre']): Constat {
  if (!isContournable(found)) return found
  const key = constatKey(found)
  const passeOutre = Object.hasOwn(passesOutre, key) ? passesOutre[key] : undefined
  return passeOutre === undefined ? found : { ...found, gravite: 'alerte', passeOutre }
}

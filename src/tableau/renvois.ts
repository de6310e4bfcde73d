import type { ChampTableau } from './champs'
import type { Cellule } from './feuille'
import { offer, type Probleme, type Releve } from './proposition'

/** Whether a cell only says that it holds what the one above it holds: `idem`, `id.`, `"`, `//`. */
export const isRenvoi = ({ texte }: Cellule) =>
  /^(?:-+ ?)?(?:["“”〃]{1,2}|''|’’|\/\/|id\.?|idem|ditto)(?: ?-+)?$/i.test(texte)

/** A cell that refers to the one above → that one, where the clerk takes it so; else an empty one, which is told. */
export function suivreRenvoi(
  cellule: Cellule,
  dessus: Cellule,
  lieu: { champ: ChampTableau; numero: number; releve: Releve; problemes: Probleme[] },
): Cellule {
  const { champ, numero, releve, problemes } = lieu
  const offered = dessus.texte !== '' && dessus.genre !== 'erreur'
  if (offered && offer(releve, { genre: 'renvoi', champ, numero, de: cellule.texte, vers: dessus.texte })) return dessus
  const faute = `La ligne ${numero} renvoie à celle du dessus (${cellule.texte}).`
  if (!problemes.some((known) => known.faute === faute))
    problemes.push({ champ: null, faute, remede: 'Acceptez-le ci-dessus, ou écrivez-y ses valeurs.' })
  return { ...cellule, texte: '', genre: 'texte' }
}

import { isTypeFichier } from '../format/profil'
import type { Champ } from './champs'
import { constat, type Constat } from './constat'
import type { Demande } from './dossier'

/** What stands in a field of a demande, as one text; empty for the fields of the header. */
export function valeurOf({ saisie, pieces }: Pick<Demande, 'saisie' | 'pieces'>, champ: Champ): string {
  if (isTypeFichier(champ)) return pieces[champ]?.empreinte ?? ''
  if (!(champ in saisie)) return ''
  return JSON.stringify(saisie[champ as keyof typeof saisie])
}

/** The rejection as an alerte at its field, until the field changes or the clerk marks it «Vérifié». guide §1.2 */
export function checkRejet(demande: Demande): Constat[] {
  const { rejet, id } = demande
  if (!rejet || valeurOf(demande, rejet.champ) !== rejet.valeur) return []
  const { champ, libelle } = rejet
  return [constat('rejetPortail', { champ, demande: id, valeur: `${rejet.valeur} ${libelle}` }, { libelle })]
}

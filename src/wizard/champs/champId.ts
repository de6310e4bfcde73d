import type { Champ } from '../../dossier/champs'

/** Id of the element that takes the focus for a field. */
export const champId = (name: Champ) => `champ-${name}`

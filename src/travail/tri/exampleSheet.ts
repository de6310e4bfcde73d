import type { Lecture, Lu } from '../../lecture/lecture'
import { rien } from '../../lecture/readTexte'
import type { Element, Pret, Tri } from './sheet'

export const fichier = { name: 'x.pdf', size: 1, type: 'application/pdf' }

/** A value proven by the first page's text. */
export const lu = <T>(valeur: T): Lu<T> => ({
  ...{ valeur, sure: true, source: 'texte', page: 1, cadre: null },
  ...{ imprime: '', doute: null },
})

/** What was read in a document that holds only this. */
export const lecture = (part: Partial<Lecture>): Lecture => ({ ...rien, texteLisible: true, ...part })

/** A file that can be a pièce and points to nothing but what `part` says. */
export const pret = (id: string, part: Partial<Pret> = {}, nom = `${id}.pdf`): Element => ({
  id,
  nom,
  dossier: '',
  fichier,
  etat: {
    kind: 'pret',
    piece: {
      ...{ id: `p-${id}`, nomOriginal: nom, formatFichier: 'PDF', taille: 1, empreinte: id },
      ...{ pages: 1, remarques: [], documents: 1 },
    },
    octets: fichier,
    lecture: null,
    ...{ type: null, raisonType: '', cible: null, raisonCible: '', double: null, choisi: false },
    devine: { cible: part.cible ?? null, raisonCible: '' },
    ...part,
  },
})

/** A sheet of these files, opened where no demande waits for its invoice. */
export const triOf = (...elements: Element[]): Tri => ({ elements, travail: null, creer: true, vides: [] })

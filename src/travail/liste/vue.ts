import { bloquantsOf } from '../../dossier/compte'
import type { Demande } from '../../dossier/dossier'
import { parseJour } from '../../dossier/jour'
import { centimesOf } from '../../dossier/montant'
import { nomOf } from '../../dossier/nom'
import { foldTexte } from '../../format/texte'
import type { Ligne } from './lignes'

/** Which demandes are shown. `completes`: nothing blocks them; alertes may be left. */
export const filtres = {
  toutes: { nom: 'Toutes', takes: () => true },
  erreurs: { nom: 'Avec erreurs', takes: ({ compte }: Ligne) => bloquantsOf(compte) > 0 },
  alertes: { nom: 'Avec alertes', takes: ({ compte }: Ligne) => compte.alertes > 0 },
  completes: { nom: 'Complètes', takes: ({ compte }: Ligne) => bloquantsOf(compte) === 0 },
} as const

export type Filtre = keyof typeof filtres

type Cle = string | number | null

/** In which order they are shown: by what, and whether the greatest comes first. What has no such value comes last. */
export const ordres = {
  fichier: { nom: 'Ordre du fichier', cleOf: ({ numLigne }: Ligne): Cle => numLigne, descend: false },
  nom: { nom: 'Nom', cleOf: ({ demande }: Ligne): Cle => nomOf(demande), descend: false },
  numeroEditeur: {
    nom: 'Numéro éditeur',
    cleOf: ({ demande }: Ligne): Cle => text(demande.saisie.numeroEditeur),
    descend: false,
  },
  numeroASP: { nom: 'Dossier ASP', cleOf: ({ demande }: Ligne): Cle => text(demande.saisie.numeroASP), descend: false },
  date: { nom: 'Facture la plus ancienne', cleOf: dateOf, descend: false },
  dateInverse: { nom: 'Facture la plus récente', cleOf: dateOf, descend: true },
  montant: { nom: 'Montant le plus petit', cleOf: montantOf, descend: false },
  montantInverse: { nom: 'Montant le plus grand', cleOf: montantOf, descend: true },
  etat: {
    nom: 'Le plus à corriger',
    cleOf: ({ compte }: Ligne): Cle => bloquantsOf(compte) * 1e6 + compte.alertes,
    descend: true,
  },
} as const

export type Ordre = keyof typeof ordres

/** How the clerk looks at the list: nothing of it is in the file. */
export interface Vue {
  filtre: Filtre
  texte: string
  ordre: Ordre
}

export const vueEntiere: Vue = { filtre: 'toutes', texte: '', ordre: 'fichier' }

/** Whether every demande is shown, in the order of the file. */
export const isEntiere = ({ filtre, texte, ordre }: Vue) =>
  filtre === 'toutes' && texte.trim() === '' && ordre === 'fichier'

const text = (typed: string): Cle => typed.trim() || null
function dateOf({ demande }: Ligne): Cle {
  return parseJour(demande.saisie.dateFacture)?.split('/').reverse().join('') ?? null
}
function montantOf({ demande }: Ligne): Cle {
  return centimesOf(demande.saisie.montantSegurHTFacture)
}

// Remembered by the demande: a key in the filter reads two thousand texts, and folds none again.
const searched = new WeakMap<Demande, string>()

/** All that a demande can be found by, in one folded text. */
function texteOf(demande: Demande): string {
  const known = searched.get(demande)
  if (known !== undefined) return known
  const { saisie, pieces } = demande
  const parts = [
    ...Object.values(saisie).flatMap((value: unknown) => (typeof value === 'boolean' ? [] : value)),
    ...Object.values(pieces).map((piece) => piece?.nomOriginal),
  ]
  const folded = foldTexte(parts.filter((part) => typeof part === 'string').join('\n')).toLowerCase()
  searched.set(demande, folded)
  return folded
}

/** Whether each word of the text stands somewhere in the demande, accents and capitals aside. `#12` is its rank. */
export function isFound({ demande, numLigne }: Pick<Ligne, 'demande' | 'numLigne'>, texte: string): boolean {
  const words = foldTexte(texte).toLowerCase().split(/\s+/).filter(Boolean)
  return words.every((word) => (word.startsWith('#') ? word === `#${numLigne}` : texteOf(demande).includes(word)))
}

// Made when a list is first sorted: it takes some 15 ms.
let collator: Intl.Collator | null = null
const compareTextes = (a: string, b: string) => {
  collator ??= new Intl.Collator('fr', { numeric: true, sensitivity: 'base' })
  return collator.compare(a, b)
}
const compare = (a: string | number, b: string | number) =>
  typeof a === 'number' && typeof b === 'number' ? a - b : compareTextes(String(a), String(b))

/** The demandes that a view shows, in its order; equal ones in that of the file. */
export function applyVue(lignes: readonly Ligne[], { filtre, texte, ordre }: Vue): Ligne[] {
  const shown = lignes.filter((ligne) => filtres[filtre].takes(ligne) && isFound(ligne, texte))
  if (ordre === 'fichier') return shown
  const { cleOf, descend } = ordres[ordre]
  const cles = new Map(shown.map((ligne) => [ligne, cleOf(ligne)]))
  return shown.sort((a, b) => {
    const [one, other] = [cles.get(a) ?? null, cles.get(b) ?? null]
    if (one === null || other === null) return Number(one === null) - Number(other === null) || a.numLigne - b.numLigne
    return (descend ? compare(other, one) : compare(one, other)) || a.numLigne - b.numLigne
  })
}

/** How many demandes each filter would show, the text aside. */
export const countFiltres = (lignes: readonly Ligne[]): Record<Filtre, number> => ({
  toutes: lignes.length,
  erreurs: lignes.filter(filtres.erreurs.takes).length,
  alertes: lignes.filter(filtres.alertes.takes).length,
  completes: lignes.filter(filtres.completes.takes).length,
})

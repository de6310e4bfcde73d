import { agree, capitalize, introduce, joinMots } from './mots'

/** What was mended while reading, in one French sentence; the ranks of the demandes it happened in, from 1. */
export interface Reprise {
  texte: string
  demandes: number[]
}

/** What a reading has to tell besides the values. */
export interface Rapport {
  reprises: Reprise[]
  /** Unknown tags with the blocks they stand in, `lignesImport.contact.nom`: they were not read. */
  inconnues: string[]
}

/** Gathers a report: the same sentence is told once, with all its demandes. */
export interface Rapporteur {
  reprise: (texte: string, rang: number | null) => void
  inconnue: (chemin: string) => void
  rapport: () => Rapport
}

// A hostile file may have a million of them; nobody reads more.
const inconnuesMax = 100
const reprisesMax = 200
const etBeaucoup = 'Le fichier s’écarte du format en bien d’autres endroits encore : vérifiez toutes les valeurs.'
const nomMax = 80

/** A foreign name or value cut to a length that a sentence can bear. */
export const abrege = (text: string) => (text.length > nomMax ? `${text.slice(0, nomMax)}…` : text)

export function createRapporteur(): Rapporteur {
  const reprises = new Map<string, Set<number>>()
  const inconnues = new Set<string>()
  return {
    reprise: (texte, rang) => {
      const told = reprises.has(texte) || reprises.size < reprisesMax ? texte : etBeaucoup
      const demandes = reprises.get(told) ?? new Set()
      if (rang !== null) demandes.add(rang)
      reprises.set(told, demandes)
    },
    inconnue: (chemin) => {
      if (inconnues.size < inconnuesMax) inconnues.add(abrege(chemin))
    },
    rapport: () => ({
      reprises: [...reprises].map(([texte, demandes]) => ({ texte, demandes: [...demandes] })),
      inconnues: [...inconnues],
    }),
  }
}

/** `Demandes n° 1 à 3 et 7 : montant écrit…`. */
export function showReprise({ texte, demandes }: Reprise): string {
  if (demandes.length === 0) return texte
  return introduce(`${capitalize(agree(demandes.length, 'demande'))} n° ${showRangs(demandes)}`, texte)
}

function showRangs(demandes: readonly number[]): string {
  const runs: [number, number][] = []
  for (const rang of [...demandes].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last?.[1] === rang - 1) last[1] = rang
    else runs.push([rang, rang])
  }
  const parts = runs.map(([first, last]) => (first === last ? String(first) : `${first} à ${last}`))
  return joinMots(parts)
}

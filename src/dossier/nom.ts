import { cleanValeur } from '../format/texte'
import type { Demande } from './dossier'

type Nommee = Pick<Demande, 'saisie'>

/** What the clerk calls a demande: its own label, else the first of its numbers that is typed; null while there is none. */
export const nomOf = ({ saisie }: Nommee): string | null =>
  [saisie.libelleInterne, saisie.numeroEditeur, saisie.numeroASP].map(cleanValeur).find((nom) => nom !== '') ?? null

/** Its name where its rank stands beside it, or where none is needed: «Labo des Lilas», else «Demande 2». */
export const showNom = (demande: Nommee, numLigne: number): string => nomOf(demande) ?? `Demande ${numLigne}`

/** Rank and name in a list of demandes: «2 · Labo des Lilas», else «Demande 2». */
export const showRangNom = (nom: string | null, numLigne: number): string =>
  nom === null ? `Demande ${numLigne}` : `${numLigne} · ${nom}`

/** The same among other things: «Demande 2 · Labo des Lilas», else «Demande 2». */
export function showDemande(demande: Nommee, numLigne: number): string {
  const nom = nomOf(demande)
  return nom === null ? `Demande ${numLigne}` : `Demande ${numLigne} · ${nom}`
}

import { regles, type FaitsDe, type NomRegle } from '../dossier/regles'
import type { Message } from '../format/message'
import type { FichierJoint } from './deplier/deplier'
import type { Recours } from './recours'

/** A file that cannot be a pièce as it stands: by which rule, in which words, and the way out, where there is one. */
export interface Refus {
  ok: false
  nom: string
  regle: NomRegle | null
  message: Message
  recours: Recours | null
}

/** The refusal of one rule; its message needs these facts. */
export const refuse = <Nom extends NomRegle>(
  nom: string,
  regle: Nom,
  faits: FaitsDe<Nom>,
  recours: Recours | null = null,
): Refus => ({
  ok: false,
  nom,
  regle,
  message: (regles[regle].message as (faits: FaitsDe<Nom>) => Message)(faits),
  recours,
})

/** The way out of a file that holds others: what is inside; null when nothing of it could be taken. */
export const prendre = (joints: readonly FichierJoint[] | null): Recours | null =>
  joints && joints.length > 0
    ? { kind: 'prendre', fichiers: joints.map(({ nom, octets }) => new File([octets], nom)) }
    : null

/** A file that the browser could not read. */
export const illisible = (nom: string): Refus => ({
  ok: false,
  nom,
  regle: null,
  message: {
    faute: 'Ce fichier n’a pas pu être lu.',
    remede: 'Il a peut-être été déplacé ou renommé : déposez-le de nouveau.',
  },
  recours: null,
})

/** Stopped by the clerk: nothing is to be said. */
export const abandonne = (nom: string): Refus => ({
  ok: false,
  nom,
  regle: null,
  message: { faute: '', remede: '' },
  recours: null,
})

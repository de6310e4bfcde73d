import type { Message } from '../../format/message'

/** `erreur` blocks the download. `alerte` is shown and never blocks. */
export type Gravite = 'erreur' | 'alerte'

/**
 * One rule: what it judges, its § of the guide (shown with it), and its message, given the facts. `manque` marks a field that is simply not filled in yet.
 */
export interface Regle<Faits> {
  gravite: Gravite
  manque: boolean
  /** An erreur of content that the clerk may let stand, saying why: its value can be written as it was typed. */
  contournable: boolean
  paragraphe: string
  message: (faits: Faits) => Message
}

export const erreur = <Faits = void>(paragraphe: string, message: (faits: Faits) => Message): Regle<Faits> => ({
  gravite: 'erreur',
  manque: false,
  contournable: false,
  paragraphe,
  message,
})
export const contournable = <Faits>(regle: Regle<Faits>): Regle<Faits> => ({ ...regle, contournable: true })
export const manque = (paragraphe: string, message: Message): Regle<void> => ({
  gravite: 'erreur',
  manque: true,
  contournable: false,
  paragraphe,
  message: () => message,
})
export const alerte = <Faits = void>(paragraphe: string, message: (faits: Faits) => Message): Regle<Faits> => ({
  gravite: 'alerte',
  manque: false,
  contournable: false,
  paragraphe,
  message,
})

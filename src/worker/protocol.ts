/** Why a call gave no answer. `abandon`: the caller stopped it. `delai`: it ran past its time. `panne`: it threw or died. */
export type Echec = { ok: false; raison: 'abandon' | 'delai' | 'panne'; detail: string }
export type Reponse<Valeur> = { ok: true; valeur: Valeur } | Echec

/** A worker's abilities: one input each, structured-cloneable, and a way to tell how far it is (0 to 1). */
export type Abilities = Record<string, (input: never, onProgress: (share: number) => void) => Promise<unknown>>

export interface Demand {
  call: number
  ability: string
  input: unknown
}

export type Message =
  | { call: number; kind: 'progress'; share: number }
  | { call: number; kind: 'done'; valeur: unknown }
  | { call: number; kind: 'failed'; detail: string }

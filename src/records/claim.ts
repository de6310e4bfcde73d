/** Who may write a draft: this window, or another one. */
export type Prise = 'tenu' | 'occupe'

/** What a window does when another one wants its draft. */
export interface Holder {
  /** Asked for it: take no more typing, write what is not written yet. The lock moves when the promise settles. */
  onAsked: () => Promise<unknown>
  /** It is gone: only read from here on, write nothing. */
  onLost: () => void
}

/** This window's hold on one draft. */
export interface Claim {
  state: () => Prise
  /** Moves the draft here, after the other window has written or for want of its answer. Then read the draft again. */
  takeOver: () => Promise<Prise>
  /** Gives it up; settled when another claim would find it free. */
  release: () => Promise<void>
}

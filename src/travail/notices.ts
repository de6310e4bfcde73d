import type { Core } from './core'
import type { Annulation, Avis } from './state'

/** ms that a line without a way back stays. */
const stay = 8_000
/** Lines shown at once. */
const most = 3

export type Notices = ReturnType<typeof createNotices>

/** Lines said to the clerk. */
export function createNotices({ store, ports }: Core) {
  const dismiss = (id: string) => store.setState(({ avis }) => ({ avis: avis.filter((one) => one.id !== id) }))

  const show = (texte: string, annulation: Annulation | null): Avis => {
    const avis: Avis = { id: ports.newId(), texte, annulation }
    store.setState((state) => ({ avis: [...state.avis.slice(1 - most), avis] }))
    return avis
  }

  return {
    /** Says a line, for a while. */
    say: (texte: string) => {
      const { id } = show(texte, null)
      ports.clock.after(stay, () => dismiss(id))
    },
    /** Says a line with a way back: it stays until it is dismissed or pushed out by others. */
    offer: (texte: string, annulation: Annulation) => void show(texte, annulation),
    dismiss,
    /** Takes away the lines that offer to reverse a step: that one, or all of a draft that is left. */
    dropSteps: (step?: string) =>
      store.setState(({ avis }) => ({
        avis: avis.filter(
          ({ annulation }) => annulation?.kind !== 'etape' || (step !== undefined && annulation.id !== step),
        ),
      })),
  }
}

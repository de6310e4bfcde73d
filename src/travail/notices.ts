import type { Core } from './core'
import { pageOf } from './page'
import type { Annulation, Avis } from './state'

/** ms that a line without a way back stays. */
const stay = 8_000
/** Lines shown at once. */
const most = 3
/** ms in which what an act says goes along to the page that the act leads to. */
const along = 1_000

export type Notices = ReturnType<typeof createNotices>

/** What can be taken back elsewhere too, as long as the draft is open: its line may go. */
const isStep = ({ annulation }: Avis) => annulation === null || annulation.kind === 'etape'

/** Lines said to the clerk. Each belongs to the page it was said on, and goes with it. */
export function createNotices({ store, ports }: Core) {
  const pages = new Map<string, string>()
  const fresh = new Set<string>()
  /** Lines that alone bring something back, of pages that are left: they are there again with their page. */
  let away: readonly Avis[] = []

  const here = () => pageOf(ports.place.current())
  const set = (step: (avis: readonly Avis[]) => readonly Avis[]) => store.setState(({ avis }) => ({ avis: step(avis) }))

  const dismiss = (id: string) => {
    pages.delete(id)
    away = away.filter((one) => one.id !== id)
    set((avis) => avis.filter((one) => one.id !== id))
  }

  const show = (texte: string, annulation: Annulation | null): Avis => {
    const avis: Avis = { id: ports.newId(), texte, annulation }
    pages.set(avis.id, here())
    fresh.add(avis.id)
    ports.clock.after(along, () => fresh.delete(avis.id))
    // The same words are said once; of the draft's acts only the last is: the others are taken back by the same button.
    const isReplaced = (one: Avis) =>
      one.texte === texte || (annulation?.kind === 'etape' && one.annulation?.kind === 'etape')
    set((all) => [...all.filter((one) => !isReplaced(one)).slice(1 - most), avis])
    return avis
  }

  ports.place.onMove(() => {
    const page = here()
    const all = [...away, ...store.getState().avis]
    for (const { id } of all) if (fresh.has(id)) pages.set(id, page)
    const shown = all.filter(({ id }) => pages.get(id) === page)
    away = all.filter((one) => !shown.includes(one) && !isStep(one))
    for (const { id } of all) if (![...shown, ...away].some((one) => one.id === id)) pages.delete(id)
    set(() => shown.slice(-most))
  })

  return {
    /** Says a line, for a while. */
    say: (texte: string) => {
      const { id } = show(texte, null)
      ports.clock.after(stay, () => dismiss(id))
    },
    /** Says a line with a way back: it stays until it is dismissed, another takes its place or its page goes. */
    offer: (texte: string, annulation: Annulation) => void show(texte, annulation),
    dismiss,
    /** Takes away the lines that offer to reverse a step: that one, or all of a draft that is left. */
    dropSteps: (step?: string) =>
      set((avis) =>
        avis.filter(({ annulation }) => annulation?.kind !== 'etape' || (step !== undefined && annulation.id !== step)),
      ),
  }
}

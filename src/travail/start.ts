import type { Core } from './core'
import type { Library } from './library'
import type { Session } from './session'

/** ms that a removed draft can be had back: 30 days. */
const keptRemoved = 30 * 24 * 3600 * 1000

/** The beginning of a visit. `isDeep`: whether a route shows the draft at work. */
export const createStart =
  ({ store, ports }: Core, session: Session, library: Library, isDeep: (route: string) => boolean) =>
  /**
   * Reads what was kept on this computer and opens the draft that this window was at. Storage that has not answered
   * within `wait` ms is gone on without: what comes later only fills the lists.
   */
  async (wait: number) => {
    const deep = () => isDeep(ports.place.current())
    const goOn = async () => {
      const { brouillons } = store.getState()
      const last = ports.place.lastDraft()
      const id = brouillons.find((draft) => draft.id === last)?.id ?? (deep() ? brouillons[0]?.id : undefined)
      if (id !== undefined) await session.resume(id)
      else if (deep()) await session.beginDepot()
    }
    const lists = Promise.all([
      library.loadFournisseur(),
      library.loadDepots(),
      library.loadBrouillons(),
      library.loadModele(),
    ]).then(() => true)
    const late = new Promise<false>((resolve) => ports.clock.after(wait, () => resolve(false)))
    if (await Promise.race([lists, late])) await goOn()
    if (deep()) await session.adopt()
    ports.place.onMove(() => {
      if (deep()) void session.adopt()
    })
    void ports.drafts.purge(ports.clock.ago(keptRemoved))
  }

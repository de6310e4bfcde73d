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
    // A clerk who began something while the lists were on their way has the draft that he began.
    const began = deep()
    const last = ports.place.lastDraft()
    const goOn = async () => {
      const { brouillons } = store.getState()
      const id = brouillons.find((draft) => draft.id === last)?.id ?? (began ? brouillons[0]?.id : undefined)
      if (id !== undefined) await session.resume(id)
      else if (began) await session.beginDepot()
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

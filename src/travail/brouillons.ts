import { showMessage } from '../format/message'
import { writeNomExport, type Draft, type DraftResume } from '../records/draft'
import { messagesStockage, type RaisonLecture, type RaisonStockage } from '../records/resultat'
import type { Core } from './core'
import type { Library } from './library'
import type { Notices } from './notices'
import type { Octets, WorkOptions } from './ports'
import type { Session } from './session'

export type Brouillons = ReturnType<typeof createBrouillons>

/** A draft as one file with its pièces, and its name. */
export interface Exporte {
  octets: Octets
  nom: string
}

const ailleurs = 'Ce brouillon est ouvert dans une autre fenêtre. Fermez-le là-bas, puis recommencez.'

/** What is done with the drafts of the list. */
export function createBrouillons({ store, ports, octets }: Core, session: Session, library: Library, notices: Notices) {
  const sayWhy = (raison: RaisonStockage | RaisonLecture) => notices.say(showMessage(messagesStockage[raison]))
  const isCurrent = (id: string) => store.getState().brouillon?.id === id

  /** Does something with a draft that no window is at work on; says so when another one is. */
  const whileFree = async (id: string, work: () => Promise<void>) => {
    const nobody = { onAsked: () => Promise.resolve(), onLost: () => undefined }
    const claim = await ports.drafts.claim(id, nobody)
    try {
      if (claim.state() === 'tenu') await work()
      else notices.say(ailleurs)
    } finally {
      await claim.release()
    }
  }

  const write = async (draft: Draft, pieces: ReadonlyMap<string, Octets>, options: WorkOptions): Promise<Exporte> => ({
    octets: await ports.drafts.writeExport(draft, pieces, options),
    nom: writeNomExport(draft),
  })

  return {
    /** The list as it stands, with what was typed a moment ago. */
    refresh: async () => {
      await session.flush()
      await library.loadBrouillons()
    },

    /** Gives a draft another name. */
    rename: async (id: string, nom: string) => {
      if (isCurrent(id)) {
        if (!store.getState().ecriture) return notices.say(ailleurs)
        session.rename(nom)
        await session.flush()
      } else
        await whileFree(id, async () => {
          const read = await ports.drafts.open(id)
          if (!read.ok) return sayWhy(read.raison)
          const saved = await ports.drafts.save({ ...read.valeur, nom })
          if (!saved.ok) sayWhy(saved.raison)
        })
      await library.loadBrouillons()
    },

    /** Takes a draft off the list, the one at work too; false when it stays. Said, with how to have it back. */
    remove: async ({ id, nom }: Pick<DraftResume, 'id' | 'nom'>): Promise<boolean> => {
      if (isCurrent(id)) {
        if (!store.getState().ecriture) {
          notices.say(ailleurs)
          return false
        }
        if (!(await session.close())) return false
      }
      let removed = false
      await whileFree(id, async () => {
        const done = await ports.drafts.remove(id, ports.clock.now())
        if (!done.ok) return sayWhy(done.raison)
        removed = true
        notices.offer(`Brouillon « ${nom} » supprimé.`, { kind: 'brouillon', id })
      })
      await library.loadBrouillons()
      return removed
    },

    /** Brings a removed draft back to the list. */
    restore: async (id: string) => {
      const restored = await ports.drafts.restore(id)
      if (!restored.ok) sayWhy(restored.raison)
      await library.loadBrouillons()
    },

    /** A kept draft with its pièces as one file; null, and said why, when it cannot be read. */
    exportKept: async (id: string, options: WorkOptions): Promise<Exporte | null> => {
      await session.flush()
      // As it stands on screen, should the storage not have taken its last changes.
      const current = isCurrent(id) && store.getState().ecriture ? session.currentDraft() : null
      if (current) return write(current, octets, options)
      const read = await ports.drafts.open(id)
      const pieces = await ports.drafts.readPieces(id)
      if (!read.ok || !pieces.ok) {
        sayWhy(read.ok ? (pieces.ok ? 'panne' : pieces.raison) : read.raison)
        return null
      }
      return write(read.valeur, pieces.valeur, options)
    },

    /** The draft at work as it stands on screen, whatever the storage does; null when none is open. */
    exportCurrent: async (options: WorkOptions): Promise<Exporte | null> => {
      const draft = session.currentDraft()
      return draft && write(draft, octets, options)
    },
  }
}

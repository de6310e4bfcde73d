import type { Claim, Holder, Prise } from '../records/claim'
import { isRecord } from '../records/restore'

/** ms that the other window is given to write: one that is frozen or crashed never answers. */
const attenteReponse = 1000

/**
 * Claims a draft for this window: «tenu», or «occupe» when another window has it. Where the browser has no locks, or
 * refuses them, it is always «tenu».
 */
export async function claimDraft(draftId: string, { onAsked, onLost }: Holder): Promise<Claim> {
  const name = `solde-bio-sgl:brouillon:${draftId}`
  const channel = openChannel(name)
  let held: Held | null = null

  async function take(options: LockOptions): Promise<Prise> {
    held = await hold(name, options, lose)
    return state()
  }

  function lose() {
    if (!held) return
    held = null
    onLost()
  }

  async function cede(asked: Held) {
    await onAsked().catch(() => undefined)
    // It took too long and the lock was stolen: this window knows already.
    if (held !== asked) return
    lose()
    channel?.postMessage({ kind: 'cede' })
    await asked.release()
  }

  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (held && isFreshDemand(data)) void cede(held)
  })

  const state = () => (held ? 'tenu' : 'occupe')
  await take({ ifAvailable: true })
  return {
    state,
    takeOver: async () => {
      if (held || (await take({ ifAvailable: true })) === 'tenu') return 'tenu'
      if (channel) await askFor(channel)
      return take({ steal: true })
    },
    release: async () => {
      const last = held
      held = null
      channel?.close()
      await last?.release()
    },
  }
}

const openChannel = (name: string) => (typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name))

// A frozen window reads its messages when it wakes: an old one must not make it write over the newer work.
const isFreshDemand = (data: unknown) =>
  isRecord(data) && data.kind === 'demande' && typeof data.at === 'number' && Date.now() - data.at <= attenteReponse

/** Asks the window that holds the draft for it; settles on its answer, or without one after a second. */
const askFor = (channel: BroadcastChannel) =>
  new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer)
      channel.removeEventListener('message', answered)
      resolve()
    }
    const answered = ({ data }: MessageEvent<unknown>) => {
      if (isRecord(data) && data.kind === 'cede') end()
    }
    const timer = setTimeout(end, attenteReponse)
    channel.addEventListener('message', answered)
    channel.postMessage({ kind: 'demande', at: Date.now() })
  })

interface Held {
  release: () => Promise<unknown>
}

const heldByNoOther: Held = { release: () => Promise.resolve() }

/** Takes the lock until its release, or gives null when another window has it. `onStolen`: it was taken away. */
function hold(name: string, options: LockOptions, onStolen: () => void): Promise<Held | null> {
  const locks = lockManager()
  if (!locks) return Promise.resolve(heldByNoOther)
  return new Promise((resolve) => {
    let granted = false
    const request = locks
      .request(name, options, (lock) => {
        if (!lock) return resolve(null)
        granted = true
        return new Promise<void>((end) => {
          const release = () => {
            end()
            return request
          }
          resolve({ release })
        })
      })
      // Rejected once granted, it was stolen; before, this browser refuses locks here (sandboxed or opaque origins).
      .catch(() => (granted ? onStolen() : resolve(heldByNoOther)))
  })
}

// The types promise it everywhere; pages opened by http:// and older browsers lack it.
const lockManager = (): LockManager | undefined => navigator.locks

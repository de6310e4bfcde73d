/** What is kept, and shown by several windows. */
export type Garde = 'brouillons' | 'depots' | 'reglages'

interface Nouvelles {
  /** Tells the other windows once the write is done; gives what it came to. */
  tell: <Answer>(quoi: Garde, write: Promise<Answer>) => Promise<Answer>
  /** Calls when another window has written; gives what ends it. */
  onChange: (call: (quoi: Garde) => void) => () => void
}

const isGarde = (data: unknown): data is Garde => data === 'brouillons' || data === 'depots' || data === 'reglages'

/** What the windows of this browser tell each other of what is kept; nothing where it has no channels. */
export function createNouvelles(): Nouvelles {
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('solde-bio-sgl:garde')
  return {
    tell: async (quoi, write) => {
      const answer = await write
      channel?.postMessage(quoi)
      return answer
    },
    onChange: (call) => {
      const hear = ({ data }: MessageEvent<unknown>) => {
        if (isGarde(data)) call(data)
      }
      channel?.addEventListener('message', hear)
      return () => channel?.removeEventListener('message', hear)
    },
  }
}

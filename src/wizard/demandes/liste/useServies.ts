import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { travail } from '../../poste/travail'

interface Servies {
  /** Ids of the demandes to which dropped files were just joined: the list marks them. */
  servies: readonly string[]
  /** They are to be shown: the first of them takes the focus, then `onReached` is called. */
  pending: boolean
  onReached: () => void
}

/** The demandes that dropped files were just joined to; they are forgotten when the list is left. */
export function useServies(): Servies {
  const servies = useStore(travail.triStore, (state) => state.servies)
  const [reached, setReached] = useState<readonly string[] | null>(null)
  useEffect(() => () => travail.triStore.setState({ servies: [] }), [])
  return { servies, pending: servies.length > 0 && reached !== servies, onReached: () => setReached(servies) }
}

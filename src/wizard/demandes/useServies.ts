import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { Demande } from '../../dossier/dossier'
import { writeRoute } from '../route'
import { travail } from '../poste/travail'

/**
 * Ids of the demandes to which dropped files were just joined: the list marks them, and the first of those it shows
 * takes the focus, where it can be seen. They are forgotten when the list is left.
 */
export function useServies(shown: readonly Demande[]): readonly string[] {
  const servies = useStore(travail.triStore, (state) => state.servies)
  const reached = useRef<readonly string[] | null>(null)
  useEffect(() => {
    const rank = shown.findIndex(({ id }) => servies.includes(id))
    if (rank === -1 || reached.current === servies) return
    // The sheet gives the focus back as it closes: this comes after.
    const frame = requestAnimationFrame(() => {
      reached.current = servies
      const link = document.querySelector<HTMLElement>(`#contenu li a[href="${writeRoute({ numLigne: rank + 1 })}"]`)
      link?.focus({ preventScroll: true })
      link?.scrollIntoView({ block: 'center' })
    })
    return () => cancelAnimationFrame(frame)
  }, [servies, shown])
  useEffect(() => () => travail.triStore.setState({ servies: [] }), [])
  return servies
}

import { useSyncExternalStore } from 'react'

const slots: HTMLElement[] = []
const watchers = new Set<() => void>()

const tell = () => {
  for (const watcher of watchers) watcher()
}

/** Makes a place in a modal dialog that opens the one where lines are said, until the returned function is called. */
export function enterDialog(slot: HTMLElement): () => void {
  slots.push(slot)
  tell()
  return () => {
    slots.splice(slots.indexOf(slot), 1)
    tell()
  }
}

const subscribe = (changed: () => void) => {
  watchers.add(changed)
  return () => watchers.delete(changed)
}

/** The place in the dialog that is open above all else: what is outside it can be neither seen, read out nor pressed. Null: none is open. */
export const useTopDialog = () => useSyncExternalStore(subscribe, () => slots.at(-1) ?? null)

import { createStore } from 'zustand/vanilla'

/** Groups of a long page that the clerk folded or unfolded himself, by name: they stay so while he goes to a field and back. */
export function createPlis() {
  const store = createStore<Readonly<Record<string, boolean>>>(() => ({}))
  return {
    store,
    set: (names: readonly string[], open: boolean) =>
      store.setState(Object.fromEntries(names.map((name) => [name, open]))),
    reset: () => store.setState({}, true),
  }
}

/** Small texts that this browser keeps by name: for this window (`sessionStorage`), or for all of them. */
export function createMemory(kind: 'localStorage' | 'sessionStorage') {
  // A browser set to keep nothing throws at the mere mention of it, a full one as it writes: it forgets, and goes on.
  const attempt = <Result>(act: (storage: Storage) => Result): Result | null => {
    try {
      return act(window[kind])
    } catch {
      return null
    }
  }
  return {
    /** Null: nothing is kept under that name, or nothing at all. */
    read: (name: string): string | null => attempt((storage) => storage.getItem(name)),
    /** Null forgets. */
    keep: (name: string, text: string | null) =>
      void attempt((storage) => (text === null ? storage.removeItem(name) : storage.setItem(name, text))),
  }
}

/** A part that is made at its first use, once; a failure (its code could not be fetched) is tried again at the next. */
export function lazily<Part>(make: () => Promise<Part>): () => Promise<Part> {
  let made: Promise<Part> | null = null
  return () =>
    (made ??= make().catch((error: unknown) => {
      made = null
      throw error
    }))
}

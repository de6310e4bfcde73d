/** Demandes chosen to be acted on together, by id. */
export type Selection = ReadonlySet<string>

export const noSelection: Selection = new Set()

/** Takes these in, or lets them go. */
export function choose(selection: Selection, ids: readonly string[], chosen: boolean): Selection {
  const next = new Set(selection)
  for (const id of ids)
    if (chosen) next.add(id)
    else next.delete(id)
  return next
}

/** All from one row to another, both with them, in the order shown; the last alone where the first is not shown. */
export function rangeOf(shown: readonly string[], from: string | null, to: string): string[] {
  const [start, end] = [from === null ? -1 : shown.indexOf(from), shown.indexOf(to)]
  if (start === -1 || end === -1) return [to]
  return shown.slice(Math.min(start, end), Math.max(start, end) + 1)
}

/** What is chosen of the demandes there are, in their order: one that was removed is chosen no more. */
export const chosenOf = (selection: Selection, ids: readonly string[]): string[] =>
  ids.filter((id) => selection.has(id))

import { useState, type ReactNode } from 'react'
import { Button } from '../../ui/Button'

const first = 20

/** The first of a long list, and a button for the rest: a thousand rows are drawn only when asked for. */
export function Reste<Item>({
  items,
  children,
}: {
  items: readonly Item[]
  children: (shown: readonly Item[]) => ReactNode
}) {
  const [all, setAll] = useState(false)
  const rest = items.length - first
  return (
    <>
      {children(all ? items : items.slice(0, first))}
      {!all && rest > 0 && (
        <div>
          <Button small onClick={() => setAll(true)}>
            Afficher les {rest} autres
          </Button>
        </div>
      )}
    </>
  )
}

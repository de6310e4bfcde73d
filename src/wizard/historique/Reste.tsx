import { useState, type ReactNode } from 'react'
import { Button } from '../../ui/Button'
import { stopsIn } from '../../ui/focus/focusable'
import { goOnAt } from '../../ui/focus/goOnAt'

const page = 20

/** A long list, a page at a time: a thousand rows are drawn only when asked for. */
export function Reste<Item>({
  items,
  children,
}: {
  items: readonly Item[]
  children: (shown: readonly Item[]) => ReactNode
}) {
  const [pages, setPages] = useState(1)
  const shown = pages * page
  const rest = items.length - shown
  return (
    <>
      {children(items.slice(0, shown))}
      {rest > 0 && (
        <div>
          <Button
            small
            onClick={({ currentTarget }) => {
              const list = currentTarget.parentElement?.previousElementSibling
              setPages(pages + 1)
              goOnAt(() => list?.children[shown] && stopsIn(list.children[shown])[0])
            }}
          >
            {rest > page ? `Afficher les ${page} suivants (encore ${rest})` : `Afficher les ${rest} autres`}
          </Button>
        </div>
      )}
    </>
  )
}

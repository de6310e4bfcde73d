/** The link that was followed from a screen: its address, and its rank among the links of that address and among all. */
interface Followed {
  href: string
  rank: number
  rankOfAll: number
}

const links = () => Array.from(document.querySelectorAll<HTMLAnchorElement>('main a[href^="#/"]'))
const hrefOf = (link: Element) => link.getAttribute('href') ?? ''
/** To a field: who mends it comes back to the list it was in. */
const isToField = ({ href }: Followed) => href.includes('?champ=')

const followed = new Map<string, Followed>()
let returning = false

/** Notes whether the screen that is come to is come back to: a step of the browser's history bears a mark, a new one does not yet. */
export function markArrival() {
  returning = history.state !== null
  if (!returning) history.replaceState({ seen: true }, '')
}

/** Remembers which link of each screen was followed. Gives the way to end it. */
export function watchFollowed(): () => void {
  const click = ({ target }: MouseEvent) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('main a[href^="#/"]') : null
    if (!link) return
    const all = links()
    const same = all.filter((one) => hrefOf(one) === hrefOf(link))
    followed.set(location.hash, { href: hrefOf(link), rank: same.indexOf(link), rankOfAll: all.indexOf(link) })
  }
  markArrival()
  addEventListener('click', click, true)
  return () => removeEventListener('click', click, true)
}

/** Address of the link that this screen was left by, while it is not yet come back to; null when there is none. */
export const hrefFollowed = (): string | null => followed.get(location.hash)?.href ?? null

/**
 * The link that this screen was left by, where one comes back to it: by the browser's Back, or from a field it led to.
 * When it is gone, for what it spoke of was mended, the one that took its place. Null when the screen is new.
 */
export function takeFollowed(): (() => HTMLAnchorElement | undefined) | null {
  const last = followed.get(location.hash)
  followed.delete(location.hash)
  if (!last || !(returning || isToField(last))) return null
  return () => {
    const all = links()
    const same = all.filter((link) => hrefOf(link) === last.href)
    const found = same[last.rank] ?? same.at(-1) ?? (isToField(last) ? all[last.rankOfAll] : undefined)
    for (let folded = found?.closest('details:not([open])'); folded; folded = folded.closest('details:not([open])'))
      folded.setAttribute('open', '')
    return found
  }
}

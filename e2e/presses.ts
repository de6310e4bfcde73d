import type { Page } from '@playwright/test'

/** Frames without any change of the page after which an act has come to rest. */
const quiet = 12

/** Runs in the page: settles once nothing was drawn for a while, and nothing says that it is at work. */
async function rest(frames: number): Promise<void> {
  let still = 0
  const watcher = new MutationObserver(() => (still = 0))
  watcher.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  for (let left = 600; left > 0 && still < frames; left -= 1) {
    await frame()
    still = document.querySelector('[aria-busy=true], [role=progressbar]') ? 0 : still + 1
  }
  watcher.disconnect()
}

export const settled = (page: Page) => page.evaluate(rest, quiet)

/** Runs in the page: what is wrong with where the focus is; null when something that is seen has it. */
export function faultOfFocus(): string | null {
  const focused = document.activeElement
  if (!focused || focused === document.body || focused === document.documentElement) return 'on the body'
  const told = focused.outerHTML.slice(0, 200)
  if (focused.matches(':disabled')) return `disabled: ${told}`
  // A file input is as large as its zone, or has no size beside a pièce: the focus shows on what stands there.
  const isFile = focused.matches('[type=file]')
  const isBare = isFile && focused.getBoundingClientRect().width < 2
  const shown = (isBare && focused.parentElement?.previousElementSibling) || focused
  const { left, top, right, bottom, width, height } = shown.getBoundingClientRect()
  if (width === 0 || height === 0) return `without size: ${told}`
  const [x0, x1] = [Math.max(0, left), Math.min(innerWidth, right)]
  const [y0, y1] = [Math.max(0, top), Math.min(innerHeight, bottom)]
  if (x0 >= x1 || y0 >= y1) return `out of the window, at ${Math.round(top)}: ${told}`
  const isSeen = [0.1, 0.5, 0.9].some((share) => {
    const hit = document.elementFromPoint((x0 + x1) / 2, y0 + (y1 - y0) * share)
    return hit !== null && (shown.contains(hit) || hit.contains(shown))
  })
  return isSeen ? null : `covered: ${told}`
}

/** Everything on the screen that can be pressed, in order, each with what it is known by; behind an open dialog nothing can. */
export const pressables = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.querySelector('dialog[open]') ?? document
    const controls = root.querySelectorAll<HTMLElement>(
      'a[href], button:enabled, summary, input[type=checkbox]:enabled, input[type=radio]:enabled',
    )
    const counts = new Map<string, number>()
    return Array.from(controls)
      .filter((control) => control.checkVisibility())
      .map((control) => {
        const name = control.getAttribute('aria-label') ?? control.closest('label')?.textContent ?? control.textContent
        // A link is known by where it leads; counts in a name change while documents are being read.
        const known = control.getAttribute('href') ?? name.replace(/\(\d+\)/, '')
        const key = `${control.tagName} ${control.getAttribute('name') ?? ''} ${known}`
        counts.set(key, (counts.get(key) ?? 0) + 1)
        control.dataset.press = `${key} ${counts.get(key)}`
        return control.dataset.press
      })
  })

/** Presses one of them by the keyboard, and waits until what it does has come to rest; the fault of the focus then. */
export async function press(page: Page, key: string): Promise<string | null> {
  const isThere = await page.evaluate((wanted) => {
    const control = Array.from(document.querySelectorAll<HTMLElement>('[data-press]')).find(
      ({ dataset }) => dataset.press === wanted,
    )
    control?.focus()
    return control !== undefined
  }, key)
  if (!isThere) return 'not there again'
  const isInput = key.startsWith('INPUT')
  await page.keyboard.press(isInput ? 'Space' : 'Enter')
  await settled(page)
  return page.evaluate(faultOfFocus)
}

// With an icon of its own: the browser asks for none.
const emptyPage = '<title>vide</title><link rel="icon" href="data:,">'

/** The page's own database, copied aside and put back: each press finds the same work. */
export async function copyDatabase(page: Page, from: string, to: string) {
  await page.route('**/vide', (route) => route.fulfill({ contentType: 'text/html', body: emptyPage }))
  await page.goto('./vide')
  await page.evaluate(copyAll, { from, to })
  await page.unroute('**/vide')
}

/** Runs in the page: all stores of one database into another, made like it. */
async function copyAll({ from, to }: { from: string; to: string }) {
  const done = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(new Error(request.error?.message))
    })
  const source = await done(indexedDB.open(from))
  const names = Array.from(source.objectStoreNames)
  await done(indexedDB.deleteDatabase(to))
  const opening = indexedDB.open(to, source.version)
  opening.onupgradeneeded = () => {
    const read = source.transaction(names)
    for (const name of names) {
      const { keyPath, indexNames } = read.objectStore(name)
      const made = opening.result.createObjectStore(name, keyPath === null ? {} : { keyPath })
      for (const index of Array.from(indexNames)) made.createIndex(index, read.objectStore(name).index(index).keyPath)
    }
  }
  const target = await done(opening)
  for (const name of names) {
    const store = source.transaction(name).objectStore(name)
    const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())])
    const write = target.transaction(name, 'readwrite').objectStore(name)
    for (const [rank, value] of values.entries())
      await done(write.put(value, write.keyPath === null ? keys[rank] : undefined))
  }
  source.close()
  target.close()
}

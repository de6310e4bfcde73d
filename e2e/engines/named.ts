/** Runs in the page: the field, button or link with that accessible name (the first is 0), in the group of that name; in view. */
export function findNamed(selector: string, name: string, group: string | null, rank: number): Element | null {
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim()
  const textOf = (node: Node): string => {
    if (!(node instanceof Element)) return node.textContent ?? ''
    const isHidden = node.getAttribute('aria-hidden') === 'true' || getComputedStyle(node).display === 'none'
    return isHidden ? '' : Array.from(node.childNodes, textOf).join('')
  }
  const nameOf = (element: Element): string => {
    const given = element.getAttribute('aria-label')
    if (given !== null) return given
    const labels = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels : null
    return labels && labels.length > 0 ? Array.from(labels, textOf).join(' ') : textOf(element)
  }
  const isIn = (element: Element) => {
    const legend = element.closest('fieldset')?.querySelector('legend')
    return group === null || (legend ? plain(textOf(legend)) : null) === group
  }
  const found = Array.from(document.querySelectorAll(selector)).filter(
    (element) => !element.matches(':disabled') && plain(nameOf(element)) === name && isIn(element),
  )[rank]
  // The bars at the head and the foot stay: what is in the middle is under neither.
  found?.scrollIntoView({ block: 'center' })
  return found ?? null
}

import { expect, test, vi } from 'vitest'
import { flushOnLeave } from './leave'

test('[leave] the page writes when it is hidden or left, not when it is shown again', () => {
  const page = Object.assign(new EventTarget(), { visibilityState: 'hidden' })
  const view = new EventTarget()
  vi.stubGlobal('document', page)
  vi.stubGlobal('window', view)
  const flush = vi.fn(() => Promise.resolve())
  const end = flushOnLeave(flush)
  page.dispatchEvent(new Event('visibilitychange'))
  view.dispatchEvent(new Event('pagehide'))
  expect(flush).toHaveBeenCalledTimes(2)
  page.visibilityState = 'visible'
  page.dispatchEvent(new Event('visibilitychange'))
  end()
  view.dispatchEvent(new Event('pagehide'))
  expect(flush).toHaveBeenCalledTimes(2)
  vi.unstubAllGlobals()
})

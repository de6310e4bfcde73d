import { readFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'

/** Megabytes that the pages' processes, their workers included, hold: before, at most, and at the end. */
export interface Memoire {
  before: number
  most: number
  after: number
}

const every = 200
/** ms in which freed memory goes back to the system. */
const settle = 5_000

/**
 * Watches what the pages' processes hold until it is ended, `rest` ms after the work; null where the system does not say
 * (no Linux). At the end only what is in use counts: Chromium keeps freed memory at hand until the system asks for it.
 */
export async function watchMemory(browser: Browser, page: Page): Promise<(rest: number) => Promise<Memoire | null>> {
  const cdp = await browser.newBrowserCDPSession()
  const own = await page.context().newCDPSession(page)
  const held = async () => {
    const { processInfo } = await cdp.send('SystemInfo.getProcessInfo')
    const pages = processInfo.filter(({ type }) => type === 'renderer')
    return pages.reduce((sum, { id }) => sum + residentOf(id), 0) / 1_000
  }
  const before = await held()
  let most = before
  const timer = setInterval(() => void held().then((now) => (most = Math.max(most, now))), every)
  return async (rest) => {
    await new Promise((resolve) => setTimeout(resolve, rest))
    clearInterval(timer)
    await own.send('HeapProfiler.collectGarbage')
    await own.send('Memory.simulatePressureNotification', { level: 'critical' })
    await new Promise((resolve) => setTimeout(resolve, settle))
    const after = await held()
    await Promise.all([cdp.detach(), own.detach()])
    return before > 0 ? { before, most, after } : null
  }
}

/** kB of a process in memory; 0 when it is gone, or the system keeps no such list. */
function residentOf(process: number): number {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${process}/status`, 'latin1'))?.[1] ?? 0)
  } catch (error) {
    if (error instanceof Error && 'code' in error) return 0
    throw error
  }
}

export const showMemoire = ({ before, most, after }: Memoire) =>
  `${before.toFixed(0)} MB before, ${most.toFixed(0)} at most, ${after.toFixed(0)} after`

import type { Browser, Page } from '@playwright/test'

/** The longest that the page was busy with one thing, ms: by the clock, and of work alone, without what other programs took. */
export interface Bloc {
  clock: number
  work: number
}

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  /** Microseconds: by the clock, and of the thread's own time. */
  dur?: number
  tdur?: number
  args?: { name?: string }
}

/** Runs a part of the work and gives the longest task of the page's main thread meanwhile. */
export async function longestBlock(browser: Browser, page: Page, work: () => Promise<void>): Promise<Bloc> {
  await browser.startTracing(page, { categories: ['toplevel'] })
  await work()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`
  const mains = new Set(
    traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(threadOf),
  )
  const tasks = traceEvents.filter(
    (event) => event.ph === 'X' && event.name === 'ThreadControllerImpl::RunTask' && mains.has(threadOf(event)),
  )
  const longest = (part: 'dur' | 'tdur') => Math.max(0, ...tasks.map((task) => task[part] ?? 0)) / 1_000
  return { clock: longest('dur'), work: longest('tdur') }
}

export const showBloc = ({ clock, work }: Bloc) =>
  `longest block ${clock.toFixed(0)} ms by the clock, ${work.toFixed(0)} ms of work`

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base } from '@playwright/test'
import type { WebDriver } from 'selenium-webdriver'
import { Clerk } from './clerk'
import { startFirefox } from './firefox'
import { startWebkit } from './webkit'

export { expect }

/** Starts an engine at home in an empty folder, its downloads in another. */
export type Start = (folder: string, downloads: string) => Promise<{ driver: WebDriver; stop: () => Promise<void> }>

const starts = { Firefox: startFirefox, WebKit: startWebkit } satisfies Record<string, Start>
export type EngineName = keyof typeof starts

const loadTime = 60_000
const scriptTime = 30_000

interface Given {
  clerk: Clerk
}

/** Each test has an engine of its own, ended with it. */
export const test = base.extend<Given & { engine: EngineName }>({
  engine: ['Firefox', { option: true }],
  clerk: async ({ engine, baseURL }, use, testInfo) => {
    const folder = await mkdtemp(join(tmpdir(), 'engine-'))
    const downloads = join(folder, 'downloads')
    await mkdir(downloads)
    const { driver, stop } = await starts[engine](folder, downloads)
    try {
      const capabilities = await driver.getCapabilities()
      const description = `${engine === 'WebKit' ? 'WebKitGTK' : engine} ${capabilities.getBrowserVersion() ?? ''}`
      testInfo.annotations.push({ type: 'engine', description })
      await driver.manage().setTimeouts({ pageLoad: loadTime, script: scriptTime })
      const clerk = new Clerk(driver, baseURL ?? '', downloads)
      await use(clerk)
      if (testInfo.error) await writeFile(testInfo.outputPath('screen.png'), await clerk.picture())
      else expect(await clerk.faults()).toEqual([])
    } finally {
      await stop()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  },
})

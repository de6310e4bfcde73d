import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Capabilities, WebDriver } from 'selenium-webdriver'
import type { Start } from './engine'
import { Marionette } from './marionette'
import { startProgram } from './process'
import { until } from './until'

/** Firefox's own settings: downloads without asking, and nothing that opens or is fetched by itself. */
const preferences = (downloads: string) => ({
  'marionette.port': 0,
  'browser.download.folderList': 2,
  'browser.download.dir': downloads,
  'browser.download.useDownloadDir': true,
  'browser.shell.checkDefaultBrowser': false,
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.disabledForTesting': true,
})

const write = (preferences: object) =>
  Object.entries(preferences)
    .map((entry) => `user_pref(${JSON.stringify(entry).slice(1, -1)});\n`)
    .join('')

/** A real Firefox without a screen, with a profile of its own. */
export const startFirefox: Start = async (folder, downloads) => {
  await writeFile(join(folder, 'user.js'), write(preferences(downloads)))
  const words = ['--headless', '--marionette', '--no-remote', '--profile', folder]
  const firefox = startProgram(process.env.FIREFOX ?? 'firefox', words, { TZ: 'Europe/Paris' })
  const port = await until(
    'Firefox to listen',
    async () => Number(await readFile(join(folder, 'MarionetteActivePort'), 'utf8').catch(() => '')),
    firefox.output,
  )
  const marionette = await Marionette.connect(port)
  return {
    driver: WebDriver.createSession(marionette, new Capabilities()),
    stop: async () => {
      marionette.close()
      await firefox.stop()
    },
  }
}

import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Key, type WebDriver, type WebElement } from 'selenium-webdriver'
import { giveFile } from './giveFile'
import { findNamed } from './named'
import { readFaults, watch } from './watch'
import { until } from './until'

/** Does and sees what a clerk does and sees, by accessible names, in any engine that speaks WebDriver. */
export class Clerk {
  constructor(
    readonly driver: WebDriver,
    private readonly url: string,
    private readonly downloads: string,
  ) {}

  /** Opens the app on a wide screen, as it is served unless told where. */
  async open(url = this.url) {
    await this.size(1280, 900)
    await this.driver.get(url)
    await this.heading('Demandes de solde BIO-SGL')
    await this.run(watch)
  }

  /** Loads the page again, as F5 does. */
  async reload() {
    await this.driver.navigate().refresh()
    await this.run(watch)
  }

  /** What the page did since it was loaded that it must not do: ask another origin, break its policy, throw. */
  faults = () => this.run<string[]>(readFaults)

  size = (width: number, height: number) => this.driver.manage().window().setRect({ x: 0, y: 0, width, height })
  picture = async () => Buffer.from(await this.driver.takeScreenshot(), 'base64')
  run = <Answer>(script: string | (() => Answer)): Promise<Answer> => this.driver.executeScript<Answer>(script)

  /** What can be used under that name, once it is there. */
  find = (selector: string, name: string, group: string | null = null, rank = 0): Promise<WebElement> =>
    until(`${selector} «${name}»`, () =>
      this.driver.executeScript<WebElement | null>(findNamed, selector, name, group, rank),
    )

  field = (label: string) => this.find('input, textarea', label)
  press = async (name: string, rank = 0) =>
    (await this.find('main button, main a, dialog[open] button', name, null, rank)).click()

  /** Types into a field over what it holds, and leaves it. */
  async type(label: string, typed: string, end: string = Key.TAB) {
    const field = await this.field(label)
    await field.clear()
    await field.sendKeys(typed, end)
  }

  /** Chooses files in a field for files. */
  attach = async (label: string, ...paths: string[]) => (await this.field(label)).sendKeys(paths.join('\n'))

  /** Gives a file to the page by an event, as dropping it or pasting it would. */
  async give(kind: 'drop' | 'paste', name: string, bytes: Buffer) {
    await this.driver.executeScript(giveFile, kind, name, bytes.toString('base64'))
  }

  async answer(group: string, field: string, value: string | null) {
    await (await this.find('[type=radio]', value === null ? 'Non' : 'Oui', group)).click()
    if (value !== null) await this.type(field, value, Key.ENTER)
  }

  /** Goes to a step by the navigation. */
  async step(name: string) {
    await (await this.find('nav a > span > span', name)).click()
    await this.heading(name)
  }

  heading = (name: string) =>
    until(
      `the heading «${name}»`,
      async () => (await this.run('return document.querySelector("h1")?.textContent')) === name,
    )

  /** Waits until these words can be seen. */
  async sees(words: string) {
    let shown = ''
    const look = async () => (shown = await this.shown()).includes(words)
    await until(`«${words}»`, look, () => shown)
  }

  /** The page's text as it is seen, each run of white space one plain space. */
  shown = async () => (await this.run<string>('return document.body.innerText')).replace(/\s+/g, ' ')

  value = async (label: string) => (await this.field(label)).getProperty('value')

  /** Presses a download button: the one file that it adds to the downloads, once it is whole. */
  async download(button: string): Promise<{ name: string; bytes: Buffer }> {
    const before = await readdir(this.downloads)
    await this.press(button)
    const name = await until(`a file of «${button}»`, async () => {
      const added = (await readdir(this.downloads)).filter((name) => !before.includes(name))
      const [first = ''] = added
      const isWhole = added.length === 1 && !/\.(?:part|wkdownload)$/.test(first)
      return isWhole && (await stat(join(this.downloads, first))).size > 0 ? first : null
    })
    return { name, bytes: await readFile(join(this.downloads, name)) }
  }
}

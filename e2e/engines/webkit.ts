import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Builder } from 'selenium-webdriver'
import type { Start } from './engine'
import { freePort, startProgram, type Running } from './process'
import { until } from './until'

/** A screen of its own that nobody sees; it chooses its number itself. */
async function startScreen(): Promise<Running & { display: string }> {
  const words = ['-displayfd', '3', '-screen', '0', '1400x1100x24', '-nolisten', 'tcp']
  const screen = startProgram(process.env.XVFB ?? 'Xvfb', words, {}, 1)
  let number = ''
  screen.child.stdio[3]?.on('data', (text: Buffer) => (number += text.toString()))
  await until('a screen', () => Promise.resolve(number.endsWith('\n')), screen.output)
  return { ...screen, display: `:${number.trim()}` }
}

/** WebKitGTK's MiniBrowser by its own driver, which gives it a session that nothing is kept of. */
export const startWebkit: Start = async (folder, downloads) => {
  await mkdir(join(folder, '.config'))
  await writeFile(join(folder, '.config', 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`)
  const screen = await startScreen()
  const port = await freePort()
  const server = startProgram(process.env.WEBKIT_DRIVER ?? 'WebKitWebDriver', [`--port=${port}`], {
    HOME: folder,
    XDG_CONFIG_HOME: join(folder, '.config'),
    DISPLAY: screen.display,
    WAYLAND_DISPLAY: '',
    GDK_BACKEND: 'x11',
    LIBGL_ALWAYS_SOFTWARE: '1',
    TZ: 'Europe/Paris',
    LANG: 'C.UTF-8',
  })
  const url = `http://127.0.0.1:${port}`
  await until('WebKitWebDriver to listen', () => fetch(`${url}/status`).then(Boolean, () => false), server.output)
  return {
    driver: await new Builder().usingServer(url).forBrowser('MiniBrowser').build(),
    stop: async () => {
      await server.stop()
      await screen.stop()
    },
  }
}

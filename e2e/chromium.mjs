import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright'
import { installPackages } from './debian.mjs'
import { findProgram } from './program.mjs'

const installed = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const onPath = () => findProgram(installed, elsewhere)

const ofPlaywright = () => (existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined)

/** Path of a Chromium: the system's, else Playwright's own (fetched when it is not here), else Debian's package. */
export function findChromium() {
  const found = process.env.CHROMIUM ?? onPath() ?? ofPlaywright()
  if (found) return found
  console.log('No Chromium on this machine: fetching one.')
  spawnSync('npx', ['playwright', 'install', 'chromium-headless-shell', 'chromium'], {
    stdio: 'inherit',
    timeout: 300_000,
    shell: process.platform === 'win32',
  })
  const fetched = ofPlaywright()
  if (fetched) return fetched
  const refusal = installPackages('chromium', 'fonts-liberation')
  const packaged = refusal === null && onPath()
  if (packaged) return packaged
  throw new Error(`No Chromium: ${refusal}. Install Chrome or Chromium, or set CHROMIUM to its path.`)
}

import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { chromium } from 'playwright'

const installed = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

function onPath() {
  const folders = (process.env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':')
  for (const name of installed)
    for (const folder of folders) if (existsSync(`${folder}/${name}`)) return `${folder}/${name}`
  return elsewhere.find((path) => existsSync(path))
}

const ofPlaywright = () => (existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined)

const isDebianRoot = () =>
  process.getuid?.() === 0 &&
  existsSync('/etc/os-release') &&
  /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'))

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
  if (isDebianRoot()) {
    execFileSync('apt-get', ['update'], { stdio: 'inherit' })
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'], {
      stdio: 'inherit',
    })
    const packaged = onPath()
    if (packaged) return packaged
  }
  throw new Error('No Chromium found or fetched. Install Chrome or Chromium, or set CHROMIUM to its path.')
}

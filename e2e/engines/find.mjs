import { installPackages } from '../debian.mjs'
import { findProgram } from '../program.mjs'

const firefoxOnPath = () =>
  process.env.FIREFOX ??
  findProgram(
    ['firefox-esr', 'firefox'],
    ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
  )

/** WebKitGTK's driver, a screen for its browser, and that browser. */
const webkitParts = () => [
  process.env.WEBKIT_DRIVER ?? findProgram(['WebKitWebDriver']),
  findProgram(['Xvfb']),
  findProgram(
    ['MiniBrowser'],
    ['x86_64', 'aarch64'].flatMap((machine) =>
      ['4.1', '6.0', '4.0'].map((version) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-${version}/MiniBrowser`),
    ),
  ),
]

function findFirefox() {
  const refusal = firefoxOnPath() ? null : installPackages('firefox-esr')
  const path = firefoxOnPath()
  if (!path) return { name: 'Firefox', missing: `no Firefox found, and ${refusal}` }
  return { name: 'Firefox', env: { FIREFOX: path } }
}

function findWebkit() {
  if (process.platform !== 'linux')
    return { name: 'WebKit', missing: 'it is driven by WebKitGTK’s driver, which is for Linux' }
  const complete = () => webkitParts().every(Boolean)
  const refusal = complete() ? null : installPackages('webkit2gtk-driver', 'xvfb', 'fonts-liberation')
  if (!complete()) return { name: 'WebKit', missing: `WebKitWebDriver, MiniBrowser or Xvfb is missing, and ${refusal}` }
  const [driver, screen] = webkitParts()
  return { name: 'WebKit', env: { WEBKIT_DRIVER: driver, XVFB: screen } }
}

/** The engines other than Chromium: what starts each, or in words why it is not here. */
export const findEngines = () => [findFirefox(), findWebkit()]

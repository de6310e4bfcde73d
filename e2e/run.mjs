import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { findChromium } from './chromium.mjs'

// test: the end-to-end tests. bench: the measures. What follows goes to Playwright as it is.
// lecture DIR: what is read in the files of that folder, held against its manifest.json.
// fabrique DIR: makes such a folder (GRAINE: the first seed, NOMBRE: how many, RESERVE=1: words and layouts held back).
const [what = 'test', ...rest] = process.argv.slice(2)
const configs = {
  test: 'e2e/playwright.config.ts',
  bench: 'e2e/bench/playwright.config.ts',
  lecture: 'e2e/bench/lecture/playwright.config.ts',
  fabrique: 'e2e/bench/lecture/fabrique/playwright.config.ts',
}

/** The folder of a measure, and where its page is built. */
function lecture() {
  const folder = rest.shift()
  if (!folder) {
    console.error(`Which folder? npm run bench:${what} -- DIR`)
    process.exit(2)
  }
  return { LECTURE: resolve(folder), LECTURE_DIST: mkdtempSync(join(tmpdir(), 'lecture-')) }
}

const more = what === 'lecture' || what === 'fabrique' ? lecture() : {}
const { status } = spawnSync('npx', ['playwright', 'test', '-c', configs[what] ?? configs.test, ...rest], {
  stdio: 'inherit',
  env: { ...process.env, ...more, CHROMIUM: findChromium() },
  shell: process.platform === 'win32',
})
if (more.LECTURE_DIST) rmSync(more.LECTURE_DIST, { recursive: true, force: true })
process.exit(status ?? 1)

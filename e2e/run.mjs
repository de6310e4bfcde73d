import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { findChromium } from './chromium.mjs'
import { findEngines } from './engines/find.mjs'

// test: the end-to-end tests. engines: those of the other engines only. bench: the measures. What follows goes to Playwright
// as it is; without anything, `test` also tries the other engines.
// lecture DIR: what is read in the files of that folder, held against its manifest.json; with --ocr
// scans are recognised.
// fabrique DIR: makes such a folder (GRAINE: the first seed, NOMBRE: how many, RESERVE=1: words and layouts held back).
const [what = 'test', ...rest] = process.argv.slice(2)

const play = (config, env) =>
  spawnSync('npx', ['playwright', 'test', '-c', `e2e/${config}playwright.config.ts`, ...rest], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  }).status ?? 1

const playChromium = (config, env = {}) => play(config, { CHROMIUM: findChromium(), ...env })

/** The engines other than Chromium: what is not here is said, and fails nothing. */
function playEngines() {
  const engines = findEngines()
  const here = engines.filter(({ missing }) => !missing)
  const status = here.length > 0 ? play('engines/', Object.assign({}, ...here.map(({ env }) => env))) : 0
  for (const { name, missing } of engines) if (missing) console.log(`\n  Not tried in ${name}: ${missing}.`)
  return status
}

/** A measure of a folder, or the making of one: its page is built where nothing else is. */
function playFolder(config) {
  const folder = rest.shift()
  if (!folder) {
    console.error(`Which folder? npm run bench:${what} -- DIR${what === 'lecture' ? ' [--ocr]' : ''}`)
    return 2
  }
  const ocr = rest.indexOf('--ocr')
  if (ocr !== -1) rest.splice(ocr, 1)
  const dist = mkdtempSync(join(tmpdir(), 'lecture-'))
  const status = playChromium(config, {
    LECTURE: resolve(folder),
    LECTURE_DIST: dist,
    LECTURE_OCR: ocr === -1 ? 'no' : 'yes',
  })
  rmSync(dist, { recursive: true, force: true })
  return status
}

const plays = {
  test: () => {
    const status = playChromium('')
    return rest.length > 0 ? status : Math.max(status, playEngines())
  },
  engines: playEngines,
  bench: () => playChromium('bench/'),
  lecture: () => playFolder('bench/lecture/'),
  fabrique: () => playFolder('bench/lecture/fabrique/'),
}
process.exit((plays[what] ?? plays.test)())

import { spawnSync } from 'node:child_process'
import { findChromium } from './chromium.mjs'

// test: the end-to-end tests. bench: the measures. What follows goes to Playwright as it is.
const [what = 'test', ...rest] = process.argv.slice(2)
const config = what === 'bench' ? 'e2e/bench/playwright.config.ts' : 'e2e/playwright.config.ts'
const { status } = spawnSync('npx', ['playwright', 'test', '-c', config, ...rest], {
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM: findChromium() },
  shell: process.platform === 'win32',
})
process.exit(status ?? 1)

import { defineConfig } from '@playwright/test'
import { settings } from '../../settings'

const { url } = settings.webServer
const { hostname, port } = new URL(url)
const built = process.env.LECTURE_DIST ?? ''
const vite = (what: string) => `npx vite ${what} e2e/bench/lecture --config vite.config.ts --outDir ${built}`

export default defineConfig({
  ...settings,
  testDir: '.',
  testMatch: 'lecture.bench.ts',
  outputDir: '../../results',
  webServer: {
    ...settings.webServer,
    cwd: '../../..',
    command: `${vite('build')} --emptyOutDir --logLevel warn && ${vite('preview')} --host ${hostname} --port ${port} --strictPort`,
    timeout: 120_000,
  },
  workers: 1,
  retries: 0,
  timeout: 3_600_000,
})

import { defineConfig } from '@playwright/test'
import { settings } from '../settings'

export default defineConfig({
  ...settings,
  testDir: '.',
  testMatch: '*.bench.ts',
  // It is given a folder, and has a command of its own.
  testIgnore: 'lecture/**',
  // Paths of the shared settings are seen from here.
  outputDir: '../results',
  webServer: { ...settings.webServer, cwd: '../..' },
  workers: 1,
  retries: 0,
  timeout: 600_000,
  expect: { timeout: 120_000 },
})

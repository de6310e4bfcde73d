import { defineConfig } from '@playwright/test'
import { settings } from './settings'

export default defineConfig({
  ...settings,
  testDir: '.',
  testMatch: '*.spec.ts',
  workers: 2,
  timeout: 120_000,
  // Shared machines stall for seconds. What fails twice has failed; what passes the second time is told as flaky.
  expect: { timeout: 15_000 },
  retries: process.env.CI ? 1 : 0,
})

import { defineConfig } from '@playwright/test'
import { settings } from './settings'

export default defineConfig({
  ...settings,
  testDir: '.',
  testMatch: '*.spec.ts',
  workers: 2,
  retries: 0,
  timeout: 60_000,
})

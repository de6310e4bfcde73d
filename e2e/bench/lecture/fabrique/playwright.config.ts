import { defineConfig } from '@playwright/test'
import { settings } from '../../../settings'

const { webServer: _none, ...own } = settings

export default defineConfig({
  ...own,
  testDir: '.',
  testMatch: 'fabrique.bench.ts',
  outputDir: '../../../results',
  workers: 1,
  retries: 0,
  timeout: 1_200_000,
})

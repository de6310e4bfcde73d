import { defineConfig, type PlaywrightTestConfig } from '@playwright/test'
import { settings } from '../settings'
import type { EngineName } from './engine'

const here: readonly EngineName[] = [
  ...(process.env.FIREFOX ? (['Firefox'] as const) : []),
  ...(process.env.WEBKIT_DRIVER ? (['WebKit'] as const) : []),
]

export default defineConfig<object, { engine: EngineName }>({
  ...(settings as PlaywrightTestConfig<object, { engine: EngineName }>),
  webServer: { ...settings.webServer, cwd: '../..' },
  outputDir: '../results/engines',
  testDir: '.',
  testMatch: 'scenario.ts',
  workers: 1,
  timeout: 300_000,
  expect: { timeout: 15_000 },
  retries: process.env.CI ? 1 : 0,
  projects: here.map((engine) => ({ name: engine, use: { engine } })),
})

import { fileURLToPath } from 'node:url'
import type { PlaywrightTestConfig } from '@playwright/test'

// Both can be set, so that two builds can be tried side by side.
const port = process.env.E2E_PORT ?? '4174'
const dist = process.env.E2E_DIST ?? 'dist'

/** What tests and measures share: the built app, served as users get it, in a real Chromium. */
export const settings = {
  outputDir: 'results',
  reporter: [['list'], [fileURLToPath(new URL('./engines/reporter.ts', import.meta.url))]],
  forbidOnly: true,
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    acceptDownloads: true,
    // It would fetch the whole app in the back of each test; those about it let it.
    serviceWorkers: 'block',
    launchOptions: {
      ...(process.env.CHROMIUM && { executablePath: process.env.CHROMIUM }),
      // Chromium refuses its sandbox to root, as in containers.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
  webServer: {
    command: `npx vite preview --host 127.0.0.1 --port ${port} --strictPort --outDir ${dist}`,
    url: `http://127.0.0.1:${port}/`,
    cwd: '..',
    reuseExistingServer: false,
  },
} satisfies PlaywrightTestConfig

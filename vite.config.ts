import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { contentSecurityPolicy, shut } from './build/contentSecurityPolicy.ts'
import { pdfAssets } from './build/pdfAssets.ts'
import { serviceWorker } from './build/serviceWorker.ts'
import { version } from './build/version.ts'
import { publishSchema } from './build/publishSchema.ts'

export default defineConfig({
  base: './',
  plugins: [react(), version, shut, pdfAssets, publishSchema, serviceWorker()],
  build: { target: 'es2022', modulePreload: { polyfill: false }, assetsInlineLimit: 0, chunkSizeWarningLimit: 1200 },
  worker: { format: 'es' },
  preview: { headers: { 'Content-Security-Policy': contentSecurityPolicy, 'X-Content-Type-Options': 'nosniff' } },
  // Shared machines stall for seconds.
  test: { include: ['src/**/*.test.ts'], environment: 'node', testTimeout: 60_000 },
})

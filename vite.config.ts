import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { contentSecurityPolicy, shut } from './src/build/contentSecurityPolicy.ts'
import { ownAssets } from './src/build/ownAssets.ts'
import { publishSchema } from './src/build/publishSchema.ts'
import { serviceWorker } from './src/build/serviceWorker.ts'
import { version } from './src/build/version.ts'

export default defineConfig({
  base: './',
  plugins: [react(), version, shut, ownAssets, publishSchema, serviceWorker()],
  build: { target: 'es2022', modulePreload: { polyfill: false }, assetsInlineLimit: 0, chunkSizeWarningLimit: 1200 },
  worker: { format: 'es' },
  preview: { headers: { 'Content-Security-Policy': contentSecurityPolicy, 'X-Content-Type-Options': 'nosniff' } },
  // Shared machines stall for seconds.
  test: { include: ['src/**/*.test.ts'], environment: 'node', testTimeout: 60_000 },
})

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { contentSecurityPolicy, shut } from './src/build/contentSecurityPolicy.ts'
import { firstScreen } from './src/build/firstScreen.ts'
import { frenchSpaces } from './src/build/frenchSpaces.ts'
import { inlineWorkers, oneFile, oneFileFolder } from './src/build/oneFile.ts'
import { ownAssets } from './src/build/ownAssets.ts'
import { publishSchema } from './src/build/publishSchema.ts'
import { serviceWorker } from './src/build/serviceWorker.ts'
import { version } from './src/build/version.ts'

const target = 'es2022'
const modulePreload = { polyfill: false } as const
/** What the first screen needs comes in three files, React, the work and the screens: dozens would each wait their turn. */
const together = {
  output: {
    codeSplitting: {
      groups: [
        // Vite's own, which the very first script needs.
        { name: 'preload', test: /vite\/preload-helper|rolldown.runtime/, priority: 4 },
        { name: 'react', test: /node_modules\/(?:react|react-dom|scheduler)\//, priority: 3 },
        { name: 'travail', test: /src\/wizard\/poste\/travail\.ts/, priority: 2, includeDependenciesRecursively: true },
        { name: 'premier', test: /src\/wizard\/begin\.tsx/, priority: 1, includeDependenciesRecursively: true },
      ],
    },
  },
}
const whole = { output: { codeSplitting: false } } as const

/** `--mode fichier` makes one HTML file of the app, anything else a folder for a web server. */
export default defineConfig(({ mode }) =>
  mode === 'fichier'
    ? {
        plugins: [frenchSpaces, react(), version, inlineWorkers, oneFile],
        publicDir: false,
        build: {
          target,
          outDir: oneFileFolder,
          modulePreload: false,
          assetsInlineLimit: Infinity,
          cssCodeSplit: false,
          chunkSizeWarningLimit: Infinity,
          rolldownOptions: whole,
        },
        // A module's worker does not start from a disk.
        worker: { format: 'iife', plugins: () => [frenchSpaces], rolldownOptions: whole },
      }
    : {
        base: './',
        plugins: [frenchSpaces, react(), version, firstScreen, shut, ownAssets, publishSchema, serviceWorker()],
        build: { target, modulePreload, assetsInlineLimit: 0, chunkSizeWarningLimit: 1200, rolldownOptions: together },
        worker: { format: 'es', plugins: () => [frenchSpaces] },
        preview: { headers: { 'Content-Security-Policy': contentSecurityPolicy, 'X-Content-Type-Options': 'nosniff' } },
        // Shared machines stall for seconds.
        test: { include: ['src/**/*.test.ts'], environment: 'node', testTimeout: 60_000 },
      },
)

import { defineConfig } from 'vite'
import { pages } from './build/pages.ts'
import { placeOf } from './build/place.ts'

const { base, siteUrl } = placeOf(process.env)

export default defineConfig({
  base,
  plugins: [pages({ catalogFolder: process.env['CATALOG'] ?? 'catalog', siteUrl })],
  build: {
    // Pages are written by our plugin, thousands of them: nothing to report for each.
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
    // The 3D viewer, which nobody fetches who does not ask for it; tests/e2e keeps the rest small.
    chunkSizeWarningLimit: 1100,
  },
  css: {
    preprocessorOptions: {
      scss: {
        // Bootstrap 5.3 is written with them; our own files are not.
        silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'],
        quietDeps: true,
      },
    },
  },
})

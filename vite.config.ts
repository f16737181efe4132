import { defineConfig } from 'vite'
import { pages } from './generator/pages.ts'
import { placeOf } from './generator/place.ts'

const { base, siteUrl } = placeOf(process.env)

// Sizes are for the few pages that read or convert them, and normalizing is for those with forms.
const SHARED =
  /node_modules\/jquery\/|src\/js\/(cart|catalog|lib|site)\/(?!size|normalize|email)|vite\/preload-helper/

export default defineConfig({
  base,
  plugins: [pages({ catalogFolder: process.env['CATALOG'] ?? 'catalog', siteUrl })],
  build: {
    // Pages are written by our plugin, thousands of them: nothing to report for each.
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
    // The 3D viewer, which nobody fetches who does not ask for it; tests/e2e keeps the rest small.
    chunkSizeWarningLimit: 1100,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What several pages share comes in one file, not in ten small ones: a request costs more
          // than the few bytes of it that a page does without. What two pages need that is large
          // (checkout's schemas, the size charts) stays out of it.
          groups: [{ name: 'site', test: SHARED, minShareCount: 2 }],
        },
      },
    },
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

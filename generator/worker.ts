import { createHash } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import type { WorkerManifest } from '../src/worker/manifest.ts'
import type { Catalogue } from './catalog/catalogue.ts'

/** Pages of each market that work from the first visit on, without a network. */
const PAGES = ['', 'shop/', 'cart/', 'checkout/', 'size-guide/', 'offline/']

/** What is larger is kept only once it was asked for: the first visit should not cost megabytes. */
const MOST_BYTES = 2_000_000

const PLACEHOLDER = 'img/placeholder-shoe.svg'

/** What the worker is made for. */
export interface WorkerOptions {
  /** The project's folder. */
  readonly root: string
  /** Where the site was written. */
  readonly output: string
  readonly base: string
  readonly version: string
  readonly catalogue: Catalogue
  /** What Vite bundled, paths under `output`. */
  readonly assets: readonly string[]
}

/** Name a version of the shop by what pages are made of: the catalogue and the bundled files. */
export function versionOf(texts: readonly string[]): string {
  return texts
    .reduce((hash, text) => hash.update(text), createHash('sha256'))
    .digest('base64url')
    .slice(0, 10)
}

/**
 * Write the service worker, `sw.js`, once all it keeps has been written. It is bundled by itself,
 * since a worker that imports files is not understood by every browser.
 */
export async function writeWorker(options: WorkerOptions): Promise<void> {
  const { root, output } = options
  const result = await build({
    configFile: false,
    root,
    logLevel: 'error',
    define: {
      __MANIFEST__: JSON.stringify(await manifestOf(options)),
      // Workbox chatters in the console otherwise.
      'process.env.NODE_ENV': '"production"',
    },
    build: {
      write: false,
      copyPublicDir: false,
      lib: { entry: join(root, 'src/worker/worker.ts'), name: 'worker', formats: ['iife'] },
    },
  })
  const [first] = [result].flat()
  const chunk = first !== undefined && 'output' in first ? first.output[0] : undefined
  if (chunk === undefined) throw new Error('The service worker was not bundled')
  await writeFile(join(output, 'sw.js'), chunk.code)
}

async function manifestOf(options: WorkerOptions): Promise<WorkerManifest> {
  const { output, base, version, catalogue, assets } = options
  const prefixes = catalogue.markets.map(({ prefix }) => prefix)
  const files = [
    ...prefixes.flatMap((prefix) => PAGES.map((page) => `${prefix}${page}`)),
    ...catalogue.markets.flatMap(({ locale }) =>
      ['catalogue', 'search'].map((name) => `data/${name}.${locale}.json`),
    ),
    PLACEHOLDER,
    'img/favicon.svg',
  ]
  const shell = await Promise.all(files.map((file) => entryOf(output, base, file)))
  return {
    version,
    base,
    shell: shell.filter((entry) => entry !== undefined),
    assets: assets.map((file) => base + file),
    fallbacks: prefixes
      .toSorted((a, b) => b.length - a.length)
      .map((prefix) => ({ prefix: base + prefix, url: `${base}${prefix}offline/` })),
    placeholder: base + PLACEHOLDER,
  }
}

async function entryOf(
  output: string,
  base: string,
  file: string,
): Promise<WorkerManifest['shell'][number] | undefined> {
  const path = join(output, file === '' || file.endsWith('/') ? `${file}index.html` : file)
  if ((await stat(path)).size > MOST_BYTES) return undefined
  return { url: base + file, revision: versionOf([await readFile(path, 'utf8')]) }
}

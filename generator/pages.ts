import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Logger, Plugin, ResolvedConfig, Rolldown } from 'vite'
import {
  createAssets,
  RETRY,
  sheetEntry,
  STYLES,
  stylesheetsIn,
  type Bundled,
} from './bundled-files.ts'
import { serveInDev } from './dev-server.ts'
import { readPageFiles } from './page-files.ts'
import { precompress, type PrecompressSetting } from './precompress.ts'
import { purgeStylesheet } from './purge-css.ts'
import { writeSharePictures } from './share-pictures.ts'
import type { SiteFile } from './feeds/site-file.ts'
import { loadShop, type Shop } from './shop.ts'
import { bundleStartScript } from './start-script.ts'
import { versionOf, writeWorker } from './worker.ts'

/** Pages written at the same time: enough to keep the disk busy. */
const BATCH = 64

/** Notes about pictures listed one by one; more would hide the first. */
const MOST_NOTES = 8

/** How to find the catalogue and the site's address; both from the environment. */
export interface PagesOptions {
  readonly catalogFolder: string
  readonly siteUrl: string
}

/**
 * The static site as a Vite plugin. Vite bundles what pages load, once; the pages themselves are
 * filled from templates afterwards and written straight to disk, so that their cost grows with
 * their number and the bundler never sees them.
 */
export function pages({ catalogFolder, siteUrl }: PagesOptions): Plugin {
  let config: ResolvedConfig
  let shop: Shop | undefined
  const load = async (): Promise<Shop> =>
    loadShop({
      root: config.root,
      catalogFolder: resolve(config.root, catalogFolder),
      publicFolder: config.publicDir,
      place: { base: config.base, siteUrl },
      startScript: await bundleStartScript(config.root),
      isDev: config.command === 'serve',
    })

  return {
    name: 'cinder:pages',
    config: ({ root = process.cwd() }) => ({
      appType: 'mpa',
      build: { rolldownOptions: { input: entries(root) } },
      optimizeDeps: { entries: ['src/js/pages/*.ts'] },
    }),
    async configResolved(resolved) {
      config = resolved
      // Report mistakes in the catalogue before anything slow begins.
      if (config.command !== 'build') return
      shop = await load()
      warnOfPictures(config.logger, shop.missingPictures)
      warnOfNotes(config.logger, shop.notes)
    },
    generateBundle: {
      // After Vite's own, which puts the style sheet into the bundle.
      order: 'post',
      async handler(_, bundle) {
        const sheets = stylesheetsIn(bundle)
        // All before the first goes: each needs to know what the others read.
        const purged = await Promise.all(
          sheets.map((sheet) => purgeStylesheet(config.root, bundle, sheet)),
        )
        for (const file of purged) this.emitFile({ type: 'asset', ...file })
        // Rolldown takes no other name for a file, but takes another file.
        for (const { fileName } of sheets) Reflect.deleteProperty(bundle, fileName)
      },
    },
    async writeBundle({ dir }, bundle) {
      if (shop === undefined || dir === undefined) return
      const moduleInfo = (id: string): Rolldown.ModuleInfo | null => this.getModuleInfo(id)
      await writeSite({ shop, dir, bundle, config, moduleInfo })
    },
    configureServer: (server) => serveInDev(server, { load, catalogFolder }),
  }
}

function toSetting(text: string | undefined): PrecompressSetting {
  return text === '0' || text === '1' ? text : undefined
}

function tellOfCompression(logger: Logger, files: number): void {
  logger.info(
    `${String(files)} files are not compressed. Most hosts compress by themselves; ` +
      'for nginx, run PRECOMPRESS=1 npm run build.',
  )
}

function warnOfPictures(logger: Logger, missing: readonly string[]): void {
  if (missing.length === 0) return
  const first = missing.slice(0, 3).join(', ')
  logger.warn(
    `${String(missing.length)} colorways have no pictures yet (${first}…): run npm run pictures`,
  )
}

function warnOfNotes(logger: Logger, notes: readonly string[]): void {
  const listed = notes.slice(0, MOST_NOTES)
  const rest = notes.length - listed.length
  for (const note of listed) logger.warn(note)
  if (rest > 0) logger.warn(`… and ${String(rest)} more like these`)
}

function entries(root: string): Record<string, string> {
  const pageFiles = readPageFiles(root)
  const scripts = pageFiles.map(({ script }) => [script, `src/js/pages/${script}.ts`])
  const sheets = pageFiles.flatMap(({ styles }) =>
    styles === undefined ? [] : [[sheetEntry(styles), `src/css/sheets/${styles}.scss`]],
  )
  return {
    ...(Object.fromEntries([...scripts, ...sheets]) as Record<string, string>),
    [STYLES]: 'src/css/main.scss',
    [RETRY]: 'src/page-start/retry.ts',
  }
}

async function writeShop(
  shop: Shop,
  folder: string,
  assetsFor: ReturnType<typeof createAssets>,
): Promise<void> {
  for (let first = 0; first < shop.pages.length; first += BATCH) {
    const batch = shop.pages.slice(first, first + BATCH)
    await Promise.all(
      batch.map((page) => {
        const { path, render } = page
        const file = path === '' || path.endsWith('/') ? `${path}index.html` : path
        return write(folder, { path: file, text: render(assetsFor(page)) })
      }),
    )
  }
}

async function writeFiles(folder: string, files: readonly SiteFile[]): Promise<void> {
  await Promise.all(files.map((file) => write(folder, file)))
}

async function write(folder: string, { path, text }: SiteFile): Promise<void> {
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
}

interface Written {
  readonly shop: Shop
  readonly dir: string
  readonly bundle: Rolldown.OutputBundle
  readonly config: ResolvedConfig
  readonly moduleInfo: Bundled['moduleInfo']
}

/** Write everything that Vite has not bundled; the worker, which lists the rest, nearly last. */
async function writeSite({ shop, dir, bundle, config, moduleInfo }: Written): Promise<void> {
  const { base, root, logger } = config
  const { catalogue } = shop
  const files = shop.files()
  const assets = Object.keys(bundle)
  const version = versionOf([...files.map(({ text }) => text), ...assets])
  await writeShop(shop, dir, createAssets({ base, bundle, version, moduleInfo }))
  await writeFiles(dir, files)
  await writeWorker({ root, output: dir, base, version, catalogue, assets })
  await writeSharePictures(root, dir, shop.sharePictures)
  const compressed = await precompress(dir, toSetting(process.env['PRECOMPRESS']))
  if (!compressed.isDone) tellOfCompression(logger, compressed.files)
}

import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { loadShop } from '../../../generator/shop.ts'
import { bundleStartScript } from '../../../generator/start-script.ts'
import type { PageAssets } from '../../../generator/page-model.ts'
import { serve } from '../../../scripts/serve.mjs'
import { DIST, laterFilesIn, startedFiles, tagsOf } from '../../support/built-site.ts'
import { test as base } from './test.ts'

const ROOT = join(import.meta.dirname, '../../..')
const FIXTURES = join(ROOT, 'tests/fixtures')
const startScript = await bundleStartScript(ROOT)

/**
 * The pictures of the small catalog: all views of the Swift in ember, two in slate without the
 * largest size, and none of the Mud Lark.
 */
const PICTURES: Readonly<Record<string, readonly string[]>> = {
  'swift/ember': ['side', 'three-quarter', 'sole', 'top', 'pins'],
  'swift/slate': ['side', 'sole'],
  'steel-pins/steel': ['side'],
}
const NO_LARGEST = 'swift/slate'

const GREYS = ['#d9d4cb', '#cbd4d9', '#d4cbd9', '#d9cbcb', '#cbd9cd']

/**
 * A shop with the small catalog and its own pictures and 3D model, independent of the real ones.
 */
export interface FixtureSite {
  readonly url: string
  /** Its files, for tests that damage some. */
  readonly folder: string
  close(): Promise<void>
}

async function makeFixtureSite(): Promise<FixtureSite> {
  const folder = mkdtempSync(join(tmpdir(), 'cinder-gallery-'))
  cpSync(join(ROOT, 'public'), folder, {
    recursive: true,
    filter: (file) => !/[\\/](products|models)$/.test(file),
  })
  cpSync(join(FIXTURES, 'models'), join(folder, 'models'), { recursive: true })
  await writePictures(folder)
  // Vite's bundles don't depend on the catalog.
  symlinkSync(join(DIST, 'assets'), join(folder, 'assets'))
  writePages(folder)
  const server = await serve({ dir: folder, port: 0, base: '/' })
  return {
    url: server.url,
    folder,
    close: async () => {
      await server.close()
      rmSync(folder, { recursive: true })
    },
  }
}

async function writePictures(folder: string): Promise<void> {
  for (const [colourway, views] of Object.entries(PICTURES)) {
    for (const [index, view] of views.entries()) {
      const stem = join(folder, 'img/products', colourway, view)
      mkdirSync(dirname(stem), { recursive: true })
      const background = GREYS[index]!
      const picture = (width: number): Sharp =>
        sharp({ create: { width, height: (width * 3) / 4, channels: 3, background } })
      const widths = colourway === NO_LARGEST ? [400, 800] : [400, 800, 1600]
      for (const width of widths)
        await picture(width).avif({ effort: 0 }).toFile(`${stem}-${width}.avif`)
      await picture(800).webp().toFile(`${stem}-800.webp`)
    }
  }
}

function writePages(folder: string): void {
  const shop = loadShop({
    root: ROOT,
    catalogFolder: join(FIXTURES, 'catalogue'),
    publicFolder: folder,
    place: { base: '/', siteUrl: '' },
    startScript,
    isDev: false,
  })
  for (const { path, script, render } of shop.pages) {
    write(join(folder, path.endsWith('/') || path === '' ? `${path}index.html` : path), () =>
      render(assetsOf(script)),
    )
  }
  for (const { path, text } of shop.files()) write(join(folder, path), () => text)
}

function write(file: string, text: () => string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text())
}

const BUILT_WITH: Readonly<Record<string, string>> = {
  shop: 'shop/index.html',
  cart: 'cart/index.html',
  checkout: 'checkout/index.html',
  'size-guide': 'size-guide/index.html',
  content: 'index.html',
}

/** Read the files that a page loads from the real build. */
function assetsOf(script: string): PageAssets {
  const file = BUILT_WITH[script] ?? realProductPage()
  const html = readFileSync(join(DIST, file), 'utf8')
  const tags = tagsOf(html)
  const hrefs = (rel: string): string[] =>
    tags
      .filter(({ attributes }) => attributes.get('rel') === rel)
      .map(({ attributes }) => attributes.get('href') ?? '')
  return {
    ...startedFiles(tags),
    later: laterFilesIn(html),
    stylesheet: hrefs('stylesheet')[0] ?? '',
    pageStylesheet: hrefs('stylesheet')[1] ?? null,
    font: hrefs('preload')[0] ?? null,
    version: 'fixture',
    isBuilt: true,
  }
}

function realProductPage(): string {
  const shop = readFileSync(join(DIST, 'shop/index.html'), 'utf8')
  const slug = /href="\/products\/([\w-]+)\/"/.exec(shop)?.[1] ?? ''
  return `products/${slug}/index.html`
}

/** Playwright's `test` with a site of the small catalog. */
export const test = base.extend<object, { site: FixtureSite }>({
  site: [
    // eslint-disable-next-line no-empty-pattern -- Playwright requires a pattern, even an empty one.
    async ({}, use) => {
      const site = await makeFixtureSite()
      await use(site)
      await site.close()
    },
    { scope: 'worker' },
  ],
})

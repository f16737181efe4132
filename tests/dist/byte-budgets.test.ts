import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import {
  DIST,
  fileOf,
  readPages,
  startedFiles,
  tagsOf,
  type BuiltPage,
  type PageKind,
  type Tag,
} from '../support/built-site.ts'

const IMAGES = join(import.meta.dirname, '../../public/img')
const KB = 1000

/** What a page loads before it can be used, in KB as Brotli sends it. */
interface Weight {
  readonly html: number
  readonly css: number
  readonly js: number
}

/**
 * About 15 % above what was measured on 24 November 2026: raise one only on purpose. The style sheet
 * has less room: with its headers it fits into the ten packets that a server sends at once.
 */
const BUDGETS: Readonly<Record<PageKind, Weight>> = {
  home: { html: 6, css: 13.25, js: 24 },
  shop: { html: 16, css: 13.25, js: 34 },
  // Three facets more than in the beginning: surface, level and plate stiffness.
  event: { html: 9.1, css: 13.25, js: 34 },
  product: { html: 11, css: 13.25, js: 35 },
  cart: { html: 5.2, css: 13.25, js: 27 },
  team: { html: 7.4, css: 13.25, js: 46 },
  // With every country, the schema library, and every word of four ways to hand an order over.
  checkout: { html: 10, css: 13.25, js: 46.5 },
  'order-sheet': { html: 6, css: 13.25, js: 41 },
  'size-guide': { html: 5, css: 13.25, js: 25 },
  // Delivery has a table of ways and prices.
  content: { html: 4.6, css: 13.25, js: 24 },
}

/** What was promised for the whole catalogue on one page. */
const SHOP_LIMIT: Weight = { html: 25, css: 22, js: 50 }

const PICTURES = [
  { width: 400, limitKb: 9 },
  { width: 800, limitKb: 22 },
  { width: 1600, limitKb: 60 },
] as const

const sizes = new Map<string, number>()

/**
 * The size of a file in KB as Brotli sends it. Pages are many, so theirs is what the build has
 * compressed; scripts and styles are compressed here at Brotli's best.
 */
function sizeOf(file: string): number {
  const known = sizes.get(file)
  if (known !== undefined) return known
  const path = join(DIST, file)
  const bytes = file.endsWith('.html') && existsSync(`${path}.br`)
    ? statSync(`${path}.br`).size
    : brotliCompressSync(readFileSync(path)).length
  const size = bytes / KB
  sizes.set(file, size)
  return size
}

function isStylesheet({ attributes }: Tag): boolean {
  return attributes.get('rel') === 'stylesheet'
}

function weigh(page: BuiltPage): Weight {
  const tags = tagsOf(page.html)
  const total = (addresses: readonly string[]): number => {
    const files = new Set(addresses.map((one) => fileOf(new URL(one, 'https://shop.test'))))
    return [...files].reduce((sum, file) => sum + sizeOf(file), 0)
  }
  const sheets = tags.filter(isStylesheet).map(({ attributes }) => attributes.get('href') ?? '')
  const { script, preloads } = startedFiles(tags)
  return { html: sizeOf(page.file), css: total(sheets), js: total([script, ...preloads]) }
}

function heaviest(kind: PageKind): Weight {
  const weights = readPages()
    .filter((page) => page.kind === kind)
    .map(weigh)
  const most = (part: keyof Weight): number =>
    Number(Math.max(...weights.map((weight) => weight[part])).toFixed(1))
  return { html: most('html'), css: most('css'), js: most('js') }
}

function excess(weight: Weight, limit: Weight): readonly string[] {
  const parts = ['html', 'css', 'js'] as const
  return parts
    .filter((part) => weight[part] > limit[part])
    .map((part) => `${part}: ${weight[part]} KB, more than ${limit[part]} KB`)
}

for (const [kind, budget] of Object.entries(BUDGETS)) {
  test(`a ${kind} page is no heavier than it was`, () => {
    const weight = heaviest(kind as PageKind)

    expect(excess(weight, budget)).toEqual([])
  })
}

test('the shop page keeps its promise', () => {
  expect(excess(heaviest('shop'), SHOP_LIMIT)).toEqual([])
})

test('pictures are light at each width', () => {
  const files = readdirSync(IMAGES, { recursive: true, encoding: 'utf8' })
  const heavy = PICTURES.flatMap(({ width, limitKb }) =>
    files
      .filter((file) => file.endsWith(`side-${width}.avif`))
      .map((file) => ({ file, kb: statSync(join(IMAGES, file)).size / KB }))
      .filter(({ kb }) => kb > limitKb)
      .map(({ file, kb }) => `${file}: ${kb.toFixed(1)} KB, more than ${limitKb} KB`),
  )

  expect(heavy).toEqual([])
})

test('all pictures together are at most 60 MB', () => {
  const files = readdirSync(IMAGES, { recursive: true, encoding: 'utf8' })
  const bytes = files.reduce((sum, file) => sum + statSync(join(IMAGES, file)).size, 0)

  expect(bytes / (KB * KB)).toBeLessThan(60)
})

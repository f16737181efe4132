import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { CatalogueFolder, REAL_CATALOGUE, ROOT } from '../tests/fixtures/catalogue-folder.ts'
import { readCatalogue } from '../src/js/catalog/catalogue-file.ts'
import type { PageAssets } from './page-model.ts'
import { createRender } from './render.ts'
import { loadShop, type Shop } from './shop.ts'
import { makeSite } from '../tests/fixtures/site.ts'

const ASSETS: PageAssets = {
  script: '/spikes/assets/page.js',
  preloads: [],
  later: {},
  retry: '/retry.js',
  stylesheet: '/spikes/assets/styles.css',
  font: null,
  version: 'v1',
  isBuilt: true,
}
const PLACE = { base: '/spikes/', siteUrl: 'https://cinder.example' }

/** Texts that an owner may type, paste, or receive from a brand. */
const HOSTILE = {
  name: `<script>alert(1)</script>"><img src=x onerror='alert(2)'> & Söhne 👟 عداء`,
  summary: `</script><script>alert(3)</script> {{ site.name }} {% raw %} \${x} "quoted" 'too'`,
  description: `<!-- <script>alert(4)</script> --> ]]> &lt; &amp; \u2028 مرحبا 👩‍👧‍👦 \\u003c`,
  colour: `Red "<b>alert(5)</b>"`,
  long: 'Ł'.repeat(200),
}

const folder = new CatalogueFolder(REAL_CATALOGUE)
afterAll(() => {
  folder.delete()
})

/** Write texts into a file of the copied catalogue, correctly quoted. */
function set(file: string, texts: readonly [path: (string | number)[], text: string][]): void {
  const document = parseDocument(folder.read(file))
  for (const [path, text] of texts) document.setIn(path, text)
  folder.write(file, document.toString())
}

function load(): Shop {
  set('products/kite-100.yaml', [
    [['name'], HOSTILE.name],
    [['summary'], HOSTILE.summary],
    [['description'], HOSTILE.description],
    [['colours', 0, 'name'], HOSTILE.colour],
  ])
  set('products/spike-key.yaml', [[['name'], HOSTILE.long]])
  set('brands.yaml', [[['kestrel', 'name'], '<i>Kestrel</i>']])
  set('shop.yaml', [[['name'], 'Cinder & <Sons>']])
  return loadShop({
    root: ROOT,
    catalogFolder: folder.path,
    place: PLACE,
    startScript: 'start()',
    isDev: false,
  })
}

const shop = load()
const pages = new Map(shop.pages.map(({ path, render }) => [path, render(ASSETS)]))
const hostile = pages.get('products/kite-100/')!

/** The content of a page's JSON blocks. */
function jsonBlocks(html: string): unknown[] {
  const blocks = html.matchAll(/<script type="application\/(?:ld\+)?json"[^>]*>(.*?)<\/script>/gs)
  return [...blocks].map(([, text]) => JSON.parse(text!) as unknown)
}

describe('a text from the catalogue', () => {
  test('never becomes a script, a picture or any other markup, on any page', () => {
    for (const [path, html] of pages) {
      expect(html.match(/<script>alert|<img src=x|<b>alert|<i>Kestrel|<Sons>/g), path).toBeNull()
    }
  })

  test('is shown as it was written', () => {
    expect(hostile).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(hostile).toContain('&amp; Söhne 👟 عداء')
    expect(hostile).toContain('{{ site.name }} {% raw %} ${x} &#34;quoted&#34;')
    expect(pages.get('products/spike-key/')).toContain(HOSTILE.long)
  })

  test('never ends an attribute: every quote is escaped', () => {
    const content = /<meta name="description" content="([^"]*)">/.exec(hostile)?.[1]
    expect(content).toContain('&#34;quoted&#34;')
    expect(content).toContain('&lt;/script&gt;')
  })

  test('reaches scripts and search engines exactly as it was written', () => {
    const [product, ...others] = jsonBlocks(hostile)
    expect(product).toMatchObject({ name: HOSTILE.name })
    expect((product as { colours: { name: string }[] }).colours[0]?.name).toBe(HOSTILE.colour)
    const described = others.flatMap((one) => (one as { '@graph'?: unknown[] })['@graph'] ?? [])
    expect(described).toContainEqual(
      expect.objectContaining({ name: HOSTILE.name, description: HOSTILE.description }),
    )
  })

  test('does not break the JSON of any page', () => {
    for (const [path, html] of pages) {
      expect(jsonBlocks(html).length, path).toBeGreaterThan(0)
      const opened = html.match(/<script type="application\/(ld\+)?json"/g)
      expect(jsonBlocks(html), path).toHaveLength(opened!.length)
    }
  })

  test('does not break the files beside the pages', () => {
    const files = new Map(shop.files().map(({ path, text }) => [path, text]))
    const products = readCatalogue(JSON.parse(files.get('data/catalogue.en.json')!))
    expect(products.map(({ name }) => name)).toContain(HOSTILE.name)
    expect(files.get('manifest.webmanifest')).toContain('Cinder & <Sons>')
  })
})

test('only colours without pictures are reported to the owner', () => {
  expect(shop.missingPictures).toContain('kite-100/red-b-alert-5-b')
  expect(shop.missingPictures).not.toContain('kite-100/slate')
})

describe('a page', () => {
  test('is one document with one main heading, one main and one title', () => {
    for (const [path, html] of pages) {
      expect(html, path).toMatch(/^<!doctype html>/)
      for (const tag of ['<h1[ >]', '<main[ >]', '<title>']) {
        expect(html.match(new RegExp(tag, 'g')), `${path} ${tag}`).toHaveLength(1)
      }
    }
  })

  test('contains no “undefined” or other missing value', () => {
    for (const [path, html] of pages) {
      const text = html.replace(/<(script|style|svg)\b.*?<\/\1>/gs, '').replace(/<[^>]*>/g, ' ')
      expect(/\b(undefined|NaN|\[object Object\])\b/.exec(text)?.[0], path).toBeUndefined()
    }
  })

  test('only links to existing pages and files under the site’s folder', () => {
    const known = new Set([...pages.keys()].map((path) => `/spikes/${path}`))
    for (const [path, html] of pages) {
      const links = [...html.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)].map(([, href]) => href!)
      expect(links.length, path).toBeGreaterThan(0)
      for (const href of links) {
        if (/^(#|mailto:|tel:|https:)/.test(href)) continue
        const target = href.replace(/[?#].*$/, '')
        const isFile = existsSync(join(ROOT, 'public', target.replace('/spikes/', '')))
        expect(known.has(target) || isFile, `${path} links to ${href}`).toBe(true)
      }
    }
  })

  test('loads nothing from other sites', () => {
    for (const [path, html] of pages) {
      const loaded = html.matchAll(/<(?:script|img|source|link)\b[^>]*\s(?:src|href)="([^"]*)"/g)
      for (const [tag, address] of loaded) {
        if (tag.includes('rel="canonical"')) continue
        expect(address, path).toMatch(/^\/spikes\//)
      }
    }
  })

  test('draws exactly the pins in the model’s catalogue file', () => {
    const wells = (slug: string): number =>
      pages.get(`products/${slug}/`)!.match(/<circle class="plate-diagram__pin"/g)?.length ?? 0
    expect([wells('kite-100'), wells('tsuru-l')]).toEqual([7, 11])
  })
})

describe('a second market', () => {
  test('has all pages again in its folder, with links that stay there', () => {
    const copy = new CatalogueFolder()
    const second =
      'markets:\n  - { locale: en, prefix: xx/, currency: CNY, country: CN, size-system: eu }'
    copy.replace('shop.yaml', 'markets:', second)
    const both = loadShop({
      root: ROOT,
      catalogFolder: copy.path,
      place: PLACE,
      startScript: 'start()',
      isDev: false,
    })
    copy.delete()
    const paths = both.pages.map(({ path }) => path)
    const own = paths.filter((path) => !path.startsWith('xx/'))
    expect(paths.filter((path) => path.startsWith('xx/'))).toEqual(own.map((path) => `xx/${path}`))
    const html = both.pages.find(({ path }) => path === 'xx/products/swift/')!.render(ASSETS)
    expect(html).toContain('CN¥999.00')
    expect(html).toContain('href="/spikes/xx/size-guide/"')
    expect(html).toContain('https://cinder.example/spikes/xx/products/swift/')
  })
})

describe('a market of another country or language', () => {
  function loadWith(from: string, to: string): Shop {
    const copy = new CatalogueFolder().replace('shop.yaml', from, to)
    try {
      const options = { root: ROOT, place: PLACE, startScript: 'start()', isDev: false }
      return loadShop({ ...options, catalogFolder: copy.path })
    } finally {
      copy.delete()
    }
  }

  test('is built where there are words in its language', () => {
    const { pages: all } = loadWith('country: US', 'country: DE')
    const cart = all.find(({ path }) => path === 'cart/')!.render(ASSETS)
    expect(cart).toContain('<html lang="en-DE"')
    expect(cart).toContain('Shipping to: Germany.')
  })

  test('without words in its language is named, with the line and what to add', () => {
    expect(() => loadWith('locale: en', 'locale: de')).toThrow(
      /shop\.yaml:\d+\n +markets\.0\.locale: "de" has no words: src\/locales\/de\.json is missing\n.*copy src\/locales\/en\.json/,
    )
  })
})

describe('a mistake in a template', () => {
  const render = createRender(ROOT, makeSite(), true)

  test('names the page it was made for', () => {
    expect(() => render('pages/cart/index.html', {})).toThrow(/^pages\/cart\/index\.html: .*page/s)
  })

  test('names a page that does not exist', () => {
    expect(() => render('pages/nowhere.html', {})).toThrow('pages/nowhere.html')
  })
})

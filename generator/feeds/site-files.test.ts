import { describe, expect, test } from 'vitest'
import { ROOT } from '../../tests/fixtures/catalogue-folder.ts'
import { ALL_PICTURES, CHINA, makeSite } from '../../tests/fixtures/site.ts'
import { readCatalogue } from '../../src/js/catalog/catalogue-file.ts'
import { createLookup, type ProductData } from '../../src/js/catalog/product-data.ts'
import { marketFiles, siteFiles } from './site-files.ts'
import { sitemapFiles } from './sitemap.ts'
import { readPageFiles } from '../page-files.ts'
import { routesOf } from '../routes.ts'

const PLACE = { base: '/spikes/', siteUrl: 'https://cinder.example' }
const main = makeSite({ place: PLACE })
const china = makeSite({ place: PLACE, market: CHINA })

/** The text of one of the site's files. */
function file(path: string, sites = [main, china]): string {
  const files = siteFiles(
    sites.map((site) => ({ site, routes: routesOf(site, readPageFiles(ROOT)) })),
  )
  return files.find((one) => one.path === path)!.text
}

describe('the sitemap', () => {
  const urls = [...file('sitemap.xml').matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => url!)

  test('lists every page of every market once, with its full address', () => {
    expect(urls).toContain('https://cinder.example/spikes/')
    expect(urls).toContain('https://cinder.example/spikes/products/swift/')
    expect(urls).toContain('https://cinder.example/spikes/xx/events/sprint/')
    expect(new Set(urls).size).toBe(urls.length)
    expect(urls).toHaveLength(
      2 * routesOf(main, readPageFiles(ROOT)).filter(({ isIndexed }) => isIndexed).length,
    )
  })

  test('lists no cart, no checkout and no error page', () => {
    expect(urls.filter((url) => /cart|checkout|404/.test(url))).toEqual([])
  })

  test('is XML that follows its standard', () => {
    const text = file('sitemap.xml')
    expect(text).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<urlset xmlns="http:\/\/www\.sitemaps\.org/,
    )
    expect(text.trim()).toMatch(/<\/urlset>$/)
  })

  test('shows search engines the pictures of a model', () => {
    const site = makeSite({ place: PLACE, pictures: ALL_PICTURES })
    const entry = /<url><loc>[^<]*\/swift\/<\/loc>(.*)<\/url>/.exec(file('sitemap.xml', [site]))![1]
    expect(entry!.match(/<image:loc>/g)).toHaveLength(2)
    expect(entry).toContain(
      '<image:image><image:loc>https://cinder.example/spikes/img/products/swift/ember/side-800.webp<',
    )
  })

  test('is split above 50,000 pages', () => {
    const entries = Array.from({ length: 50_001 }, (_, index) => ({
      url: `https://cinder.example/${index}`,
      pictures: [],
    }))
    const files = sitemapFiles(entries, (path) => `https://cinder.example/${path}`)
    expect(files.map(({ path }) => path)).toEqual(['sitemap.xml', 'sitemap-1.xml', 'sitemap-2.xml'])
    expect(files[0]!.text).toContain('<sitemap><loc>https://cinder.example/sitemap-2.xml</loc>')
    expect(files[2]!.text.match(/<url>/g)).toHaveLength(1)
  })

  test('escapes characters that are special in XML', () => {
    const site = makeSite({ place: { base: '/a&b/', siteUrl: 'https://cinder.example' } })
    expect(file('sitemap.xml', [site])).toContain('<loc>https://cinder.example/a&amp;b/</loc>')
  })
})

describe('robots.txt', () => {
  test('allows everything and links to the sitemap', () => {
    expect(file('robots.txt')).toBe(
      'User-agent: *\nAllow: /\n\nSitemap: https://cinder.example/spikes/sitemap.xml\n',
    )
  })

  test('has no sitemap if the site’s address is unknown', () => {
    expect(file('robots.txt', [makeSite()])).not.toContain('Sitemap')
  })
})

describe('the manifest', () => {
  test('starts and stays under the site’s own folder', () => {
    const manifest = JSON.parse(file('manifest.webmanifest')) as Record<string, unknown>
    expect(manifest).toMatchObject({
      name: 'Lane Nine',
      lang: 'en-US',
      start_url: '/spikes/',
      scope: '/spikes/',
    })
    for (const { src } of manifest['icons'] as { src: string }[]) {
      expect(src).toMatch(/^\/spikes\/img\/.+\.png$/)
    }
  })
})

describe('the manifest’s shortcuts', () => {
  test('link to the shop and to the cart', () => {
    const { shortcuts } = JSON.parse(file('manifest.webmanifest')) as {
      shortcuts: { name: string; url: string }[]
    }
    expect(shortcuts.map(({ name, url }) => [name, url])).toEqual([
      ['Shop', '/spikes/shop/'],
      ['Cart', '/spikes/cart/'],
    ])
  })
})

describe('the catalogue in which carts look up prices', () => {
  const read = (site: typeof main): readonly ProductData[] =>
    readCatalogue(JSON.parse(marketFiles(site)[0]!.text))

  test('has every model, even discontinued ones, because a cart may contain them', () => {
    expect(read(main).map(({ slug }) => slug)).toEqual(
      main.catalogue.products.map(({ slug }) => slug),
    )
    expect(createLookup(read(main))('KEY-RED-ONESIZE')?.stock).toBe(63)
  })

  test('has each market’s prices in its own currency', () => {
    const price = (site: typeof main): number =>
      createLookup(read(site))('ML1-MOS-38')!.product.priceMinor
    expect([price(main), price(china)]).toEqual([6995, 49_900])
  })

  test('is at the address that pages use', () => {
    expect(marketFiles(main).map(({ path }) => path)).toContain('data/catalogue.en.json')
  })
})

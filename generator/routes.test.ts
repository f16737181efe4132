import { describe, expect, test } from 'vitest'
import { ROOT } from '../tests/fixtures/catalogue-folder.ts'
import { CHINA, makeSite } from '../tests/fixtures/site.ts'
import { pageModel, type PageAssets } from './page-model.ts'
import { readPageFiles } from './page-files.ts'
import { routesOf, type Route } from './routes.ts'
import { absoluteUrl, fileUrl, pageUrl } from './site.ts'

const ASSETS: PageAssets = {
  script: '/a.js',
  preloads: [],
  later: {},
  retry: '/retry.js',
  stylesheet: '/a.css',
  font: null,
  version: 'v1',
  isBuilt: true,
}

const files = readPageFiles(ROOT)
const site = makeSite()
const routes = routesOf(site, files)
const real = makeSite({ isReal: true })

function routeAt(path: string, all: readonly Route[] = routes): Route {
  return all.find((route) => route.path === path)!
}

describe('the pages of a shop', () => {
  test('are at the promised addresses', () => {
    expect(routes.map(({ path }) => path).sort()).toEqual(
      [
        '',
        '404.html',
        'about/',
        'cart/',
        'checkout/',
        'delivery/',
        'offline/',
        'events/cross-country/',
        'events/hurdles/',
        'events/sprint/',
        'order-sheet/',
        'products/mud-lark/',
        'products/old-key/',
        'products/steel-pins/',
        'products/swift/',
        'shop/',
        'size-guide/',
        'team/',
      ].sort(),
    )
  })

  test('include every event and every model of the real catalogue, at one address each', () => {
    const paths = routesOf(real, files).map(({ path }) => path)
    const { products, listed } = real.catalogue
    const events = new Set(listed.flatMap((one) => (one.kind === 'shoe' ? one.events : [])))
    expect(paths).toEqual(expect.arrayContaining([...events].map((event) => `events/${event}/`)))
    expect(paths).toEqual(expect.arrayContaining(products.map(({ slug }) => `products/${slug}/`)))
    expect(new Set(paths).size).toBe(paths.length)
  })

  test('each load the script of their kind', () => {
    const scripts = Object.fromEntries(routes.map(({ path, script }) => [path, script]))
    expect(scripts).toMatchObject({
      '': 'content',
      'shop/': 'shop',
      'events/sprint/': 'shop',
      'products/swift/': 'product',
      'cart/': 'cart',
      'checkout/': 'checkout',
      'size-guide/': 'size-guide',
      'offline/': 'offline',
      '404.html': 'content',
    })
  })

  test('each have their own title and description', () => {
    for (const texts of [
      routesOf(real, files).map(({ title }) => title),
      routesOf(real, files).map(({ description }) => description),
    ]) {
      expect(texts).not.toContain('')
      expect(new Set(texts).size).toBe(texts.length)
    }
  })

  test('have one address each: two files that make the same one are both named', () => {
    const [cart] = files.filter(({ path }) => path === 'cart/')
    const twice = [cart!, { ...cart!, file: 'pages/cart.html' }]
    expect(() => routesOf(site, twice)).toThrow(
      'pages/cart.html has the address /cart/, and so has pages/cart/index.html',
    )
  })

  test('name their file where a message is missing', () => {
    const [cart] = files.filter(({ path }) => path === 'cart/')
    expect(() => routesOf(site, [{ ...cart!, title: 'cart.titel' }])).toThrow(
      /^pages\/cart\/index\.html: title: cart\.titel\n.*\n {2}Expected a key of src\/locales\/en\.json/,
    )
  })

  test('can all be rendered', () => {
    for (const { path, view } of routesOf(real, files)) expect(view(), path).toBeTypeOf('object')
  })

  test('are hidden from search engines if they have no content to find', () => {
    const hidden = routes.filter(({ isIndexed }) => !isIndexed).map(({ path }) => path)
    expect(hidden.sort()).toEqual(['404.html', 'cart/', 'checkout/', 'offline/', 'order-sheet/'])
  })
})

describe('“More in …”', () => {
  const related = (slug: string): { slug: string }[] => {
    const view = routeAt(`products/${slug}/`, routesOf(real, files)).view() as {
      related: { slug: string }[]
    }
    return view.related
  }

  test('shows up to four other listed models for the same event', () => {
    for (const product of real.catalogue.products) {
      const slugs = related(product.slug).map(({ slug }) => slug)
      expect(slugs.length).toBeLessThanOrEqual(4)
      expect(slugs).not.toContain(product.slug)
      for (const slug of slugs) {
        const other = real.catalogue.listed.find((one) => one.slug === slug)
        expect(other?.kind).toBe(product.kind)
        if (product.kind === 'shoe' && other?.kind === 'shoe') {
          expect(other.events[0]).toBe(product.events[0])
        }
      }
    }
  })

  test('shows something on most pages', () => {
    const filled = real.catalogue.products.filter(({ slug }) => related(slug).length > 0)
    expect(filled.length).toBeGreaterThan(real.catalogue.products.length * 0.9)
  })
})

describe('an address', () => {
  const places = [
    ['/', undefined, '/shop/', '/img/x.png'],
    ['/spikes/', undefined, '/spikes/shop/', '/spikes/img/x.png'],
    ['/', CHINA, '/xx/shop/', '/img/x.png'],
    ['/spikes/', CHINA, '/spikes/xx/shop/', '/spikes/img/x.png'],
  ] as const

  test.each(places)(
    'under %s, market %o: a page is at %s, a file at %s',
    (base, market, page, file) => {
      const here = makeSite({ place: { base, siteUrl: '' }, ...(market ? { market } : {}) })
      expect(pageUrl(here, 'shop/')).toBe(page)
      expect(fileUrl(here, 'img/x.png')).toBe(file)
    },
  )

  test('is absolute only if the site’s address is known', () => {
    const known = makeSite({ place: { base: '/spikes/', siteUrl: 'https://cinder.example' } })
    expect(absoluteUrl(known, '/spikes/shop/')).toBe('https://cinder.example/spikes/shop/')
    expect(absoluteUrl(site, '/shop/')).toBe('/shop/')
  })
})

describe('a page’s head', () => {
  const place = { base: '/spikes/', siteUrl: 'https://cinder.example' }
  const known = makeSite({ place, market: CHINA })

  test('gives each page one canonical address, in its market', () => {
    const head = pageModel(known, routeAt('products/swift/'), ASSETS)
    expect(head.canonical).toBe('https://cinder.example/spikes/xx/products/swift/')
    expect(head.share.url).toContain('https://cinder.example/spikes/')
  })

  test.each(['cart/', 'checkout/', 'offline/', '404.html'])(
    'gives %s none, and keeps it out of searches',
    (path) => {
      const head = pageModel(known, routeAt(path), ASSETS)
      expect(head).toMatchObject({ canonical: '', isIndexed: false })
    },
  )

  test('has no full address if the site’s address is unknown', () => {
    const head = pageModel(site, routeAt('products/swift/'), ASSETS)
    expect(head).toMatchObject({ canonical: '', share: { url: '' } })
  })

  test('names the shop in every title', () => {
    expect(pageModel(site, routeAt(''), ASSETS).title).toMatch(/^Lane Nine: ./)
    expect(pageModel(site, routeAt('cart/'), ASSETS).title).toMatch(/. · Lane Nine$/)
  })
})

import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { get, type IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { findNginx } from '../../scripts/ensure-nginx.mjs'
import { headersFor, parseHeaders } from '../../scripts/headers.mjs'
import { buildShop } from './support/build.ts'
import { DIST } from './support/built-site.ts'
import { deadLinks } from './support/crawl.ts'
import { startNginx, type Nginx } from './support/nginx.ts'
import { addButton, choose, drawer, productPath } from './support/pages.ts'
import { pickShoe } from './support/shop.ts'
import { expect, test } from './support/test.ts'

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** Asks for a path as it is, and takes the answer as it comes: nothing followed or unpacked. */
function ask(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(url, { headers, agent: false }, (response) => {
      buffer(response).then((body) => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body })
      }, reject)
    }).on('error', reject)
  })
}

test.skip(({ isMobile }) => isMobile, 'a server knows nothing of screens')
test.skip(
  findNginx() === undefined,
  'no nginx of Debian or Ubuntu here: sudo apt install nginx libnginx-mod-http-brotli-static',
)

for (const base of ['/', '/spikes/']) {
  test.describe(`nginx with our configuration, at ${base}`, () => {
    test.describe.configure({ mode: 'serial' })

    let nginx: Nginx
    let dir = DIST
    const at = (path: string): string => nginx.url + path
    const fileNamed = (pattern: RegExp): string => {
      const home = readFileSync(join(dir, 'index.html'), 'utf8')
      return pattern.exec(home)![0].slice(base.length)
    }

    test.beforeAll(async () => {
      test.setTimeout(240_000)
      if (base !== '/') dir = await buildShop({ BASE_PATH: base })
      nginx = await startNginx(dir, base)
    })

    test.afterAll(async () => {
      await nginx.stop()
      if (dir !== DIST) await rm(dir, { recursive: true })
    })

    for (const [path, type] of [
      ['', 'text/html; charset=utf-8'],
      ['shop/', 'text/html; charset=utf-8'],
      ['manifest.webmanifest', 'application/manifest+json; charset=utf-8'],
      ['sitemap.xml', 'text/xml; charset=utf-8'],
      ['robots.txt', 'text/plain; charset=utf-8'],
      ['data/catalogue.en.json', 'application/json; charset=utf-8'],
      ['img/favicon.svg', 'image/svg+xml'],
      ['img/hero-800.avif', 'image/avif'],
      ['img/hero-1600.webp', 'image/webp'],
      ['img/icon-192.png', 'image/png'],
    ] as const) {
      test(`/${path} is sent as ${type}`, async () => {
        const { status, headers } = await ask(at(path))
        expect({ status, type: headers['content-type'] }).toEqual({ status: 200, type })
      })
    }

    test('scripts, styles and fonts are sent as what they are', async () => {
      const types = await Promise.all(
        [/\/[^" ]*\.js(?=")/, /\/[^"]*\.css(?=")/, /\/[^"]*\.woff2(?=")/].map(async (pattern) => {
          return (await ask(at(fileNamed(pattern)))).headers['content-type']
        }),
      )
      expect(types).toEqual([
        'application/javascript; charset=utf-8',
        'text/css; charset=utf-8',
        'font/woff2',
      ])
    })

    for (const [encoding, ending] of [
      ['br', '.br'],
      ['gzip', '.gz'],
    ] as const) {
      test(`a browser that takes ${encoding} gets what the build compressed`, async () => {
        for (const path of ['shop/index.html', fileNamed(/\/[^"]*\.css(?=")/)]) {
          const { headers, body } = await ask(at(path.replace('index.html', '')), {
            'accept-encoding': encoding,
          })
          expect(headers['content-encoding']).toBe(encoding)
          expect(headers.vary).toMatch(/accept-encoding/i)
          expect(body.equals(readFileSync(join(dir, path + ending)))).toBe(true)
        }
      })
    }

    test('a browser that takes neither gets the page as it is', async () => {
      const { headers, body } = await ask(at('shop/'))
      expect(headers['content-encoding']).toBeUndefined()
      expect(body.equals(readFileSync(join(dir, 'shop/index.html')))).toBe(true)
    })

    test('hashed files are kept for a year, pages and data for no time', async () => {
      const cacheOf = async (path: string): Promise<unknown> =>
        (await ask(at(path))).headers['cache-control']
      expect(await cacheOf(fileNamed(/\/[^"]*\.css(?=")/))).toBe(
        'public, max-age=31536000, immutable',
      )
      expect(await cacheOf('img/hero-800.avif')).toBe('public, max-age=3600')
      for (const path of ['', 'shop/', 'data/catalogue.en.json', 'nothing/', 'assets/gone.js']) {
        expect(await cacheOf(path), path).toBe('no-cache')
      }
    })

    test('a page that has not changed is not sent twice', async () => {
      const { headers } = await ask(at('shop/'))
      const again = await ask(at('shop/'), { 'if-none-match': headers.etag! })
      expect({ status: again.status, length: again.body.length }).toEqual({
        status: 304,
        length: 0,
      })
    })

    test('every answer carries the security headers', async () => {
      const rules = parseHeaders(readFileSync(join(dir, '_headers'), 'utf8'))
      const wanted = headersFor(rules, base).map(([name, value]) => [name.toLowerCase(), value])
      expect(wanted.length).toBeGreaterThan(6)
      for (const path of ['', 'shop', 'shop/', 'no/such/page', 'img/icon-192.png', 'img/']) {
        const { headers } = await ask(at(path))
        expect(headers, path).toMatchObject(Object.fromEntries(wanted) as Record<string, string>)
      }
    })

    test('a path without its slash leads to the page, wherever the server is', async () => {
      const { status, headers } = await ask(at('shop'))
      expect({ status, location: headers.location }).toEqual({
        status: 301,
        location: `${base}shop/`,
      })
    })

    for (const path of [
      'no/such/page',
      'img/',
      'assets/',
      '.git/config',
      '_headers',
      'nginx.conf',
      'vercel.json',
    ]) {
      test(`/${path} is the not-found page, and no listing`, async () => {
        const { status, headers, body } = await ask(at(path))
        expect({ status, type: headers['content-type'] }).toEqual({
          status: 404,
          type: 'text/html; charset=utf-8',
        })
        expect(body.equals(readFileSync(join(dir, '404.html')))).toBe(true)
      })
    }

    test('no link is dead, no anchor missing, nothing leads out of the folder', async () => {
      test.slow()
      const { pages, problems } = await deadLinks(nginx.url)
      expect(pages).toBeGreaterThan(60)
      expect(problems).toEqual([])
    })

    test('a spike goes into the cart, and the policy stops nothing', async ({ page, shop }) => {
      const variant = pickShoe(shop)
      await page.goto(at(productPath(variant)))
      await choose(page, variant)
      await addButton(page).click()
      await drawer(page).getByRole('link', { name: 'View cart' }).click()
      await expect(page).toHaveURL(at('cart/'))
      await expect(page.getByRole('link', { name: 'Checkout' })).toBeVisible()
    })
  })
}

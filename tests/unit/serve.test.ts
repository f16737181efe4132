import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { get, request, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serve } from '../../scripts/serve.mjs'

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

const FILES = {
  'index.html': '<h1>Home</h1>',
  '404.html': '<h1>Not here</h1>',
  'shop/index.html': '<h1>Shop</h1>',
  'zh/shop/index.html': '<h1>商店</h1>',
  'robots.txt': 'User-agent: *',
  'manifest.webmanifest': '{}',
  'sitemap.xml': '<urlset/>',
  'img/spike.avif': 'avif',
  'img/spike.webp': 'webp',
  'assets/cart-1a2b3c.js': 'export {}',
  'assets/cart-1a2b3c.css': 'a{}',
  'assets/archivo-1a2b3c.woff2': 'font',
  '.git/config': 'secret',
}

const temporary = mkdtempSync(join(tmpdir(), 'cinder-serve-'))
const dir = join(temporary, 'dist')

/** Send the path unchanged: fetch would resolve `/../` first. */
function send(port: number, path: string, options: object = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: 'localhost', port, path, agent: false, ...options },
      (response) => {
        let body = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => (body += chunk))
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body })
        })
      },
    )
    sent.on('error', reject)
    sent.end()
  })
}

async function startServer(base = '/') {
  const server = await serve({ dir, port: 0, base })
  const port = Number(new URL(server.url).port)
  return { ...server, port, ask: (path: string, options?: object) => send(port, path, options) }
}

let root: Awaited<ReturnType<typeof startServer>>
let nested: typeof root

beforeAll(async () => {
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(join(dir, path), text)
  }
  writeFileSync(join(dir, 'assets/cart-1a2b3c.js.gz'), gzipSync('export {}'))
  writeFileSync(join(temporary, 'secret.txt'), 'secret')
  root = await startServer()
  nested = await startServer('/spikes/')
})

afterAll(async () => {
  await root.close()
  await nested.close()
  rmSync(temporary, { recursive: true })
})

describe('files', () => {
  test.each([
    ['/', 'text/html;charset=utf-8', 'no-cache'],
    ['/shop/', 'text/html;charset=utf-8', 'no-cache'],
    ['/404.html', 'text/html;charset=utf-8', 'no-cache'],
    ['/robots.txt', 'text/plain;charset=utf-8', 'public,max-age=3600'],
    ['/sitemap.xml', 'text/xml', 'public,max-age=3600'],
    ['/manifest.webmanifest', 'application/manifest+json', 'public,max-age=3600'],
    ['/img/spike.avif', 'image/avif', 'public,max-age=3600'],
    ['/img/spike.webp', 'image/webp', 'public,max-age=3600'],
    ['/assets/cart-1a2b3c.js', 'text/javascript', 'public,max-age=31536000,immutable'],
    ['/assets/cart-1a2b3c.css', 'text/css', 'public,max-age=31536000,immutable'],
    ['/assets/archivo-1a2b3c.woff2', 'font/woff2', 'public,max-age=31536000,immutable'],
  ])('%s is sent as %s, kept as %s', async (path, type, cache) => {
    const { status, headers } = await root.ask(path)
    expect({ status, type: headers['content-type'], cache: headers['cache-control'] }).toEqual({
      status: 200,
      type,
      cache,
    })
  })

  test('a query changes nothing', async () => {
    expect((await root.ask('/shop/?event=sprint&q=a?b')).body).toBe('<h1>Shop</h1>')
  })

  test('HEAD says the same without the body', async () => {
    const { status, headers, body } = await root.ask('/shop/', { method: 'HEAD' })
    expect({ status, body, length: headers['content-length'] }).toEqual({
      status: 200,
      body: '',
      length: '13',
    })
  })

  test('an unchanged file is not sent twice', async () => {
    const { headers } = await root.ask('/')
    const again = await root.ask('/', { headers: { 'if-none-match': headers.etag } })
    expect(again).toMatchObject({ status: 304, body: '' })
  })

  test('a browser that takes gzip gets the compressed neighbour', async () => {
    const options = { headers: { 'accept-encoding': 'gzip' } }
    const { headers } = await root.ask('/assets/cart-1a2b3c.js', options)
    expect(headers).toMatchObject({
      'content-encoding': 'gzip',
      'content-type': 'text/javascript',
      vary: 'Accept-Encoding',
    })
  })

  test('a nonsensical range gets the whole file', async () => {
    const answer = await root.ask('/robots.txt', { headers: { range: 'bytes=9-1' } })
    expect(answer).toMatchObject({ status: 200, body: 'User-agent: *' })
  })

  test('a page built while it runs is found', async () => {
    expect((await root.ask('/new/')).status).toBe(404)
    mkdirSync(join(dir, 'new'))
    writeFileSync(join(dir, 'new/index.html'), 'new')
    expect((await root.ask('/new/')).body).toBe('new')
    rmSync(join(dir, 'new'), { recursive: true })
    expect((await root.ask('/new/')).status).toBe(404)
  })
})

describe('addresses', () => {
  test.each([
    ['/shop', '/shop/'],
    ['/shop?size=42&q=%20', '/shop/?size=42&q=%20'],
    ['/zh/shop', '/zh/shop/'],
  ])('%s leads to %s', async (path, location) => {
    const { status, headers } = await root.ask(path)
    expect({ status, location: headers.location }).toEqual({ status: 301, location })
  })

  test.each(['/nothing', '/nothing/', '/img/', '/zh', '/robots.txt/', '/shop.html', '/%00'])(
    '%s is the not-found page',
    async (path) => {
      const { status, headers, body } = await root.ask(path)
      expect({ status, body }).toEqual({ status: 404, body: '<h1>Not here</h1>' })
      expect(headers['content-type']).toBe('text/html;charset=utf-8')
    },
  )

  test.each(['/%E0%A4%A', '/%', '/shop/%ZZ', 'http://elsewhere.example/'])(
    '%s is refused as malformed',
    async (path) => {
      expect((await root.ask(path)).status).toBe(400)
    },
  )

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/shop/../../secret.txt',
    '/..\\secret.txt',
    '/..%5csecret.txt',
    '//shop',
    '//secret.txt',
    '/.git/config',
  ])('%s leads nowhere', async (path) => {
    const { status, headers, body } = await root.ask(path)
    expect(status).toBe(404)
    expect(headers.location).toBeUndefined()
    expect(body).not.toContain('secret')
  })

  test('only GET and HEAD are answered', async () => {
    const { status, headers } = await root.ask('/', { method: 'POST' })
    expect({ status, allow: headers.allow }).toEqual({ status: 405, allow: 'GET, HEAD' })
  })
})

describe('under a sub-folder', () => {
  test.each([
    ['/', '/spikes/'],
    ['/?a=1', '/spikes/?a=1'],
    ['/spikes', '/spikes/'],
    ['/spikes/shop?a=1', '/spikes/shop/?a=1'],
  ])('%s leads to %s', async (path, location) => {
    const { status, headers } = await nested.ask(path)
    expect({ status, location: headers.location }).toEqual({ status: 301, location })
  })

  test('pages and assets are below it', async () => {
    expect((await nested.ask('/spikes/shop/')).body).toBe('<h1>Shop</h1>')
    const { headers } = await nested.ask('/spikes/assets/cart-1a2b3c.css')
    expect(headers['cache-control']).toContain('immutable')
    expect(nested.url).toBe(`http://localhost:${nested.port}/spikes/`)
  })

  test.each(['/shop/', '/shop', '/robots.txt', '/spikesshop/', '/spikes/../secret.txt'])(
    '%s is outside it',
    async (path) => {
      expect((await nested.ask(path)).status).toBe(404)
    },
  )
})

describe('starting and ending', () => {
  test('a folder that is not built is named in one line', async () => {
    const wanted = serve({ dir: join(temporary, 'none'), port: 0 })
    await expect(wanted).rejects.toThrow(/^Cannot find .+index\.html: run "npm run build" first\.$/)
  })

  test('a taken port is named in one line', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, resolve))
    const address = other.address()
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0
    await expect(serve({ dir, port })).rejects.toThrow(`Port ${port} is taken`)
    other.close()
  })

  test('an idle connection does not keep it from closing', async () => {
    const server = await startServer()
    await new Promise((resolve) => {
      get(server.url, { headers: { connection: 'keep-alive' } }, (response) => {
        response.resume().on('end', resolve)
      })
    })
    await server.close()
    await expect(server.ask('/')).rejects.toThrow('ECONNREFUSED')
  })
})

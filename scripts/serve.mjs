import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { createServer } from 'node:http'
import { createSecureServer } from 'node:http2'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import sirv from 'sirv'
import { portTaken, readBase, readPort } from './address.mjs'
import { onStop, ROOT } from './child.mjs'
import { createHeaders } from './headers.mjs'

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {object} Site
 * @property {string} base - sub-folder it was built for, with a slash at both ends
 * @property {string} dir - what is served
 * @property {ReturnType<typeof sirv>} files
 * @property {ReturnType<typeof createHeaders>} headersFor
 */

/** With Node's own limit of 16 KiB, a long query would fail before the page can ignore it. */
const MAX_HEADER_BYTES = 256 * 1024

/**
 * Pages keep their name when they change, so browsers check them each time. Files in `assets/` have
 * a hash of their content in their name, so they never change.
 *
 * @param {string} path
 */
function cacheControl(path) {
  if (path.endsWith('.html') || path === '/sw.js') return 'no-cache'
  return path.startsWith('/assets/') ? 'public,max-age=31536000,immutable' : 'public,max-age=3600'
}

/**
 * @param {Response} response
 * @param {string} path
 */
function setHeaders(response, path) {
  response.setHeader('Cache-Control', cacheControl(path))
  // Sirv sets a charset for HTML only, and browsers show other text files as Latin-1.
  if (path.endsWith('.txt')) response.setHeader('Content-Type', 'text/plain;charset=utf-8')
}

/**
 * @param {Response} response
 * @param {{ status: number, body: string | Buffer, headers?: Record<string, string> }} content
 */
function answer(response, { status, body, headers }) {
  response.writeHead(status, {
    'Content-Type': 'text/plain;charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-cache',
    ...headers,
  })
  response.end(body)
}

/**
 * @param {Response} response
 * @param {string} location
 */
function redirect(response, location) {
  answer(response, { status: 301, body: `Moved to ${location}\n`, headers: { Location: location } })
}

/**
 * @param {Response} response
 * @param {string} dir
 */
function answerNotFound(response, dir) {
  const page = join(dir, '404.html')
  const body = existsSync(page) ? readFileSync(page) : 'Not found\n'
  const type = typeof body === 'string' ? 'text/plain;charset=utf-8' : 'text/html;charset=utf-8'
  answer(response, { status: 404, body, headers: { 'Content-Type': type } })
}

/**
 * Decode a path; undefined if its percent signs are malformed.
 *
 * @param {string} path
 */
function decodePath(path) {
  try {
    return decodeURI(path)
  } catch {
    return undefined
  }
}

/** Files for hosts only; Netlify and our nginx.conf hide them too. */
const HOST_FILES = new Set(['/_headers', '/nginx.conf', '/vercel.json'])

/**
 * Whether a path is in its simplest form and public: `/../x`, `//elsewhere.example` and
 * `/.git/config` are not.
 *
 * @param {string} path
 */
function isPlainPath(path) {
  return (
    posix.normalize(path) === path && !path.includes('\\') && !/\/\.(?!well-known\/)/.test(path)
  )
}

/**
 * @param {Site} site
 * @param {string} path - below the base
 */
function isPageFolder({ dir }, path) {
  return !path.endsWith('/') && existsSync(join(dir, path, 'index.html'))
}

/**
 * Where to redirect a request for this path; undefined if the path is right.
 *
 * @param {Site} site
 * @param {string} path
 */
function redirectTarget(site, path) {
  const { base } = site
  if (base !== '/' && (path === '/' || `${path}/` === base)) return base
  if (!path.startsWith(base)) return undefined
  const inside = path.slice(base.length - 1)
  return isPlainPath(inside) && isPageFolder(site, inside) ? `${encodeURI(path)}/` : undefined
}

/**
 * @param {Site} site
 * @param {string} path
 * @param {{ request: Request, response: Response }} exchange
 */
function sendFile({ base, dir, files }, path, { request, response }) {
  const inside = path.slice(base.length - 1)
  if (!path.startsWith(base) || !isPlainPath(inside) || HOST_FILES.has(inside))
    return answerNotFound(response, dir)
  // Sirv would also answer /cart.css/ with cart.css, which plain static hosts don't do.
  request.url = encodeURI(inside.endsWith('/') ? `${inside}index.html` : inside)
  // Sirv fails on ranges such as `bytes=9-1`, and no file here is large enough to need ranges.
  delete request.headers.range
  files(request, response, () => answerNotFound(response, dir))
}

/**
 * @param {Site} site
 * @param {Request} request
 * @param {Response} response
 */
function handle(site, request, response) {
  const [target = '/', ...rest] = (request.url ?? '/').split('?')
  const path = decodePath(target)
  if (!path?.startsWith('/')) return answer(response, { status: 400, body: 'Malformed address\n' })
  for (const [name, value] of site.headersFor(path)) response.setHeader(name, value)
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    const headers = { Allow: 'GET, HEAD' }
    return answer(response, { status: 405, body: 'Only GET and HEAD are allowed\n', headers })
  }
  const location = redirectTarget(site, path)
  if (location) return redirect(response, [location, ...rest].join('?'))
  sendFile(site, path, { request, response })
}

/**
 * Serve a built folder as a plain static host would: no rewrites, folder addresses end in a slash,
 * 404.html for everything else, `.br` and `.gz` files for browsers that accept them, and the headers
 * from `_headers`.
 *
 * @param {{ dir: string, port: number, base?: string, tls?: { key: string, cert: string } }} options
 * `base` is the sub-folder the site was built for, with a slash at both ends; port 0 means any free
 * port; with `tls`, a key and a certificate, the server uses HTTP/2
 * @returns {Promise<{ url: string, close(): Promise<void> }>}
 * @throws Error - one line for the person at the terminal, if the folder is not built or the
 * port is taken
 */
export async function serve({ dir, port, base = '/', tls }) {
  if (!existsSync(join(dir, 'index.html'))) {
    throw new Error(`Cannot find ${join(dir, 'index.html')}: run "npm run build" first.`)
  }
  // With `dev`, sirv looks for files at each request. Without it, a build during the run leaves sirv
  // with a list of deleted files, and a request for one of them ends the process.
  const files = sirv(dir, {
    dev: true,
    etag: true,
    gzip: true,
    brotli: true,
    extensions: [],
    setHeaders,
  })
  const site = { base, dir, files, headersFor: createHeaders(dir) }
  const server =
    tls === undefined
      ? createServer({ maxHeaderSize: MAX_HEADER_BYTES })
      : createSecureServer({ ...tls, allowHTTP1: true })
  server.on('request', (/** @type {Request} */ request, /** @type {Response} */ response) =>
    handle(site, request, response),
  )
  await new Promise((resolve, reject) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      reject(error.code === 'EADDRINUSE' ? new Error(portTaken(port)) : error)
    })
    server.listen(port, () => resolve(undefined))
  })
  const address = /** @type {import('node:net').AddressInfo} */ (server.address())
  return {
    url: `${tls === undefined ? 'http' : 'https'}://localhost:${address.port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        // Browsers keep connections open for minutes, and close() would wait for them.
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

async function main() {
  const base = readBase(process.env)
  const server = await serve({ dir: join(ROOT, 'dist'), port: readPort(process.env), base })
  onStop(async () => {
    await server.close()
    return 0
  })
  console.log(`Serving dist on ${server.url}`)
}

// When run directly or by Playwright, not when imported.
if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main().catch((/** @type {Error} */ error) => {
    console.error(error.message)
    process.exit(1)
  })
}

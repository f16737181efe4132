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

/** Node's own 16 KiB would refuse a long query before the page can ignore it calmly. */
const MAX_HEADER_BYTES = 256 * 1024

/**
 * Pages change under the same name and are asked after each time; what is in `assets/` has its
 * content's hash in its name and never changes.
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
  // Sirv names a charset for HTML only, and a browser shows a bare text file as Latin-1.
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
 * The path as a person would write it, or undefined where the percent signs make no sense.
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

/** What is for hosts only, as Netlify and our nginx.conf hide it. */
const HOST_FILES = new Set(['/_headers', '/nginx.conf', '/vercel.json'])

/**
 * Whether a path names one file, by one name, that is meant to be seen: neither `/../x` nor
 * `//elsewhere.example` nor `/.git/config` does.
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
 * Where a request for this path should have gone, or undefined if it came to the right place.
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
  // Sirv would also answer /cart.css/ with cart.css, and plain static hosts do not.
  request.url = encodeURI(inside.endsWith('/') ? `${inside}index.html` : inside)
  // Sirv breaks on ranges such as `bytes=9-1`. No file here is so large that one needs a part.
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
    return answer(response, { status: 405, body: 'Only GET and HEAD\n', headers })
  }
  const location = redirectTarget(site, path)
  if (location) return redirect(response, [location, ...rest].join('?'))
  sendFile(site, path, { request, response })
}

/**
 * Serve a built folder as a plain static host would: no rewrites, a folder's address ends in a
 * slash, 404.html for the rest, `.br` and `.gz` neighbours to those who take them, the headers
 * that `_headers` asks for.
 *
 * @param {{ dir: string, port: number, base?: string, tls?: { key: string, cert: string } }} options
 * `base` is the sub-folder the site was built for, with a slash at both ends; port 0 takes any free
 * one; with `tls`, a key and a certificate, it speaks HTTP/2
 * @returns {Promise<{ url: string, close(): Promise<void> }>}
 * @throws Error - one line for the person at the terminal, if the folder is not built or the
 * port is taken
 */
export async function serve({ dir, port, base = '/', tls }) {
  if (!existsSync(join(dir, 'index.html'))) {
    throw new Error(`There is no ${join(dir, 'index.html')}: run "npm run build" first.`)
  }
  // Sirv's `dev` looks files up at each request. Without it, a build made while this runs leaves
  // a list of files that are gone, and the first request for one ends the process.
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
        // Browsers keep connections open for minutes, and close() alone waits for them.
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

// Run by hand or by Playwright, not when imported.
if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main().catch((/** @type {Error} */ error) => {
    console.error(error.message)
    process.exit(1)
  })
}

import { CacheableResponsePlugin } from 'workbox-cacheable-response'
import type { WorkboxPlugin } from 'workbox-core'
import { ExpirationPlugin } from 'workbox-expiration'
import { registerRoute } from 'workbox-routing'
import { CacheFirst, NetworkFirst, StaleWhileRevalidate } from 'workbox-strategies'
import {
  cacheNames,
  fallbackFor,
  isOutdated,
  stampPage,
  withoutQuery,
  type WorkerManifest,
} from './manifest.ts'

declare const self: ServiceWorkerGlobalScope
/** Filled in by generator/worker.ts. */
declare const __MANIFEST__: WorkerManifest

const MANIFEST = __MANIFEST__
const { base, version } = MANIFEST
const NAMES = cacheNames(base)

/** After this many seconds without a response, use the cached page. */
const PATIENCE_S = 5
const MOST_PAGES = 60
const MOST_PICTURES = 300
/** Files of earlier versions are kept, because an open older page may still request them. */
const MOST_OLD_ASSETS = 100

/** Cache key for the version that was last active. */
const VERSION_KEY = `${base}.version`

const shellPaths = new Set(MANIFEST.shell.map(({ url }) => url))

/* How requests are answered. Pages and data can go out of date, so the network comes first. */

const onlyGood = new CacheableResponsePlugin({ statuses: [200] })

/** Treat a server error like no connection. */
const failOnServerError: WorkboxPlugin = {
  fetchDidSucceed: ({ response }) => {
    if (response.status >= 500) throw new Error(`Answered ${String(response.status)}`)
    return Promise.resolve(response)
  },
}

const byPath: WorkboxPlugin = {
  cacheKeyWillBeUsed: ({ request }) => Promise.resolve(withoutQuery(request.url)),
}

const stampSaved: WorkboxPlugin = {
  cachedResponseWillBeUsed: async ({ cachedResponse }) =>
    cachedResponse === undefined ? null : stamp(cachedResponse),
}

const standIn: WorkboxPlugin = {
  handlerDidError: async ({ request }) => {
    const { pathname } = new URL(request.url)
    const url = request.mode === 'navigate' ? fallbackFor(MANIFEST, pathname) : undefined
    return url === undefined ? undefined : await caches.match(url)
  },
}

const placeholder: WorkboxPlugin = {
  handlerDidError: () => caches.match(MANIFEST.placeholder),
}

const shared = { networkTimeoutSeconds: PATIENCE_S }

const shell = new NetworkFirst({
  ...shared,
  cacheName: NAMES.shell,
  plugins: [onlyGood, failOnServerError, byPath, stampSaved, standIn],
})

const pages = new NetworkFirst({
  ...shared,
  cacheName: NAMES.pages,
  plugins: [
    onlyGood,
    failOnServerError,
    byPath,
    stampSaved,
    standIn,
    new ExpirationPlugin({ maxEntries: MOST_PAGES, purgeOnQuotaError: true }),
  ],
})

const assets = new CacheFirst({
  cacheName: NAMES.assets,
  plugins: [onlyGood],
})

const pictures = new StaleWhileRevalidate({
  cacheName: NAMES.pictures,
  plugins: [
    onlyGood,
    placeholder,
    new ExpirationPlugin({ maxEntries: MOST_PICTURES, purgeOnQuotaError: true }),
  ],
})

registerRoute(({ url }) => isOurs(url) && shellPaths.has(url.pathname), shell)
registerRoute(({ url }) => isOurs(url) && url.pathname.startsWith(`${base}assets/`), assets)
registerRoute(({ url, request }) => isOurs(url) && request.destination === 'image', pictures)
registerRoute(({ url, request }) => isOurs(url) && request.mode === 'navigate', pages)

function isOurs({ origin, pathname }: URL): boolean {
  return origin === self.location.origin && pathname.startsWith(base)
}

async function stamp(response: Response): Promise<Response> {
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response
  const html = stampPage(await response.text(), response.headers.get('date') ?? '')
  return new Response(html, { headers: response.headers })
}

/* Install and activate. A new version takes over at once. That is safe for open older pages, because
   pages and data come from the network and file names have a hash of their content. */

self.addEventListener('install', (event) => {
  event.waitUntil(install())
})

self.addEventListener('activate', (event) => {
  event.waitUntil(activate())
})

self.addEventListener('message', (event) => {
  const { type, urls } = event.data as { type?: unknown; urls?: readonly string[] }
  if (type === 'seen' && Array.isArray(urls)) event.waitUntil(keepPictures(urls))
})

async function install(): Promise<void> {
  const assetCache = await caches.open(NAMES.assets)
  const missing: string[] = []
  for (const url of MANIFEST.assets) {
    if ((await assetCache.match(url)) === undefined) missing.push(url)
  }
  await assetCache.addAll(missing)
  const shellCache = await caches.open(NAMES.shell)
  // Bypass the browser's own cache, which may have old copies.
  await shellCache.addAll(
    [...shellPaths].map((url) => new Request(url, { cache: 'reload', credentials: 'same-origin' })),
  )
  await self.skipWaiting()
}

async function activate(): Promise<void> {
  await self.clients.claim()
  const previous = await readVersion()
  await tellPages(previous)
  await dropOutdated()
  await dropOldAssets()
  await keepOpenPages()
  if (previous !== undefined && previous !== version) await refreshPages()
}

async function readVersion(): Promise<string | undefined> {
  const cache = await caches.open(NAMES.shell)
  const previous = await (await cache.match(VERSION_KEY))?.text()
  await cache.put(VERSION_KEY, new Response(version))
  return previous
}

/** Send pages the new version. Each compares it with its own and shows a notice if they differ. */
async function tellPages(previous: string | undefined): Promise<void> {
  if (previous === version) return
  for (const client of await self.clients.matchAll())
    client.postMessage({ type: 'updated', version })
}

async function dropOutdated(): Promise<void> {
  for (const name of await caches.keys()) if (isOutdated(name, base)) await caches.delete(name)
  const cache = await caches.open(NAMES.shell)
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url)
    if (pathname !== VERSION_KEY && !shellPaths.has(pathname)) await cache.delete(url)
  }
}

/** Keep only the newest files of earlier versions. */
async function dropOldAssets(): Promise<void> {
  const cache = await caches.open(NAMES.assets)
  const current = new Set(MANIFEST.assets)
  const old = (await cache.keys()).filter(({ url }) => !current.has(new URL(url).pathname))
  for (const { url } of old.slice(0, -MOST_OLD_ASSETS)) await cache.delete(url)
}

/** Cache the pages that were opened before the worker was installed. */
async function keepOpenPages(): Promise<void> {
  const cache = await caches.open(NAMES.pages)
  for (const client of await self.clients.matchAll({ type: 'window' })) {
    const url = withoutQuery(client.url)
    if (!shellPaths.has(new URL(url).pathname)) await cache.add(url).catch(() => undefined)
  }
}

/**
 * Saved pages show prices, so fetch them again after a change. Offline, they must not show old
 * prices.
 */
async function refreshPages(): Promise<void> {
  const cache = await caches.open(NAMES.pages)
  for (const { url } of await cache.keys()) {
    const response = await fetch(url, { cache: 'no-cache' }).catch(() => undefined)
    if (response?.ok) await cache.put(url, response)
    else if (response === undefined || response.status < 500) await cache.delete(url)
  }
}

async function keepPictures(urls: readonly string[]): Promise<void> {
  const cache = await caches.open(NAMES.pictures)
  for (const url of urls) if (isOurs(new URL(url))) await cache.add(url).catch(() => undefined)
}

/** What the build tells the service worker of itself. */
export interface WorkerManifest {
  /** Of the shop as a whole: catalogue, scripts and styles. Pages carry it as `data-version`. */
  readonly version: string
  /** Path of the site on its host, with slashes at both ends. */
  readonly base: string
  /** Pages and data that are kept from the first visit on, with a hash of what they hold. */
  readonly shell: readonly { readonly url: string; readonly revision: string }[]
  /** Scripts, styles, fonts: their names change with what they hold. */
  readonly assets: readonly string[]
  /** The pages that stand in for one never seen, by what its path starts with; longest first. */
  readonly fallbacks: readonly { readonly prefix: string; readonly url: string }[]
  /** Stands in for a picture never seen. */
  readonly placeholder: string
}

/** Names of the caches. Projects of one GitHub user share an origin, so the folder is part of them. */
export type CacheNames = Readonly<Record<'shell' | 'assets' | 'pages' | 'pictures', string>>

/** Name the caches of a site; `src/js/offline/saved-pages.view.ts` looks into the third. */
export function cacheNames(base: string): CacheNames {
  const name = (what: string): string => `cinder-${what}:${base}`
  return {
    shell: name('shell'),
    assets: name('assets'),
    pages: name('pages'),
    pictures: name('pictures'),
  }
}

/** Whether a cache is one of ours that this version does not use: an older worker's. */
export function isOutdated(cacheName: string, base: string): boolean {
  const isOurs = cacheName.startsWith('cinder-') && cacheName.endsWith(`:${base}`)
  return isOurs && !Object.values(cacheNames(base)).includes(cacheName)
}

/** An address as its page is kept: what is filtered or chosen on it is the page's own business. */
export function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/, '')
}

/** Find the page that stands in for one never seen. */
export function fallbackFor(
  { fallbacks }: Pick<WorkerManifest, 'fallbacks'>,
  path: string,
): string | undefined {
  return fallbacks.find(({ prefix }) => path.startsWith(prefix))?.url
}

/** Note in a page when it was saved, for it to say so. */
export function stampPage(html: string, savedAt: string): string {
  const moment = new Date(savedAt)
  if (Number.isNaN(moment.getTime())) return html
  return html.replace('<html ', `<html data-saved="${moment.toISOString()}" `)
}

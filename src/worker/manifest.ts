/** What the build passes to the service worker. */
export interface WorkerManifest {
  /** Version of catalogue, scripts and styles together. Pages have it as `data-version`. */
  readonly version: string
  /** Path of the site on its host, with slashes at both ends. */
  readonly base: string
  /** Pages and data cached from the first visit on, with a hash of their content. */
  readonly shell: readonly { readonly url: string; readonly revision: string }[]
  /** Scripts, styles and fonts; their names change with their content. */
  readonly assets: readonly string[]
  /** Fallback pages for pages that aren't cached, by path prefix; longest first. */
  readonly fallbacks: readonly { readonly prefix: string; readonly url: string }[]
  /** Shown instead of a picture that isn't cached. */
  readonly placeholder: string
}

/**
 * Names of the caches. They include the folder, because one GitHub user's projects share an origin.
 */
export type CacheNames = Readonly<Record<'shell' | 'assets' | 'pages' | 'pictures', string>>

/** Name the caches of a site; `src/js/offline/saved-pages.view.ts` reads the pages' cache. */
export function cacheNames(base: string): CacheNames {
  const name = (what: string): string => `cinder-${what}:${base}`
  return {
    shell: name('shell'),
    assets: name('assets'),
    pages: name('pages'),
    pictures: name('pictures'),
  }
}

/** Whether a cache belongs to an older version of this site's worker. */
export function isOutdated(cacheName: string, base: string): boolean {
  const isOurs = cacheName.startsWith('cinder-') && cacheName.endsWith(`:${base}`)
  return isOurs && !Object.values(cacheNames(base)).includes(cacheName)
}

/** The cache key of a page: its address without query and fragment, which don't change the HTML. */
export function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/, '')
}

/** Find the fallback page for a page that isn't cached. */
export function fallbackFor(
  { fallbacks }: Pick<WorkerManifest, 'fallbacks'>,
  path: string,
): string | undefined {
  return fallbacks.find(({ prefix }) => path.startsWith(prefix))?.url
}

/** Mark a page with the time it was saved, so that it can show it. */
export function stampPage(html: string, savedAt: string): string {
  const moment = new Date(savedAt)
  if (Number.isNaN(moment.getTime())) return html
  return html.replace('<html ', `<html data-saved="${moment.toISOString()}" `)
}

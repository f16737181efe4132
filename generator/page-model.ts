import type { LaterFiles } from '../src/js/lib/load-later.ts'
import type { SiteData } from '../src/js/site/site-data.ts'
import { contentSecurityPolicy } from './content-security-policy.ts'
import { absoluteUrl, pageUrl, type Site } from './site.ts'
import type { Route } from './routes.ts'
import { sharePictureOf, shareUrl, type SharePicture } from './share-pictures.ts'
import { speculationRules } from './speculation-rules.ts'
import { siteData } from './view-models/site-data.ts'

/** URLs of the files that a page loads. */
export interface PageAssets {
  readonly script: string
  /** Chunks that the script imports, preloaded so that they load in parallel. */
  readonly preloads: readonly string[]
  /** Chunks that the script loads on demand: see src/js/lib/load-later.ts. Empty in dev. */
  readonly later: LaterFiles
  /** Loads when one of these fails to load: src/page-start/retry.ts. Empty in dev. */
  readonly retry: string
  readonly stylesheet: string
  /** A second style sheet that only some pages have. */
  readonly pageStylesheet?: string | null
  readonly font: string | null
  /** The same font's cut for headlines. */
  readonly headlineFont?: string | null
  /** The version of the whole shop: see generator/worker.ts. Empty in dev. */
  readonly version: string
  /** False in dev, where Vite adds its own scripts and styles to the page. */
  readonly isBuilt: boolean
}

/** What the layout uses as `page`. */
export interface PageModel {
  readonly path: string
  readonly title: string
  readonly description: string
  /** The list's path, so that the navigation can mark it; empty on other pages. */
  readonly section: string
  /** Empty if the site's address is unknown or the page must not be indexed. */
  readonly canonical: string
  /** The picture for shared links. Its `url` is empty if the site's address is unknown. */
  readonly share: SharePicture & {
    readonly url: string
    readonly alt: string
    readonly card: string
  }
  /** The page's Open Graph type. */
  readonly kind: 'product' | 'website'
  readonly isIndexed: boolean
  readonly isHome: boolean
  /** The content security policy for a `<meta>`, for hosts that set no headers; empty in dev. */
  readonly policy: string
  /** Which pages the browser may prefetch or prerender; empty in dev. */
  readonly speculationRules: string
  readonly assets: PageAssets
  /** Data and texts for the page's scripts. */
  readonly data: SiteData
}

/** Prepare a page's head. */
export function pageModel(site: Site, route: Route, assets: PageAssets): PageModel {
  const { name } = site.catalogue.shop
  const { siteUrl } = site.place
  const isHome = route.path === ''
  return {
    path: route.path === '404.html' ? '' : route.path,
    section: route.script === 'shop' ? route.path : '',
    title: isHome ? `${name}: ${route.title}` : `${route.title} · ${name}`,
    description: route.description,
    canonical:
      siteUrl === '' || !route.isIndexed ? '' : absoluteUrl(site, pageUrl(site, route.path)),
    share: shareView(site, route),
    kind: route.script === 'product' ? 'product' : 'website',
    isIndexed: route.isIndexed,
    isHome,
    policy: assets.isBuilt ? contentSecurityPolicy(site, route.allows) : '',
    speculationRules: assets.isBuilt ? speculationRules(site) : '',
    assets,
    data: siteData(site, route.words, assets.later),
  }
}

function shareView(site: Site, { pictures = [], title }: Route): PageModel['share'] {
  const share = sharePictureOf(site, pictures)
  const alt = pictures.length === 0 ? site.catalogue.shop.name : title
  return { ...share, url: shareUrl(site, share), alt, card: 'summary_large_image' }
}

import type { LaterFiles } from '../src/js/lib/load-later.ts'
import type { SiteData } from '../src/js/site/site-data.ts'
import { contentSecurityPolicy } from './content-security-policy.ts'
import { absoluteUrl, pageUrl, type Site } from './site.ts'
import type { Route } from './routes.ts'
import { sharePictureOf, shareUrl, type SharePicture } from './share-pictures.ts'
import { speculationRules } from './speculation-rules.ts'
import { siteData } from './view-models/site-data.ts'

/** The files a page loads, as addresses. */
export interface PageAssets {
  readonly script: string
  /** Chunks the script imports, fetched at once instead of one after the other. */
  readonly preloads: readonly string[]
  /** What the script may load when it is wanted: see src/js/lib/load-later.ts. Empty in dev. */
  readonly later: LaterFiles
  /** Comes where one of these did not: src/page-start/retry.ts. Empty in dev. */
  readonly retry: string
  readonly stylesheet: string
  /** What only some pages have beside it. */
  readonly pageStylesheet?: string | null
  readonly font: string | null
  /** The headlines' cut of it. */
  readonly headlineFont?: string | null
  /** Of the shop as a whole: see generator/worker.ts. Empty in dev. */
  readonly version: string
  /** False in dev, where Vite puts scripts and styles of its own into the page. */
  readonly isBuilt: boolean
}

/** What the layout needs of a page, as `page`. */
export interface PageModel {
  readonly path: string
  readonly title: string
  readonly description: string
  /** Which of the lists this is, for the navigation; empty for none. */
  readonly section: string
  /** Empty where the site's address is not known or the page should not be found. */
  readonly canonical: string
  /** What it is shared with; an empty address where the site's own is not known. */
  readonly share: SharePicture & {
    readonly url: string
    readonly alt: string
    readonly card: string
  }
  /** Open Graph's word for what the page is about. */
  readonly kind: 'product' | 'website'
  readonly isIndexed: boolean
  readonly isHome: boolean
  /** For a `<meta>`, which serves where the host sets no headers; empty in dev. */
  readonly policy: string
  /** Which pages the browser may make ready before they are asked for; empty in dev. */
  readonly speculationRules: string
  readonly assets: PageAssets
  /** What its scripts need, and the words they say. */
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

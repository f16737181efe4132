import { absoluteUrl, pageUrl, type Site } from './site.ts'
import type { Route } from './routes.ts'

/** The files a page loads, as addresses. */
export interface PageAssets {
  readonly script: string
  /** Chunks the script imports, fetched at once instead of one after the other. */
  readonly preloads: readonly string[]
  readonly stylesheet: string
  readonly font: string | null
  /** The headlines' cut of it. */
  readonly headlineFont?: string | null
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
  readonly shareImage: string
  readonly isIndexed: boolean
  readonly isHome: boolean
  readonly assets: PageAssets
}

/** Prepare a page's head. */
export function pageModel(site: Site, route: Route, assets: PageAssets): PageModel {
  const { name } = site.catalogue.shop
  const { siteUrl, base } = site.place
  const isHome = route.path === ''
  return {
    path: route.path === '404.html' ? '' : route.path,
    section: route.script === 'shop' ? route.path : '',
    title: isHome ? `${name}: ${route.title}` : `${route.title} · ${name}`,
    description: route.description,
    canonical:
      siteUrl === '' || !route.isIndexed ? '' : absoluteUrl(site, pageUrl(site, route.path)),
    shareImage: siteUrl === '' ? '' : `${siteUrl}${base}img/share.png`,
    isIndexed: route.isIndexed,
    isHome,
    assets,
  }
}

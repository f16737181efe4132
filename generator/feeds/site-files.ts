import { CATALOGUE_VERSION, type CatalogueFile } from '../../src/js/catalog/catalogue-file.ts'
import { textFor } from '../catalog/catalogue.ts'
import { searchPath } from '../view-models/list-page.ts'
import { productData } from '../view-models/product-data.ts'
import { searchFile } from '../view-models/search-file.ts'
import { feedItems } from './feed-items.ts'
import { googleFeed } from './google-feed.ts'
import { metaFeed } from './meta-feed.ts'
import { sitemapFiles } from './sitemap.ts'
import type { Route } from '../routes.ts'
import type { SiteFile } from './site-file.ts'
import { absoluteUrl, fileUrl, pageUrl, type Site } from '../site.ts'

/**
 * The files of one market: the catalogue in which the cart looks up prices, what a search needs, and
 * the seller feeds, which need full addresses.
 */
export function marketFiles(site: Site): readonly SiteFile[] {
  const { locale } = site.market
  const products = site.catalogue.products.map((product) => productData(site, product))
  const file: CatalogueFile = { version: CATALOGUE_VERSION, products }
  const catalogue = { path: `data/catalogue.${locale}.json`, text: JSON.stringify(file) }
  const search = { path: searchPath(site), text: JSON.stringify(searchFile(site)) }
  if (site.place.siteUrl === '') return [catalogue, search]
  const items = feedItems(site)
  return [
    catalogue,
    search,
    { path: `feeds/google.${locale}.xml`, text: googleFeed(site, items) },
    { path: `feeds/meta.${locale}.csv`, text: metaFeed(items) },
  ]
}

/**
 * The files that exist once per site. A sitemap should have full addresses; without a SITE_URL it has
 * paths, and robots.txt doesn't mention it.
 *
 * @param markets - each market with its pages; the first is the main one
 */
export function siteFiles(
  markets: readonly { readonly site: Site; readonly routes: readonly Route[] }[],
): readonly SiteFile[] {
  const [main] = markets
  if (main === undefined) return []
  const { site } = main
  const sitemap = markets.flatMap(({ site: one, routes }) =>
    routes
      .filter(({ isIndexed }) => isIndexed)
      .map(({ path, pictures = [] }) => ({
        url: absoluteUrl(one, pageUrl(one, path)),
        pictures: pictures.map((picture) => absoluteUrl(one, fileUrl(one, picture))),
      })),
  )
  return [
    ...sitemapFiles(sitemap, (path) => absoluteUrl(site, fileUrl(site, path))),
    { path: 'robots.txt', text: robotsText(site) },
    { path: 'manifest.webmanifest', text: JSON.stringify(manifest(site), null, 2) },
  ]
}

function robotsText(site: Site): string {
  const sitemap = absoluteUrl(site, fileUrl(site, 'sitemap.xml'))
  const closing = site.place.siteUrl === '' ? '' : `\nSitemap: ${sitemap}\n`
  return `User-agent: *\nAllow: /\n${closing}`
}

/** @see https://www.w3.org/TR/appmanifest/ */
function manifest(site: Site): object {
  const { words } = site
  const { name } = site.catalogue.shop
  const icon = (file: string, size: number, purpose: string): object => ({
    src: fileUrl(site, `img/${file}`),
    sizes: `${String(size)}x${String(size)}`,
    type: 'image/png',
    purpose,
  })
  return {
    name,
    short_name: name,
    lang: site.market.tag,
    description: textFor(site.catalogue.shop.tagline, site.market.locale),
    id: site.place.base,
    start_url: pageUrl(site, ''),
    scope: site.place.base,
    display: 'minimal-ui',
    background_color: '#F6F5F1',
    theme_color: '#14161A',
    icons: [
      icon('icon-192.png', 192, 'any'),
      icon('icon-512.png', 512, 'any'),
      icon('icon-maskable-512.png', 512, 'maskable'),
    ],
    shortcuts: [
      shortcut(site, words.t('site.footer-shop'), 'shop/'),
      shortcut(site, words.t('site.cart'), 'cart/'),
    ],
  }
}

function shortcut(site: Site, name: string, path: string): object {
  const icon = { src: fileUrl(site, 'img/icon-192.png'), sizes: '192x192', type: 'image/png' }
  return { name, url: pageUrl(site, path), icons: [icon] }
}

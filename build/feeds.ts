import { productData } from './view-models/product-data.ts'
import type { Route } from './routes.ts'
import { absoluteUrl, fileUrl, pageUrl, type Site } from './site.ts'

/** A file beside the pages; `path` is under `dist/`. */
export interface SiteFile {
  readonly path: string
  readonly text: string
}

/** The files of one market: what the cart looks prices up in. */
export function marketFiles(site: Site): readonly SiteFile[] {
  const products = site.catalogue.products.map((product) => productData(site, product))
  return [{ path: `data/catalogue.${site.market.locale}.json`, text: JSON.stringify(products) }]
}

/**
 * The files the whole site has once. A sitemap should hold absolute addresses; without a SITE_URL it
 * has paths, and robots.txt does not point at it.
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
      .map(({ path }) => absoluteUrl(one, pageUrl(one, path))),
  )
  return [
    { path: 'sitemap.xml', text: sitemapXml(sitemap) },
    { path: 'robots.txt', text: robotsText(site) },
    { path: 'manifest.webmanifest', text: JSON.stringify(manifest(site), null, 2) },
  ]
}

/** @see https://www.sitemaps.org/protocol.html */
function sitemapXml(urls: readonly string[]): string {
  const entries = urls.map((url) => `  <url><loc>${escapeXml(url)}</loc></url>\n`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('')}</urlset>\n`
}

function robotsText(site: Site): string {
  const sitemap = absoluteUrl(site, fileUrl(site, 'sitemap.xml'))
  const closing = site.place.siteUrl === '' ? '' : `\nSitemap: ${sitemap}\n`
  return `User-agent: *\nAllow: /\n${closing}`
}

/** @see https://www.w3.org/TR/appmanifest/ */
function manifest(site: Site): object {
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
  }
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

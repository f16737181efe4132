import type { SiteFile } from './site-file.ts'
import { escapeXml } from './xml.ts'

/** A page in the sitemap, with full addresses. */
export interface SitemapEntry {
  readonly url: string
  readonly pictures: readonly string[]
}

/** The protocol's limit per file. */
const MOST_ENTRIES = 50_000

/**
 * Write the sitemap. Above the limit, it is an index of numbered sitemaps.
 *
 * @param addressOf - returns the full address of a file
 * @see https://www.sitemaps.org/protocol.html
 * @see https://developers.google.com/search/docs/crawling-indexing/sitemaps/image-sitemaps
 */
export function sitemapFiles(
  entries: readonly SitemapEntry[],
  addressOf: (path: string) => string,
): readonly SiteFile[] {
  if (entries.length <= MOST_ENTRIES) return [{ path: 'sitemap.xml', text: urlset(entries) }]
  const parts: SiteFile[] = []
  for (let first = 0; first < entries.length; first += MOST_ENTRIES) {
    const path = `sitemap-${String(parts.length + 1)}.xml`
    parts.push({ path, text: urlset(entries.slice(first, first + MOST_ENTRIES)) })
  }
  const list = parts.map(
    ({ path }) => `  <sitemap><loc>${escapeXml(addressOf(path))}</loc></sitemap>\n`,
  )
  const index = `${DECLARATION}<sitemapindex ${NAMESPACE}>\n${list.join('')}</sitemapindex>\n`
  return [{ path: 'sitemap.xml', text: index }, ...parts]
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
const IMAGES = 'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'

function urlset(entries: readonly SitemapEntry[]): string {
  const lines = entries.map(({ url, pictures }) => {
    const images = pictures.map(
      (picture) => `<image:image><image:loc>${escapeXml(picture)}</image:loc></image:image>`,
    )
    return `  <url><loc>${escapeXml(url)}</loc>${images.join('')}</url>\n`
  })
  return `${DECLARATION}<urlset ${NAMESPACE} ${IMAGES}>\n${lines.join('')}</urlset>\n`
}

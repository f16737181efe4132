import type { Catalogue, Market } from './catalog/catalogue.ts'
import type { Words } from './locale.ts'
import type { Models } from './models.ts'
import type { Pictures } from './pictures.ts'

/** Where a build will be hosted. */
export interface Place {
  /** Path of the site on its host, with slashes at both ends: "/" or "/spikes/". */
  readonly base: string
  /** Scheme and host, such as "https://spikes.example"; empty if unknown. */
  readonly siteUrl: string
}

/** All the data for the pages of one market. */
export interface Site {
  readonly catalogue: Catalogue
  readonly market: Market
  readonly words: Words
  readonly pictures: Pictures
  readonly models: Models
  readonly place: Place
  /** The script inside each page: generator/start-script.ts. */
  readonly startScript: string
}

/** The address of a page of this market: `pageUrl(site, 'shop/')` is "/spikes/zh/shop/". */
export function pageUrl({ place, market }: Site, path: string): string {
  return place.base + market.prefix + path
}

/** The address of a file in `public/`, the same in all markets. */
export function fileUrl({ place }: Site, path: string): string {
  return place.base + path
}

/** A full address, for canonical links and feeds; relative without a SITE_URL. */
export function absoluteUrl({ place }: Site, url: string): string {
  return place.siteUrl + url
}

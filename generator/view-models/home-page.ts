import { EVENTS } from '../../src/js/catalog/vocabulary.ts'
import type { Product } from '../catalog/catalogue.ts'
import { fileUrl, pageUrl, type Site } from '../site.ts'
import { cardView, type ProductCardView } from './product-card.ts'
import { graph, organizationLd, websiteLd } from './shop-json-ld.ts'

/** Cards in a section of the home page: they fill the grid at 2 and at 4 columns. */
const ROW = 4

/** A link to an event's page. */
export interface EventLinkView {
  readonly id: string
  readonly name: string
  /** Shorter name, for a line that must not wrap. */
  readonly short: string
  readonly url: string
  readonly count: number
}

export interface HomePageView {
  readonly count: number
  readonly events: readonly EventLinkView[]
  readonly fresh: readonly ProductCardView[]
  readonly sale: readonly ProductCardView[]
  readonly hero: { readonly srcset: string; readonly src: string }
  readonly jsonLd: unknown
}

export function homePageView(site: Site): HomePageView {
  const { listed, newSince } = site.catalogue
  const shoes = listed.filter(({ kind }) => kind === 'shoe')
  const fresh = shoes
    .filter(({ released }) => released >= newSince)
    .toSorted((a, b) => b.released.localeCompare(a.released))
  const sale = shoes.filter((product) => product['sale-price'] !== undefined)
  const cards = (products: readonly Product[]): readonly ProductCardView[] =>
    products.slice(0, ROW).map((product) => cardView(site, product))
  return {
    count: shoes.length,
    events: eventLinks(site),
    fresh: cards(fresh),
    sale: cards(sale),
    hero: {
      srcset: [800, 1600]
        .map((width) => `${fileUrl(site, `img/hero-${String(width)}.avif`)} ${String(width)}w`)
        .join(', '),
      src: fileUrl(site, 'img/hero-1600.webp'),
    },
    jsonLd: graph(websiteLd(site), organizationLd(site)),
  }
}

/** All events with at least one model, in the order of a meet program. */
export function eventLinks(site: Site): readonly EventLinkView[] {
  return EVENTS.map((id) => ({
    id,
    name: site.words.t(`event.${id}.name`),
    short: site.words.t(`event.${id}.short`),
    url: pageUrl(site, `events/${id}/`),
    count: site.catalogue.listed.filter((one) => one.kind === 'shoe' && one.events.includes(id))
      .length,
  })).filter(({ count }) => count > 0)
}

import type { EventId } from '../../src/js/catalog/vocabulary.ts'
import type { PackedProduct } from '../../src/js/filters/listing.ts'
import type { Product } from '../catalog/catalogue.ts'
import { fileUrl, pageUrl, type Site } from '../site.ts'
import { filterFormView, type FilterFormView } from './filter-form.ts'
import { cardView, isSoldOut, type ProductCardView } from './product-card.ts'
import { packedProduct } from './product-data.ts'
import { breadcrumbsLd, graph, itemListLd, type Crumb } from './shop-json-ld.ts'

/** A page that lists products: the shop, or one event. */
export interface ListPageView {
  readonly url: string
  readonly cards: readonly ProductCardView[]
  /** No longer made, but there are pairs left: hidden until someone searches for their names. */
  readonly lastPairs: readonly ProductCardView[]
  readonly form: FilterFormView
  /** What the browser filters by, read once from the page. */
  readonly listing: {
    readonly products: readonly PackedProduct[]
    readonly vocabulary: FilterFormView['vocabulary']
    /** Where what a search needs is, from src/js/search/search-file.ts. */
    readonly searchUrl: string
  }
  readonly jsonLd: unknown
}

/** Prepare the whole catalogue. */
export function shopPageView(site: Site): ListPageView {
  const crumbs = [shopCrumb(site)]
  const { listed: products, products: all } = site.catalogue
  return listView(site, { path: 'shop/', products, discontinued: all.filter(isLastPair), crumbs })
}

/** Prepare one event's range. */
export function eventPageView(site: Site, event: EventId): ListPageView {
  const { listed, products: all } = site.catalogue
  const isUsed = (product: Product): boolean =>
    product.kind === 'shoe' && product.events.includes(event)
  const products = listed.filter(isUsed)
  const discontinued = all.filter((product) => isLastPair(product) && isUsed(product))
  // What is built for the event comes before what can also be used for it.
  const ordered = products.toSorted((a, b) => Number(isFor(b, event)) - Number(isFor(a, event)))
  const path = `events/${event}/`
  const crumbs = [shopCrumb(site), { name: site.words.t(`event.${event}.name`), path }]
  return listView(site, { path, products: ordered, discontinued, crumbs, isEvent: true })
}

/** The path of a market's search file. */
export function searchPath({ market }: Site): string {
  return `data/search.${market.locale}.json`
}

function shopCrumb({ words }: Site): Crumb {
  return { name: words.t('site.footer-shop'), path: 'shop/' }
}

function isLastPair(product: Product): boolean {
  return product.status === 'discontinued' && !isSoldOut(product)
}

function isFor(product: Product, event: EventId): boolean {
  return product.kind === 'shoe' && product.events[0] === event
}

interface List {
  readonly path: string
  readonly products: readonly Product[]
  readonly discontinued: readonly Product[]
  readonly crumbs: readonly Crumb[]
  readonly isEvent?: boolean
}

function listView(site: Site, list: List): ListPageView {
  const { path, products, discontinued, crumbs, isEvent = false } = list
  const packed = [...products, ...discontinued].map((product) => packedProduct(site, product))
  const form = filterFormView(site, packed, isEvent ? 'event' : undefined)
  return {
    url: pageUrl(site, path),
    cards: products.map((product) => cardView(site, product)),
    lastPairs: discontinued.map((product) => cardView(site, product)),
    form,
    listing: {
      products: packed,
      vocabulary: form.vocabulary,
      searchUrl: fileUrl(site, searchPath(site)),
    },
    jsonLd: graph(
      itemListLd(
        site,
        products.map(({ slug }) => slug),
      ),
      breadcrumbsLd(site, crumbs),
    ),
  }
}

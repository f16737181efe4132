import type { EventId } from '../../src/js/catalog/vocabulary.ts'
import type { PackedProduct } from '../../src/js/filters/listing.ts'
import type { Product } from '../catalog/catalogue.ts'
import { pageUrl, type Site } from '../site.ts'
import { filterFormView, type FilterFormView } from './filter-form.ts'
import { cardView, type ProductCardView } from './product-card.ts'
import { packedProduct } from './product-data.ts'
import { breadcrumbsLd, graph, itemListLd, type Crumb } from './shop-json-ld.ts'

/** A page that lists products: the shop, or one event. */
export interface ListPageView {
  readonly url: string
  readonly cards: readonly ProductCardView[]
  readonly form: FilterFormView
  /** What the browser filters by, read once from the page. */
  readonly listing: {
    readonly products: readonly PackedProduct[]
    readonly vocabulary: FilterFormView['vocabulary']
  }
  readonly jsonLd: unknown
}

/** Prepare the whole catalogue. */
export function shopPageView(site: Site): ListPageView {
  const crumbs = [shopCrumb(site)]
  return listView(site, { path: 'shop/', products: site.catalogue.listed, crumbs })
}

/** Prepare one event's range. */
export function eventPageView(site: Site, event: EventId): ListPageView {
  const products = site.catalogue.listed.filter(
    (product) => product.kind === 'shoe' && product.events.includes(event),
  )
  // What is built for the event comes before what can also be used for it.
  const ordered = products.toSorted((a, b) => Number(isFor(b, event)) - Number(isFor(a, event)))
  const path = `events/${event}/`
  const crumbs = [shopCrumb(site), { name: site.words.t(`event.${event}.name`), path }]
  return listView(site, { path, products: ordered, crumbs, isEvent: true })
}

function shopCrumb({ words }: Site): Crumb {
  return { name: words.t('site.footer-shop'), path: 'shop/' }
}

function isFor(product: Product, event: EventId): boolean {
  return product.kind === 'shoe' && product.events[0] === event
}

interface List {
  readonly path: string
  readonly products: readonly Product[]
  readonly crumbs: readonly Crumb[]
  readonly isEvent?: boolean
}

function listView(site: Site, { path, products, crumbs, isEvent = false }: List): ListPageView {
  const packed = products.map((product) => packedProduct(site, product))
  const form = filterFormView(site, packed, isEvent ? 'event' : undefined)
  return {
    url: pageUrl(site, path),
    cards: products.map((product) => cardView(site, product)),
    form,
    listing: { products: packed, vocabulary: form.vocabulary },
    jsonLd: graph(
      itemListLd(
        site,
        products.map(({ slug }) => slug),
      ),
      breadcrumbsLd(site, crumbs),
    ),
  }
}

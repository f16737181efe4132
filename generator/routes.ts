import { textFor, toSlug, type Product } from './catalog/catalogue.ts'
import { pageMessages } from './locale.ts'
import { checkoutView, orderSheetView } from './view-models/checkout.ts'
import { shippingMethodViews } from './view-models/shipping.ts'
import { sizeGuideView } from './view-models/size-guide.ts'
import { eventPicture } from './view-models/event-picture.ts'
import { eventLinks, homePageView } from './view-models/home-page.ts'
import { eventPageView, shopPageView } from './view-models/list-page.ts'
import { productPageView } from './view-models/product-page.ts'
import { cardView } from './view-models/product-card.ts'
import { teamPageView } from './view-models/team-page.ts'
import type { EventId } from '../src/js/catalog/vocabulary.ts'
import type { Site } from './site.ts'

/** The entries of `src/js/pages/`: what a page needs of script. */
export type Script =
  | 'shop'
  | 'product'
  | 'cart'
  | 'team'
  | 'checkout'
  | 'order-sheet'
  | 'size-guide'
  | 'offline'
  | 'content'

/** One page: its address, its template, and what fills it. */
export interface Route {
  /** Under the market's prefix: "shop/", or "" for home; a file name where it is no folder. */
  readonly path: string
  /** From the project's folder. */
  readonly template: string
  readonly script: Script
  readonly title: string
  readonly description: string
  /** Made when the page is, so that ten thousand models are not in memory at once. */
  readonly view: () => object
  /** Whether search engines should show it. */
  readonly isIndexed: boolean
  /** Paths under `public/` of what it shows, for search engines; the first is shared with it. */
  readonly pictures?: readonly string[]
}

/** How many models "Also for …" shows. */
const RELATED = 4

/** List every page of a market. `pages/` is no part of an address; `[slug]` comes from data. */
export function routesOf(site: Site): readonly Route[] {
  return [...shopRoutes(site), ...eventRoutes(site), ...productRoutes(site), ...contentRoutes(site)]
}

function shopRoutes(site: Site): Route[] {
  const { t } = site.words
  const count = site.catalogue.listed.length
  return [
    {
      path: '',
      template: 'index.html',
      script: 'content',
      title: t('home.title'),
      description: t('home.description'),
      view: () => ({ home: homePageView(site) }),
      isIndexed: true,
    },
    {
      path: 'shop/',
      template: 'pages/shop/index.html',
      script: 'shop',
      title: t('shop.title'),
      description: t('shop.description', { count }),
      view: () => ({ list: shopPageView(site) }),
      isIndexed: true,
    },
  ]
}

function eventRoutes(site: Site): Route[] {
  const { t } = site.words
  return eventLinks(site).map(({ id, name }, index) => ({
    path: `events/${id}/`,
    template: 'pages/events/[event]/index.html',
    script: 'shop',
    title: t('event-page.title', { event: name }),
    description: t('event-page.description', { event: name, intro: t(`event.${id}.intro`) }),
    view: () => ({
      list: eventPageView(site, id as EventId),
      // Its lane on the home page.
      event: {
        id,
        name,
        intro: t(`event.${id}.intro`),
        number: index + 1,
        picture: eventPicture(site, id),
      },
    }),
    isIndexed: true,
  }))
}

function productRoutes(site: Site): Route[] {
  const { catalogue, words } = site
  const findRelated = createRelated(site)
  return catalogue.products.map((product) => ({
    path: `products/${product.slug}/`,
    template: 'pages/products/[slug]/index.html',
    script: 'product',
    title: words.t('product.title', {
      name: product.name,
      brand: catalogue.brands[product.brand]?.name ?? product.brand,
    }),
    description: textFor(product.summary, site.market.locale),
    view: () => ({
      product: productPageView(site, product),
      related: findRelated(product).map((one) => cardView(site, one)),
    }),
    isIndexed: true,
    pictures: picturesOf(site, product),
  }))
}

/** One of each colourway that has any: the fallback, which everyone can read. */
function picturesOf({ pictures }: Site, { slug, colours }: Product): readonly string[] {
  return colours.flatMap(
    ({ name }) => pictures.find(slug, toSlug(textFor(name, 'en')), 'side')?.fallback ?? [],
  )
}

/** Sorted once by event: asking every product about every other would grow with the square. */
function createRelated({ catalogue }: Site): (product: Product) => readonly Product[] {
  const groupOf = (product: Product): string =>
    product.kind === 'shoe' ? (product.events[0] ?? '') : product.kind
  const groups = new Map<string, Product[]>()
  for (const product of catalogue.listed) {
    const group = groups.get(groupOf(product))
    if (group === undefined) groups.set(groupOf(product), [product])
    else group.push(product)
  }
  return (product) => {
    const group = groups.get(groupOf(product)) ?? []
    return group
      .slice(0, RELATED + 1)
      .filter((one) => one !== product)
      .slice(0, RELATED)
  }
}

function contentRoutes(site: Site): Route[] {
  const { t } = site.words
  const { shop } = site.catalogue
  const names = { name: shop.name, days: shop.returns.days }
  const content = (path: string, key: string, script: Script = 'content'): Route => ({
    path,
    template: `pages/${path.endsWith('/') ? `${path}index.html` : path}`,
    script,
    title: t(`${key}.title`, names),
    description: t(`${key}.description`, names),
    view: () => ({}),
    isIndexed: true,
  })
  return [
    {
      ...content('cart/', 'cart', 'cart'),
      view: () => ({ words: pageMessages(site.words, 'share') }),
      isIndexed: false,
    },
    { ...content('team/', 'team', 'team'), view: () => ({ team: teamPageView(site) }) },
    {
      ...content('checkout/', 'checkout', 'checkout'),
      view: () => ({ checkout: checkoutView(site) }),
      isIndexed: false,
    },
    {
      ...content('order-sheet/', 'order-sheet', 'order-sheet'),
      view: () => ({ sheet: orderSheetView(site) }),
      isIndexed: false,
    },
    {
      ...content('size-guide/', 'size-guide', 'size-guide'),
      view: () => ({ guide: sizeGuideView() }),
    },
    {
      ...content('delivery/', 'delivery'),
      view: () => ({ methods: shippingMethodViews(site), handOff: shop['hand-off'].by }),
    },
    content('about/', 'about'),
    { ...content('404.html', 'not-found'), isIndexed: false },
    { ...content('offline/', 'offline', 'offline'), isIndexed: false },
  ]
}

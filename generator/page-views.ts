import type { MessageValues } from '../src/js/lib/messages.ts'
import type { EventId } from '../src/js/catalog/vocabulary.ts'
import { textFor, toSlug, type Product } from './catalog/catalogue.ts'
import type { Site } from './site.ts'
import { checkoutView } from './view-models/checkout.ts'
import { eventPicture } from './view-models/event-picture.ts'
import { eventLinks, homePageView, type EventLinkView } from './view-models/home-page.ts'
import { eventPageView, shopPageView } from './view-models/list-page.ts'
import { cardView } from './view-models/product-card.ts'
import { productPageView } from './view-models/product-page.ts'
import { relatedTo } from './view-models/related.ts'
import { shippingMethodViews } from './view-models/shipping.ts'
import { sizeGuideView } from './view-models/size-guide.ts'
import { teamPageView } from './view-models/team-page.ts'
import { viewerView } from './view-models/viewer.ts'

/** Makes what a page's template needs in addition to `site` and `page`. */
type View<Item> = (site: Site, item: Item) => object

/** View models of pages without brackets, by the name in their front matter. */
export const SITE_VIEWS: Readonly<Record<string, View<null>>> = {
  home: (site) => ({ home: homePageView(site) }),
  shop: (site) => ({ list: shopPageView(site) }),
  team: (site) => ({ team: teamPageView(site) }),
  checkout: (site) => ({ checkout: checkoutView(site) }),
  'size-guide': () => ({ guide: sizeGuideView() }),
  delivery: (site) => ({
    methods: shippingMethodViews(site),
    handOff: site.catalogue.shop['hand-off'].by,
  }),
}

/** A folder in brackets: one page for each item of data. */
interface Folder<Item> {
  readonly items: (site: Site) => readonly Item[]
  /** What replaces the brackets in the address. */
  readonly segmentOf: (item: Item) => string
  /** Values for placeholders in the page's title and description. */
  readonly valuesOf: (site: Site, item: Item) => MessageValues
  /**
   * The page's pictures for search engines, as paths under `public/`. The first is also its share
   * picture.
   */
  readonly picturesOf: (site: Site, item: Item) => readonly string[]
  /** Groups under `words` in the front matter that this item's page doesn't need. */
  readonly unusedWordsOf: (site: Site, item: Item) => readonly string[]
  readonly views: Readonly<Record<string, View<Item>>>
}

interface EventItem extends EventLinkView {
  /** The number of its lane on the home page. */
  readonly number: number
}

const event: Folder<EventItem> = {
  items: (site) => eventLinks(site).map((link, index) => ({ ...link, number: index + 1 })),
  segmentOf: ({ id }) => id,
  valuesOf: ({ words }, { id, name }) => ({ event: name, intro: words.t(`event.${id}.intro`) }),
  picturesOf: () => [],
  unusedWordsOf: () => [],
  views: {
    event: (site, { id, name, number }) => ({
      list: eventPageView(site, id as EventId),
      event: {
        id,
        name,
        intro: site.words.t(`event.${id}.intro`),
        number,
        picture: eventPicture(site, id),
      },
    }),
  },
}

const slug: Folder<Product> = {
  items: ({ catalogue }) => catalogue.products,
  segmentOf: (product) => product.slug,
  valuesOf: ({ catalogue, market }, product) => ({
    name: product.name,
    brand: catalogue.brands[product.brand]?.name ?? product.brand,
    summary: textFor(product.summary, market.locale),
  }),
  // One picture per colorway, in the format that every client can read.
  picturesOf: ({ pictures }, product) =>
    product.colours.flatMap(
      ({ name }) =>
        pictures.find(product.slug, toSlug(textFor(name, 'en')), 'side')?.fallback ?? [],
    ),
  unusedWordsOf: (site, product) => (viewerView(site, product) === null ? ['viewer'] : []),
  views: {
    product: (site, product) => ({
      product: productPageView(site, product),
      related: relatedTo(site, product).map((one) => cardView(site, one)),
    }),
  },
}

export interface FolderPage {
  readonly segment: string
  readonly values: MessageValues
  readonly pictures: readonly string[]
  readonly unusedWords: readonly string[]
  readonly view: (name: string) => object
}

/** A folder in brackets, with the type of its items hidden. */
interface AnyFolder {
  readonly views: Readonly<Record<string, unknown>>
  readonly pages: (site: Site) => readonly FolderPage[]
}

function open<Item>({ views, items, ...folder }: Folder<Item>): AnyFolder {
  return {
    views,
    pages: (site) =>
      items(site).map((item) => ({
        segment: folder.segmentOf(item),
        values: folder.valuesOf(site, item),
        pictures: folder.picturesOf(site, item),
        unusedWords: folder.unusedWordsOf(site, item),
        view: (name) => views[name]?.(site, item) ?? {},
      })),
  }
}

/** The folders in brackets, by the word in the brackets. */
export const FOLDERS = { event: open(event), slug: open(slug) }

export type FolderName = keyof typeof FOLDERS

/** Whether there is data for a word in brackets. */
export function isFolderName(name: string): name is FolderName {
  return Object.hasOwn(FOLDERS, name)
}

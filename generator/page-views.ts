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

/** Prepares what a page's template prints, beside `site` and `page`. */
type View<Item> = (site: Site, item: Item) => object

/** The view models of single pages, by the name that front matter gives. */
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

/** A folder in brackets: its page is made once for each thing that the data holds. */
interface Folder<Item> {
  readonly items: (site: Site) => readonly Item[]
  /** The part of the address that replaces the brackets. */
  readonly segmentOf: (item: Item) => string
  /** What the messages of title and description can name. */
  readonly valuesOf: (site: Site, item: Item) => MessageValues
  /** Paths under `public/` of what the page shows, for search engines; the first is shared with it. */
  readonly picturesOf: (site: Site, item: Item) => readonly string[]
  /** Groups of the page's script words that this one does without. */
  readonly unusedWordsOf: (site: Site, item: Item) => readonly string[]
  readonly views: Readonly<Record<string, View<Item>>>
}

interface EventItem extends EventLinkView {
  /** Its lane on the home page. */
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
  // One picture for each colourway, in the format that every client can read.
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

/** One page of a folder in brackets. */
export interface FolderPage {
  readonly segment: string
  readonly values: MessageValues
  readonly pictures: readonly string[]
  readonly unusedWords: readonly string[]
  readonly view: (name: string) => object
}

/** A folder in brackets, whatever its page is about. */
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

/** The folders in brackets, by the word between them. */
export const FOLDERS = { event: open(event), slug: open(slug) }

/** A word that can be between brackets in `pages/`. */
export type FolderName = keyof typeof FOLDERS

/** Whether a word between brackets has data. */
export function isFolderName(name: string): name is FolderName {
  return Object.hasOwn(FOLDERS, name)
}

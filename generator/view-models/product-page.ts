import { ONE_SIZE } from '../../src/js/catalog/product-data.ts'
import { WIDTHS, type Gender, type Width } from '../../src/js/catalog/vocabulary.ts'
import { MAX_QUANTITY } from '../../src/js/cart/cart.ts'
import { compareSizes, sizeLabel, type SizeSystem } from '../../src/js/catalog/sizes.ts'
import { textFor, type Product, stockByWidth } from '../catalog/catalogue.ts'
import { pageUrl, type Site } from '../site.ts'
import { keyFactsView } from './key-facts.ts'
import { picturesOf, type PictureView } from './picture.ts'
import { plateDiagramView, type PlateDiagramView } from './plate-diagram.ts'
import {
  badgesOf,
  isSoldOut,
  priceView,
  type PriceView,
  type ProductCardView,
} from './product-card.ts'
import { productData } from './product-data.ts'
import { factsView, type FactView } from './product-facts.ts'
import { productJsonLd } from './product-json-ld.ts'
import { viewerView, type ViewerView } from './viewer.ts'
import type { ProductData } from '../../src/js/catalog/product-data.ts'

const SIZE_SYSTEMS: readonly SizeSystem[] = ['eu', 'us', 'uk', 'cm']

interface ColourView {
  readonly code: string
  readonly name: string
  readonly swatch: string
  readonly accent: string
  /** All its views, the side view first. */
  readonly pictures: readonly PictureView[]
}

interface SizeView {
  readonly value: string
  /** The size in each system; for an accessory's option, one entry without a system. */
  readonly labels: readonly { readonly system: string; readonly text: string }[]
  readonly isSoldOut: boolean
}

export interface ProductPageView {
  readonly kind: Product['kind']
  readonly name: string
  readonly brand: string
  readonly brandUrl: string
  readonly event: { readonly name: string; readonly url: string } | null
  readonly summary: string
  readonly description: string
  readonly price: PriceView
  readonly badges: ProductCardView['badges']
  readonly isSoldOut: boolean
  readonly isDiscontinued: boolean
  readonly colours: readonly ColourView[]
  /** Empty if there is only one width. */
  readonly widths: readonly {
    readonly value: Width
    readonly label: string
    readonly isChosen: boolean
  }[]
  /** Empty if there is nothing to choose. */
  readonly sizes: readonly SizeView[]
  readonly sizeSystems: readonly { readonly key: SizeSystem; readonly label: string }[]
  readonly fitNote: string
  readonly maxQuantity: number
  readonly keyFacts: readonly FactView[]
  readonly facts: readonly FactView[]
  readonly plate: PlateDiagramView | null
  /** The 3D model; null if there is none. */
  readonly viewer: ViewerView | null
  readonly data: ProductData
  readonly jsonLd: unknown
}

export function productPageView(site: Site, product: Product): ProductPageView {
  const { words, market, catalogue } = site
  const isShoe = product.kind === 'shoe'
  const sizes = sizesView(product)
  const isOneSize = sizes.length === 1 && sizes[0]?.value === ONE_SIZE
  return {
    kind: product.kind,
    name: product.name,
    brand: catalogue.brands[product.brand]?.name ?? product.brand,
    brandUrl: `${pageUrl(site, 'shop/')}?brand=${product.brand}`,
    event: eventView(site, product),
    summary: textFor(product.summary, market.locale),
    description: textFor(product.description, market.locale),
    price: priceView(site, product),
    badges: badgesOf(site, product),
    isSoldOut: isSoldOut(product),
    isDiscontinued: product.status === 'discontinued',
    colours: product.colours.map((colour) => ({
      code: colour.code,
      name: textFor(colour.name, market.locale),
      swatch: 'upper' in colour.palette ? colour.palette.upper : colour.palette.main,
      accent: 'overlay' in colour.palette ? colour.palette.overlay : colour.palette.accent,
      pictures: picturesOf(site, product, colour),
    })),
    widths: widthsView(site, product),
    sizes: isOneSize ? [] : sizes,
    sizeSystems: isShoe
      ? SIZE_SYSTEMS.map((key) => ({ key, label: words.t(`size-system.${key}`) }))
      : [],
    fitNote: isShoe ? words.t(`fit-length.${product.fit.length}`) : '',
    maxQuantity: MAX_QUANTITY,
    keyFacts: keyFactsView(site, product),
    facts: factsView(site, product),
    plate: isShoe ? plateDiagramView(product) : null,
    viewer: viewerView(site, product),
    data: productData(site, product),
    jsonLd: productJsonLd(site, product),
  }
}

function eventView(site: Site, product: Product): ProductPageView['event'] {
  const event = product.kind === 'shoe' ? product.events[0] : undefined
  if (event === undefined) return null
  return { name: site.words.t(`event.${event}.name`), url: pageUrl(site, `events/${event}/`) }
}

function widthsView({ words }: Site, product: Product): ProductPageView['widths'] {
  if (product.kind === 'accessory') return []
  const present = WIDTHS.filter((width) => product.colours.some(({ stock }) => stock[width]))
  if (present.length < 2) return []
  const opening = present.includes('regular') ? 'regular' : present[0]
  return present.map((value) => ({
    value,
    label: words.t(`width.${value}`),
    isChosen: value === opening,
  }))
}

/** Every size of the model in any colour or width, marked as sold out for the first colour. */
function sizesView(product: Product): readonly SizeView[] {
  const stocks = product.colours.map(({ stock }) => stockByWidth(stock))
  const all = new Set(
    stocks.flatMap((stock) => Object.values(stock).flatMap((one) => Object.keys(one))),
  )
  const [first] = stocks
  const opening = first?.regular ?? Object.values(first ?? {})[0] ?? {}
  const gender = product.kind === 'shoe' ? product.gender : null
  return [...all]
    .sort(compareSizes)
    .map((value) => sizeView(gender, value, (opening[value] ?? 0) === 0))
}

const sizeViews = new Map<string, SizeView>()

/** One view for all models with this size, so that its HTML is rendered once: see RenderTag. */
function sizeView(gender: Gender | null, value: string, isSoldOut: boolean): SizeView {
  const key = [gender, value, isSoldOut].join(' ')
  const labels =
    gender === null
      ? [{ system: '', text: value }]
      : SIZE_SYSTEMS.map((system) => ({ system, text: sizeLabel(Number(value), gender, system) }))
  const view = sizeViews.get(key) ?? { value, labels, isSoldOut }
  sizeViews.set(key, view)
  return view
}

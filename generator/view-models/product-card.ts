import { formatMoney, toMinor } from '../../src/js/lib/money.ts'
import { priceIn, textFor, type Product, stockByWidth } from '../catalog/catalogue.ts'
import { memoise } from '../memoise.ts'
import { pageUrl, type Site } from '../site.ts'
import { pictureOf, picturesOf, type PictureView } from './picture.ts'

/** A formatted price: the current one, and the one before a sale. */
export interface PriceView {
  readonly now: string
  readonly was: string | null
}

/** A product in a list. */
export interface ProductCardView {
  readonly slug: string
  readonly url: string
  readonly name: string
  readonly brand: string
  readonly facts: readonly string[]
  readonly price: PriceView
  readonly badges: readonly { readonly kind: string; readonly label: string }[]
  readonly dots: readonly { readonly fill: string; readonly cx: number }[]
  readonly dotsWidth: number
  readonly dotsLabel: string
  readonly picture: PictureView
  /** Shown on hover. It has no alt text, because it adds nothing to the first picture's. */
  readonly second: PictureView | null
}

/** Distance between the centres of two colour dots, in pixels. */
const DOT_STEP = 18

/** Prepare a product for a list. */
export const cardView = memoise((site: Site, product: Product): ProductCardView => {
  const { words, market, catalogue } = site
  const names = product.colours.map(({ name }) => textFor(name, market.locale))
  const [firstColour] = product.colours
  if (firstColour === undefined) throw new Error(`${product.slug} has no colour`)
  return {
    slug: product.slug,
    url: pageUrl(site, `products/${product.slug}/`),
    name: product.name,
    brand: catalogue.brands[product.brand]?.name ?? product.brand,
    facts: factsOf(site, product),
    price: priceView(site, product),
    badges: badgesOf(site, product),
    dots: product.colours.map((colour, index) => ({
      fill: 'upper' in colour.palette ? colour.palette.upper : colour.palette.main,
      cx: DOT_STEP / 2 + index * DOT_STEP,
    })),
    dotsWidth: product.colours.length * DOT_STEP,
    dotsLabel: words.t('card.colours', { count: names.length, names: names.join(', ') }),
    picture: pictureOf(site, product, firstColour),
    second: secondPicture(site, product, firstColour),
  }
})

function secondPicture(
  site: Site,
  product: Product,
  colour: Product['colours'][number],
): PictureView | null {
  const [first, ...others] = picturesOf(site, product, colour)
  const second = others.find(({ view }) => view === 'three-quarter')
  return first?.view === 'side' && second !== undefined ? { ...second, alt: '' } : null
}

/** Format a product's price for the market. */
export function priceView({ market }: Site, product: Product): PriceView {
  const { currency, tag } = market
  const { now, was } = priceIn(product, currency)
  const write = (major: number): string => formatMoney(toMinor(major, currency), currency, tag)
  return { now: write(now), was: was === null ? null : write(was) }
}

/** Whether every size of every colourway is sold out. */
export function isSoldOut(product: Product): boolean {
  return product.colours.every(({ stock }) =>
    Object.values(stockByWidth(stock)).every((sizes) =>
      Object.values(sizes).every((pieces) => pieces === 0),
    ),
  )
}

/** The badges of a card and of a product page. */
export function badgesOf({ words, catalogue }: Site, product: Product): ProductCardView['badges'] {
  const isNew = product.released >= catalogue.newSince && product.status === 'active'
  const kinds = [
    product.status === 'discontinued' && 'discontinued',
    isSoldOut(product) && 'sold-out',
    product['sale-price'] !== undefined && 'sale',
    isNew && 'new',
  ].filter((kind) => kind !== false)
  return kinds.map((kind) => ({ kind, label: words.t(`badge.${kind}`) }))
}

function factsOf({ words }: Site, product: Product): string[] {
  if (product.kind === 'accessory') return [words.t(`accessory.${product.category}`)]
  const [event] = product.events
  return [
    ...(event === undefined ? [] : [words.t(`event.${event}.short`)]),
    words.t('card.weight', { grams: product.weight.grams }),
  ]
}

import { skuOf } from '../../src/js/catalog/sku.ts'
import type { Width } from '../../src/js/catalog/vocabulary.ts'
import type { BrandsSource, ProductSource } from './schema.ts'
import type { MarketSource, ShopSource } from './shop-schema.ts'

/** A product as its file describes it, with the slug from the file's name. */
export type Product = ProductSource & { readonly slug: string }
export type Shoe = Extract<Product, { kind: 'shoe' }>
export type Accessory = Extract<Product, { kind: 'accessory' }>

/** A market with its BCP 47 tag, such as "en-US", for dates, money and `lang`. */
export interface Market extends MarketSource {
  readonly tag: string
}

/** Everything an owner edits, read and checked. Products are in featured order. */
export interface Catalogue {
  readonly shop: ShopSource
  readonly markets: readonly Market[]
  readonly brands: BrandsSource
  readonly products: readonly Product[]
  /** The products that lists show: all but the discontinued ones. */
  readonly listed: readonly Product[]
  /** ISO date; releases from this day on count as new. */
  readonly newSince: string
}

/** Pick the text for a language; if there is none, the English one, else the first. */
export function textFor(text: string | Readonly<Record<string, string>>, locale: string): string {
  if (typeof text === 'string') return text
  return text[locale] ?? text['en'] ?? Object.values(text)[0] ?? ''
}

/** "Glacier Blue" → "glacier-blue", for paths. */
export function toSlug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** The price a market shows now, in major units, and the one before a sale. */
export function priceIn(product: Product, currency: string): { now: number; was: number | null } {
  const full = product.price[currency] ?? 0
  const sale = product['sale-price']?.[currency]
  return sale === undefined ? { now: full, was: null } : { now: sale, was: full }
}

/** Convert both kinds of stock, by option and by width, into one form. */
export function stockByWidth(
  stock: Product['colours'][number]['stock'],
): Readonly<Partial<Record<Width, Readonly<Record<string, number>>>>> {
  const isByOption = Object.values(stock).every((entry) => typeof entry === 'number')
  // An accessory's options count as regular width.
  return (isByOption ? { regular: stock } : stock) as ReturnType<typeof stockByWidth>
}

export function skusOf(product: Product): readonly string[] {
  return product.colours.flatMap(({ code, stock }) =>
    Object.entries(stockByWidth(stock)).flatMap(([width, sizes]) =>
      Object.keys(sizes).map((size) =>
        skuOf({
          styleCode: product['style-code'],
          colourCode: code,
          width: width as Width,
          size,
        }),
      ),
    ),
  )
}

import { skuOf, styleCodeIn } from './sku.ts'
import type { Gender, Width } from './vocabulary.ts'

/**
 * What the browser must know of a model to sell it. The build writes one such record into each
 * product page, and all of them into `data/catalogue.<locale>.json` for the cart.
 */
export interface ProductData {
  readonly slug: string
  readonly name: string
  readonly brand: string
  readonly styleCode: string
  /** Decides the size chart; null for accessories. */
  readonly gender: Gender | null
  readonly priceMinor: number
  /** Price before a sale, or null. */
  readonly wasMinor: number | null
  /** One of it, packed. */
  readonly shippingGrams: number
  /** Shopify's ids of variants by SKU, where orders go there. */
  readonly shopify?: Readonly<Record<string, string>>
  readonly colours: readonly ColourData[]
}

/** One colourway and its stock: pieces by size, by width. */
export interface ColourData {
  readonly code: string
  readonly name: string
  /** Path of its pictures under `public/`, or null where none were made. */
  readonly picture: string | null
  readonly stock: Readonly<Partial<Record<Width, Readonly<Record<string, number>>>>>
}

/** One thing a cart can hold. */
export interface Variant {
  readonly sku: string
  readonly product: ProductData
  readonly colour: ColourData
  readonly width: Width
  readonly size: string
  readonly stock: number
}

/** Finds a variant by SKU; undefined where the shop no longer has it. */
export type VariantLookup = (sku: string) => Variant | undefined

/** Whether the value names the only option of an accessory that has no choice. */
export const ONE_SIZE = 'one-size'

/** List every variant of a model: colourways in the shop's order, widths, then sizes as stored. */
export function variantsOf(product: ProductData): Variant[] {
  return product.colours.flatMap((colour) =>
    Object.entries(colour.stock).flatMap(([width, sizes]) =>
      Object.entries(sizes).map(([size, stock]): Variant => {
        const key = { styleCode: product.styleCode, colourCode: colour.code, size }
        const sku = skuOf({ ...key, width: width as Width })
        return { sku, product, colour, width: width as Width, size, stock }
      }),
    ),
  )
}

/**
 * Make a lookup over some models. Unknown SKUs, `__proto__` included, give undefined. A model's
 * variants are listed when first asked for: a cart asks for few of thousands.
 */
export function createLookup(products: readonly ProductData[]): VariantLookup {
  const byStyleCode = new Map(products.map((product) => [product.styleCode, product]))
  const listed = new Map<ProductData, ReadonlyMap<string, Variant>>()
  const list = (product: ProductData): ReadonlyMap<string, Variant> => {
    const bySku = new Map(variantsOf(product).map((variant) => [variant.sku, variant]))
    listed.set(product, bySku)
    return bySku
  }
  return (sku) => {
    const product = byStyleCode.get(styleCodeIn(sku))
    return product === undefined ? undefined : (listed.get(product) ?? list(product)).get(sku)
  }
}

import type { APIRequestContext } from '@playwright/test'
import { readCatalogue } from '../../../src/js/catalog/catalogue-file.ts'
import { variantsOf, type ProductData, type Variant } from '../../../src/js/catalog/product-data.ts'
import type { SiteData } from '../../../src/js/site/site-data.ts'

/**
 * The catalog of the shop under test. Tests pick variants from it, so they don't depend on one
 * model.
 */
export interface Shop {
  readonly site: SiteData
  readonly products: readonly ProductData[]
  readonly variants: readonly Variant[]
}

export async function readShop(request: APIRequestContext): Promise<Shop> {
  const home = await (await request.get('')).text()
  const json = /<script type="application\/json" id="site-data">(.*?)<\/script>/s.exec(home)?.[1]
  const site = JSON.parse(json!) as SiteData
  const products = readCatalogue(await (await request.get(site.urls.catalogue)).json())
  return { site, products, variants: products.flatMap(variantsOf) }
}

/** Find the first variant that fits. Throws if there is none. */
export function pick(shop: Shop, what: string, fits: (variant: Variant) => boolean): Variant {
  const found = shop.variants.find(fits)
  if (found === undefined) throw new Error(`The catalog has no variant that is ${what}`)
  return found
}

const isShoe = ({ product }: Variant): boolean => product.gender !== null

/** A shoe with several colors and fewer pairs in stock than the limit per line. */
export function pickShoe(shop: Shop): Variant {
  return pick(shop, 'a shoe with 4 to 9 pairs', (variant) => {
    const { product, stock, width } = variant
    return (
      isShoe(variant) &&
      stock >= 4 &&
      stock < 10 &&
      width === 'regular' &&
      product.colours.length > 1
    )
  })
}

/** `count` variants of different models, each in stock and under `mostMinor`. */
export function pickModels(shop: Shop, count: number, mostMinor = Infinity): Variant[] {
  const inStock = shop.variants.filter(
    (one) => one.stock >= 3 && one.product.priceMinor < mostMinor,
  )
  const bySlug = new Map(inStock.map((one) => [one.product.slug, one]))
  return [...bySlug.values()].slice(0, count)
}

/** A variant with more in stock than the limit per line. */
export function pickPlenty(shop: Shop): Variant {
  return pick(shop, 'in stock with more than ten pieces', ({ stock }) => stock > 10)
}

/** A sold-out size that another color has, in a color that has other sizes. */
export function pickSoldOutSize(shop: Shop): Variant {
  return pick(shop, 'a sold-out size with alternatives', (variant) => {
    const others = variantsOf(variant.product).filter(({ stock }) => stock > 0)
    const isElsewhere = others.some(
      (one) => one.size === variant.size && one.width === variant.width,
    )
    const isNear = others.some(
      (one) => one.colour === variant.colour && one.width === variant.width,
    )
    return isShoe(variant) && variant.stock === 0 && isElsewhere && isNear
  })
}

/** A variant of a model that is completely sold out. */
export function pickSoldOutModel(shop: Shop): Variant {
  return pick(shop, 'of a model that is completely sold out', ({ product }) =>
    variantsOf(product).every(({ stock }) => stock === 0),
  )
}

export function pickAccessory(shop: Shop): Variant {
  return pick(shop, 'an accessory', (variant) => !isShoe(variant) && variant.stock > 0)
}

/** Parse a price such as "$1,234.50" into minor units. Prices in tests have two decimals. */
export function priceOf(text: string): number {
  const digits = /\d[\d,]*\.\d\d/.exec(text)?.[0]
  if (digits === undefined) throw new Error(`"${text}" has no price such as $1,234.50`)
  return Math.round(Number(digits.replaceAll(',', '')) * 100)
}

import type { ProductData } from '../../src/js/catalog/product-data.ts'
import type { PackedProduct } from '../../src/js/filters/listing.ts'
import { packRun } from '../../src/js/filters/listing.ts'
import { toMinor } from '../../src/js/lib/money.ts'
import { compareSizes } from '../../src/js/catalog/sizes.ts'
import { priceIn, stockByWidth, textFor, type Product } from '../catalog/catalogue.ts'
import { memoise } from '../memoise.ts'
import type { PictureFiles } from '../pictures.ts'
import type { Site } from '../site.ts'
import { facetValues } from './facet-values.ts'
import { firstFiles } from './picture.ts'

/** What the browser needs to sell a product: see {@link ProductData}. */
export const productData = memoise((site: Site, product: Product): ProductData => {
  const { currency, locale } = site.market
  const { now, was } = priceIn(product, currency)
  return {
    slug: product.slug,
    name: product.name,
    brand: site.catalogue.brands[product.brand]?.name ?? product.brand,
    styleCode: product['style-code'],
    gender: product.kind === 'shoe' ? product.gender : null,
    priceMinor: toMinor(now, currency),
    wasMinor: was === null ? null : toMinor(was, currency),
    shippingGrams: shippingGrams(product),
    ...shopifyIds(site, product),
    colours: product.colours.map((colour) => ({
      code: colour.code,
      name: textFor(colour.name, locale),
      // The smallest one, because the cart shows it as a thumbnail.
      picture: smallest(firstFiles(site, product, colour)),
      stock: stockByWidth(colour.stock),
    })),
  }
})

/** Box and paper of a pair. If the package wasn't weighed, this is a rather heavy guess. */
const BOX_GRAMS = 300
const ACCESSORY_GRAMS = 150

function shippingGrams(product: Product): number {
  const known = product['shipping-g']
  if (known !== undefined) return known
  return product.kind === 'shoe' ? 2 * product.weight.grams + BOX_GRAMS : ACCESSORY_GRAMS
}

/** Only for shops that send orders to Shopify; others don't need the ids. */
function shopifyIds({ catalogue }: Site, { shopify = {} }: Product): Pick<ProductData, 'shopify'> {
  if (catalogue.shop['hand-off'].by !== 'shopify') return {}
  return {
    shopify: Object.fromEntries(Object.entries(shopify).map(([sku, id]) => [sku, String(id)])),
  }
}

/** What filters need of a product: see {@link PackedProduct}. */
export const packedProduct = memoise((site: Site, product: Product): PackedProduct => {
  const { market } = site
  const { now, was } = priceIn(product, market.currency)
  const isShoe = product.kind === 'shoe'
  return {
    slug: product.slug,
    name: product.name,
    ...(product.status === 'discontinued' ? { isDiscontinued: true as const } : {}),
    facets: facetValues(product),
    priceMinor: toMinor(now, market.currency),
    isOnSale: was !== null,
    released: product.released,
    weightGrams: isShoe ? product.weight.grams : null,
    colours: product.colours.map(({ families, stock }) => ({
      families,
      runs: isShoe
        ? Object.fromEntries(
            Object.entries(stockByWidth(stock)).map(([width, sizes]) => [
              width,
              packRun(Object.entries(sizes).toSorted(([a], [b]) => compareSizes(a, b))),
            ]),
          )
        : { regular: packAccessory(stock as Record<string, number>) },
    })),
  }
})

/** Accessories have no shoe size, only whether any are left. */
function packAccessory(stock: Readonly<Record<string, number>>): string {
  const pieces = Object.values(stock).reduce((sum, one) => sum + one, 0)
  return packRun([['', pieces]])
}

function smallest(files: PictureFiles | undefined): string | null {
  return files?.srcset[0]?.path ?? files?.fallback ?? null
}

import { ONE_SIZE, variantsOf, type Variant } from '../../src/js/catalog/product-data.ts'
import type { Gender } from '../../src/js/catalog/vocabulary.ts'
import { toMajor } from '../../src/js/lib/money.ts'
import { textFor, toSlug, type Product } from '../catalog/catalogue.ts'
import { absoluteUrl, fileUrl, pageUrl, type Site } from '../site.ts'
import { productData } from '../view-models/product-data.ts'
import { shippingMinor } from '../view-models/shop-json-ld.ts'

/** One variant for the seller feeds; prices look like "129.95 USD". */
export interface FeedItem {
  readonly id: string
  readonly groupId: string
  readonly title: string
  readonly description: string
  readonly link: string
  readonly image: string
  /** Whether this variant is in stock; other colours have their own items. */
  readonly isInStock: boolean
  /** The full price, also during a sale. */
  readonly price: string
  readonly salePrice: string | null
  readonly brand: string
  readonly mpn: string
  readonly colour: string
  /** Empty if there is nothing to choose. */
  readonly size: string
  readonly shoe: {
    readonly gender: 'male' | 'female' | 'unisex'
    readonly ageGroup: 'adult' | 'kids'
    /** Null if the model comes in one width. */
    readonly width: string | null
  } | null
  /** Such as "Spikes > Sprint". */
  readonly productType: string
  readonly shipping: { readonly country: string; readonly price: string }
}

const GENDERS: Readonly<Record<Gender, 'male' | 'female' | 'unisex'>> = {
  men: 'male',
  women: 'female',
  unisex: 'unisex',
  kids: 'unisex',
}

/**
 * List every variant of every listed model. Variants without a picture are left out: feeds require a
 * real one, not a placeholder.
 */
export function feedItems(site: Site): readonly FeedItem[] {
  return site.catalogue.listed.flatMap((product) =>
    variantsOf(productData(site, product)).flatMap((variant) => itemOf(site, product, variant)),
  )
}

function itemOf(site: Site, product: Product, variant: Variant): readonly FeedItem[] {
  const image = pictureOf(site, product, variant)
  if (image === undefined) return []
  const { sku, product: data, colour, size, stock } = variant
  const { currency, country, locale } = site.market
  const write = (minor: number): string => writePrice(minor, currency)
  const sizeName = size === ONE_SIZE ? '' : size
  return [
    {
      id: sku,
      groupId: product['style-code'],
      title: [data.brand, data.name, colour.name, sizeText(variant)].filter(Boolean).join(' '),
      description: textFor(product.description, locale),
      link: absoluteUrl(
        site,
        `${pageUrl(site, `products/${product.slug}/`)}?variant=${encodeURIComponent(sku)}`,
      ),
      image,
      isInStock: stock > 0,
      price: write(data.wasMinor ?? data.priceMinor),
      salePrice: data.wasMinor === null ? null : write(data.priceMinor),
      brand: data.brand,
      mpn: product['style-code'],
      colour: colour.name,
      size: sizeName,
      shoe: shoeOf(site, variant),
      productType: productTypeOf(site, product),
      shipping: { country, price: write(shippingMinor(site, data.priceMinor)) },
    },
  ]
}

function shoeOf({ words }: Site, { product, width }: Variant): FeedItem['shoe'] {
  const { gender, colours } = product
  if (gender === null) return null
  const widths = new Set(colours.flatMap(({ stock }) => Object.keys(stock)))
  return {
    gender: GENDERS[gender],
    ageGroup: gender === 'kids' ? 'kids' : 'adult',
    width: widths.size > 1 ? words.t(`width.${width}`) : null,
  }
}

function sizeText({ product, size, width }: Variant): string {
  if (size === ONE_SIZE) return ''
  const system = product.gender === null ? '' : 'EU '
  return system + size + (width === 'regular' ? '' : ` ${width}`)
}

function productTypeOf({ words }: Site, product: Product): string {
  if (product.kind === 'accessory') {
    return [words.t('product.accessories'), words.t(`accessory.${product.category}`)].join(' > ')
  }
  const [event] = product.events
  const spikes = words.t('feed.spikes')
  return event === undefined ? spikes : `${spikes} > ${words.t(`event.${event}.name`)}`
}

/** The fallback picture, because Google accepts WebP here but not AVIF. */
function pictureOf(site: Site, product: Product, { colour }: Variant): string | undefined {
  const source = product.colours.find(({ code }) => code === colour.code)
  const name = source === undefined ? '' : toSlug(textFor(source.name, 'en'))
  const files = site.pictures.find(product.slug, name, 'side')
  return files === undefined ? undefined : absoluteUrl(site, fileUrl(site, files.fallback))
}

function writePrice(minor: number, currency: string): string {
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
  return `${toMajor(minor, currency).toFixed(digits.maximumFractionDigits)} ${currency}`
}

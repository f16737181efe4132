import type { Graph, PeopleAudience, Product as ProductLd, ProductGroup } from 'schema-dts'
import { ONE_SIZE, variantsOf, type Variant } from '../../src/js/catalog/product-data.ts'
import { toMajor } from '../../src/js/lib/money.ts'
import { textFor, type Product } from '../catalog/catalogue.ts'
import { absoluteUrl, fileUrl, pageUrl, type Site } from '../site.ts'
import { firstFiles } from './picture.ts'
import { productData } from './product-data.ts'
import { breadcrumbsLd, graph, returnPolicyLd, shippingLd, type Crumb } from './shop-json-ld.ts'

const SIZE_GROUPS = {
  men: 'https://schema.org/WearableSizeGroupMens',
  women: 'https://schema.org/WearableSizeGroupWomens',
  unisex: 'https://schema.org/WearableSizeGroupRegular',
  kids: 'https://schema.org/WearableSizeGroupRegular',
} as const

const AUDIENCES = {
  men: { suggestedGender: 'male', suggestedMinAge: 13 },
  women: { suggestedGender: 'female', suggestedMinAge: 13 },
  unisex: { suggestedGender: 'unisex', suggestedMinAge: 13 },
  kids: { suggestedGender: 'unisex', suggestedMinAge: 5, suggestedMaxAge: 13 },
} as const

/**
 * Describe a model for search engines: its variants, their shared terms, and the breadcrumb.
 *
 * @see https://developers.google.com/search/docs/appearance/structured-data/product-variants
 */
export function productJsonLd(site: Site, product: Product): Graph {
  const { priceMinor } = productData(site, product)
  return graph(
    groupLd(site, product),
    shippingLd(site, priceMinor),
    returnPolicyLd(site),
    breadcrumbsLd(site, crumbsTo(site, product)),
  )
}

function groupLd(site: Site, product: Product): ProductGroup {
  const data = productData(site, product)
  const url = absoluteUrl(site, pageUrl(site, `products/${product.slug}/`))
  const isSized = data.gender !== null
  return {
    '@type': 'ProductGroup',
    productGroupID: product['style-code'],
    mpn: product['style-code'],
    name: product.name,
    url,
    description: textFor(product.description, site.market.locale),
    brand: { '@type': 'Brand', name: data.brand },
    ...(data.gender === null ? {} : { audience: audienceLd(data.gender) }),
    variesBy: ['https://schema.org/color', ...(isSized ? ['https://schema.org/size'] : [])],
    hasVariant: variantsOf(data).map((variant) => ({
      ...variantLd(site, variant, url),
      ...imageLd(site, product, variant),
    })),
  }
}

function audienceLd(gender: keyof typeof AUDIENCES): PeopleAudience {
  return { '@type': 'PeopleAudience', ...AUDIENCES[gender] }
}

/** The same steps as in the page's breadcrumb. */
function crumbsTo({ words }: Site, product: Product): readonly Crumb[] {
  const event = product.kind === 'shoe' ? product.events[0] : undefined
  return [
    { name: words.t('site.footer-shop'), path: 'shop/' },
    ...(event === undefined
      ? []
      : [{ name: words.t(`event.${event}.name`), path: `events/${event}/` }]),
    { name: product.name, path: `products/${product.slug}/` },
  ]
}

/** The largest picture of the variant's colourway, if there is one. */
function imageLd(site: Site, product: Product, { colour }: Variant): { image?: string } {
  const own = product.colours.find(({ code }) => code === colour.code)
  const files = own === undefined ? undefined : firstFiles(site, product, own)
  if (files === undefined) return {}
  return { image: absoluteUrl(site, fileUrl(site, files.srcset.at(-1)?.path ?? files.fallback)) }
}

function variantLd(site: Site, variant: Variant, pageAddress: string): ProductLd {
  const { sku, product, colour, size, stock } = variant
  const { currency } = site.market
  const sizeName = size === ONE_SIZE ? '' : ` ${size}`
  return {
    '@type': 'Product',
    sku,
    name: `${product.name} ${colour.name}${sizeName}`,
    color: colour.name,
    ...(product.gender === null
      ? {}
      : {
          size: {
            '@type': 'SizeSpecification',
            name: size,
            sizeSystem: 'https://schema.org/WearableSizeSystemEurope',
            sizeGroup: SIZE_GROUPS[product.gender],
          },
        }),
    offers: {
      '@type': 'Offer',
      url: `${pageAddress}?variant=${encodeURIComponent(sku)}`,
      price: toMajor(product.priceMinor, currency),
      priceCurrency: currency,
      availability: stock > 0 ? 'https://schema.org/InStock' : 'https://schema.org/OutOfStock',
      itemCondition: 'https://schema.org/NewCondition',
      shippingDetails: { '@id': '#shipping' },
      hasMerchantReturnPolicy: { '@id': '#returns' },
    },
  }
}

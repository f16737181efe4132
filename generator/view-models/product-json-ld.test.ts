import { describe, expect, test } from 'vitest'
import { ALL_PICTURES, CHINA, makeSite, productOf } from '../../tests/fixtures/site.ts'
import { variantsOf } from '../../src/js/catalog/product-data.ts'
import { productData } from './product-data.ts'
import { productJsonLd } from './product-json-ld.ts'

const place = { base: '/spikes/', siteUrl: 'https://cinder.example' }
const site = makeSite({ place, pictures: ALL_PICTURES })

interface VariantLd {
  readonly sku: string
  readonly name: string
  readonly image?: string
  readonly size?: { readonly name: string; readonly sizeGroup: string }
  readonly offers: {
    readonly url: string
    readonly price: number
    readonly priceCurrency: string
    readonly availability: string
  }
}

function variantsFor(slug: string, where = site): readonly VariantLd[] {
  return (nodesOf(where, slug)[0] as { hasVariant: VariantLd[] }).hasVariant
}

function nodesOf(where: typeof site, slug: string): readonly unknown[] {
  return productJsonLd(where, productOf(where, slug))['@graph']
}

describe('the structured data of a model', () => {
  test('is one group, with an absolute address', () => {
    expect(productJsonLd(site, productOf(site, 'swift'))['@context']).toBe('https://schema.org')
    expect(nodesOf(site, 'swift')[0]).toMatchObject({
      '@type': 'ProductGroup',
      productGroupID: 'SW1',
      name: 'Swift',
      url: 'https://cinder.example/spikes/products/swift/',
      brand: { '@type': 'Brand', name: 'Kestrel' },
    })
  })

  test('has one offer for every variant, in stock where it is', () => {
    const real = makeSite({ isReal: true })
    for (const product of real.catalogue.products) {
      const expected = variantsOf(productData(real, product)).map(({ sku, stock }) => [
        sku,
        `https://schema.org/${stock > 0 ? 'InStock' : 'OutOfStock'}`,
      ])
      const offers = variantsFor(product.slug, real).map(({ sku, offers: one }) => [
        sku,
        one.availability,
      ])
      expect(offers).toEqual(expected)
    }
  })

  test('marks sizes as in stock and out of stock', () => {
    const availability = Object.fromEntries(
      variantsFor('swift').map(({ sku, offers }) => [sku, offers.availability]),
    )
    expect(availability).toEqual({
      'SW1-EMB-40': 'https://schema.org/InStock',
      'SW1-EMB-42': 'https://schema.org/InStock',
      'SW1-EMB-42.5': 'https://schema.org/OutOfStock',
      'SW1-EMB-43': 'https://schema.org/InStock',
      'SW1-EMB-42.5W': 'https://schema.org/InStock',
      'SW1-SLT-42': 'https://schema.org/OutOfStock',
      'SW1-SLT-42.5': 'https://schema.org/InStock',
    })
  })

  test('has the price on the page, in the market’s currency', () => {
    expect(variantsFor('mud-lark')[0]?.offers).toMatchObject({ price: 69.95, priceCurrency: 'USD' })
    const china = makeSite({ place, market: CHINA })
    expect(variantsFor('mud-lark', china)[0]?.offers).toMatchObject({
      price: 499,
      priceCurrency: 'CNY',
      url: 'https://cinder.example/spikes/xx/products/mud-lark/?variant=ML1-MOS-38',
    })
  })

  test('links to the exact variant', () => {
    for (const { sku, offers } of variantsFor('swift')) {
      expect(new URL(offers.url).searchParams.get('variant')).toBe(sku)
    }
  })

  test('has size and size group of a shoe, and neither for an accessory', () => {
    expect(variantsFor('mud-lark')[0]?.size).toMatchObject({
      name: '38',
      sizeGroup: 'https://schema.org/WearableSizeGroupWomens',
    })
    expect(variantsFor('steel-pins')[0]).not.toHaveProperty('size')
    expect(variantsFor('old-key')[0]?.name).toBe('Old Key Red Handle')
  })

  test('has the largest picture, or none if there is none', () => {
    expect(variantsFor('swift')[0]?.image).toBe(
      'https://cinder.example/spikes/img/products/swift/ember/side-1600.avif',
    )
    expect(variantsFor('swift', makeSite({ place }))[0]).not.toHaveProperty('image')
  })

  test('has the shipping cost, which is zero from a certain price', () => {
    const rateOf = (slug: string): unknown => nodesOf(site, slug)[1]
    expect(rateOf('mud-lark')).toMatchObject({
      '@type': 'OfferShippingDetails',
      shippingRate: { value: 7.5, currency: 'USD' },
      shippingDestination: { addressCountry: 'US' },
    })
    expect(rateOf('swift')).toMatchObject({ shippingRate: { value: 0 } })
  })

  test('has the return period, but no cost, because it is unknown', () => {
    expect(nodesOf(site, 'swift')[2]).toEqual({
      '@type': 'MerchantReturnPolicy',
      '@id': '#returns',
      applicableCountry: 'US',
      returnPolicyCategory: 'https://schema.org/MerchantReturnFiniteReturnWindow',
      merchantReturnDays: site.catalogue.shop.returns.days,
      returnMethod: 'https://schema.org/ReturnByMail',
    })
  })

  test('has the page’s breadcrumb, with the page as its last step', () => {
    expect(nodesOf(site, 'swift')[3]).toMatchObject({
      '@type': 'BreadcrumbList',
      itemListElement: [
        { position: 1, name: 'Home', item: 'https://cinder.example/spikes/' },
        { position: 2, item: 'https://cinder.example/spikes/shop/' },
        { position: 3, name: 'Sprint' },
        { position: 4, name: 'Swift', item: 'https://cinder.example/spikes/products/swift/' },
      ],
    })
  })

  test('varies by size only if there are sizes', () => {
    expect(nodesOf(site, 'swift')[0]).toMatchObject({
      variesBy: ['https://schema.org/color', 'https://schema.org/size'],
    })
    expect(nodesOf(site, 'old-key')[0]).toMatchObject({ variesBy: ['https://schema.org/color'] })
  })

  test('has no invented ratings or reviews', () => {
    const text = JSON.stringify(productJsonLd(site, productOf(site, 'swift')))
    expect(text).not.toMatch(/rating|review/i)
  })
})

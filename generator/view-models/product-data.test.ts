import { stockByWidth } from '../catalog/catalogue.ts'
import { describe, expect, test } from 'vitest'
import { ALL_PICTURES, CHINA, makeSite, productOf } from '../../tests/fixtures/site.ts'
import { variantsOf } from '../../src/js/catalog/product-data.ts'
import { unpackListing } from '../../src/js/filters/listing.ts'
import { packedProduct, productData } from './product-data.ts'

const site = makeSite()
const real = makeSite({ isReal: true })

describe('a model’s data in the browser', () => {
  test('has its price in cents and its stock by colour, width and size', () => {
    expect(productData(site, productOf(site, 'swift'))).toEqual({
      slug: 'swift',
      name: 'Swift',
      brand: 'Kestrel',
      styleCode: 'SW1',
      gender: 'unisex',
      priceMinor: 12_995,
      wasMinor: null,
      shippingGrams: 596,
      colours: [
        {
          code: 'EMB',
          name: 'Ember',
          picture: null,
          stock: { regular: { 40: 2, 42: 3, 43: 1, 42.5: 0 }, wide: { 42.5: 4 } },
        },
        { code: 'SLT', name: 'Slate', picture: null, stock: { regular: { 42: 0, 42.5: 6 } } },
      ],
    })
  })

  test('has both prices in a sale', () => {
    const data = productData(site, productOf(site, 'mud-lark'))
    expect([data.priceMinor, data.wasMinor]).toEqual([6995, 8995])
    const china = makeSite({ market: CHINA })
    expect(productData(china, productOf(china, 'mud-lark')).priceMinor).toBe(49_900)
  })

  test('of an accessory has no gender, and options instead of sizes', () => {
    const data = productData(site, productOf(site, 'steel-pins'))
    expect(data.gender).toBeNull()
    expect(
      variantsOf(data)
        .map(({ sku }) => sku)
        .sort(),
    ).toEqual(['PIN-STL-12MM', 'PIN-STL-6MM', 'PIN-STL-9MM'])
  })

  test('has the smallest picture, for the cart', () => {
    const here = makeSite({ pictures: ALL_PICTURES })
    const [ember] = productData(here, productOf(here, 'swift')).colours
    expect(ember?.picture).toBe('img/products/swift/ember/side-400.avif')
  })

  test('has the same form of stock for widths and for options', () => {
    expect(stockByWidth({ '6 mm': 9, '9 mm': 0 })).toEqual({ regular: { '6 mm': 9, '9 mm': 0 } })
    expect(stockByWidth({ wide: { 42: 1 } })).toEqual({ wide: { 42: 1 } })
  })
})

describe('a model’s data for filters', () => {
  test('has its sizes in order, with sold-out ones marked', () => {
    const packed = packedProduct(site, productOf(site, 'swift'))
    expect(packed).toMatchObject({ weightGrams: 148, isOnSale: false })
    expect(packed.facets).toEqual({
      event: 'sprint hurdles',
      gender: 'unisex',
      brand: 'kestrel',
      surface: 'track indoor',
      level: 'elite',
      plate: '5',
      pins: '7',
    })
    expect(packed.colours).toEqual([
      { families: ['red', 'orange'], runs: { regular: '40 42 42.5- 43', wide: '42.5' } },
      { families: ['grey'], runs: { regular: '42- 42.5' } },
    ])
  })

  test('counts pins under forefoot and heel together', () => {
    expect(packedProduct(site, productOf(site, 'mud-lark')).facets.pins).toBe('7')
  })

  test('of pins only says whether there are any, without a shoe size', () => {
    const packed = packedProduct(site, productOf(site, 'steel-pins'))
    expect(packed).toMatchObject({ facets: { brand: 'kestrel' }, weightGrams: null })
    const [pins] = unpackListing([packed])
    expect(pins?.variants).toEqual([
      { families: ['grey'], width: 'regular', size: '', isInStock: true },
    ])
  })

  test('agrees with what the product page sells, for every shoe of the real catalogue', () => {
    for (const product of real.catalogue.products) {
      if (product.kind !== 'shoe') continue
      const [listed] = unpackListing([packedProduct(real, product)])
      const sold = variantsOf(productData(real, product))
      const shown = (one: { width: string; size: string }, isInStock: boolean): string =>
        `${one.width} ${one.size} ${isInStock ? 'in stock' : 'sold out'}`
      expect(listed?.variants.map((one) => shown(one, one.isInStock)).sort()).toEqual(
        sold.map((one) => shown(one, one.stock > 0)).sort(),
      )
    }
  })
})

import { describe, expect, test } from 'vitest'
import { makeSite } from '../../../tests/fixtures/site.ts'
import { marketFiles } from '../../../generator/feeds/site-files.ts'
import { CATALOGUE_VERSION, NewerCatalogueError, readCatalogue } from './catalogue-file.ts'

const built = (): { version: number; products: Record<string, unknown>[] } =>
  JSON.parse(marketFiles(makeSite())[0]!.text) as ReturnType<typeof built>

describe('the catalogue as a file', () => {
  test('is read as the build writes it', () => {
    expect(readCatalogue(built())).toEqual(built().products)
  })

  test('of a newer shop is known as such, whatever else it holds', () => {
    for (const products of [[], [{ anything: 1 }]]) {
      const version = CATALOGUE_VERSION + 1
      expect(() => readCatalogue({ version, products })).toThrow(NewerCatalogueError)
    }
  })

  test.each([
    ['a page of words', '<p>login'],
    ['nothing', null],
    ['a bare list', [{ slug: 'swift' }]],
    ['no products', { version: 1 }],
    ['no version', { products: [] }],
    ['a version in words', { version: 'new', products: [] }],
  ])('is none where there is %s', (_, data) => {
    expect(() => readCatalogue(data)).toThrow()
    expect(() => readCatalogue(data)).not.toThrow(NewerCatalogueError)
  })

  test.each([
    ['without a price', { priceMinor: undefined }],
    ['with a price in words', { priceMinor: '129.95' }],
    ['without a style code', { styleCode: undefined }],
    ['without colours', { colours: undefined }],
    ['with a colour that is none', { colours: [null] }],
    ['with a colour without stock', { colours: [{ code: 'EMB', name: 'Ember' }] }],
    [
      'with stock that is a number',
      { colours: [{ code: 'EMB', name: 'Ember', stock: { wide: 3 } }] },
    ],
  ])('is refused for a product %s, and says which', (_, change) => {
    const { version, products } = built()
    const broken = [...products.slice(0, 2), { ...products[2], ...change }]
    expect(() => readCatalogue({ version, products: broken })).toThrow('Product 2 of the catalogue')
  })
})

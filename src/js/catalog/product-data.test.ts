import { describe, expect, test } from 'vitest'
import { colour, keyModel, model } from '../../../tests/fixtures/products.ts'
import { createLookup, variantsOf } from './product-data.ts'

const swift = model({
  colours: [
    colour('SLT', { wide: { 42: 1 }, regular: { 42.5: 0, 41: 2 } }),
    colour('EMB', { regular: { 42: 7 } }),
  ],
})

describe('a model’s variants', () => {
  test('come colour by colour, then width by width, as the shop lists them', () => {
    expect(variantsOf(swift).map(({ sku }) => sku)).toEqual([
      'SW1-SLT-42W',
      'SW1-SLT-41',
      'SW1-SLT-42.5',
      'SW1-EMB-42',
    ])
  })

  test('know their model, colour, width, size and stock; a sold-out one is listed too', () => {
    const [wide, , soldOut] = variantsOf(swift)
    expect(wide).toMatchObject({ product: swift, width: 'wide', size: '42', stock: 1 })
    expect(wide?.colour.name).toBe('Slate')
    expect(soldOut).toMatchObject({ width: 'regular', size: '42.5', stock: 0 })
  })
})

describe('looking up a SKU', () => {
  const lookup = createLookup([swift, keyModel(3)])

  test('finds every variant of every model', () => {
    const all = [...variantsOf(swift), ...variantsOf(keyModel(3))]
    expect(all.map(({ sku }) => lookup(sku))).toEqual(all)
    expect(lookup('KEY-RED-ONESIZE')?.stock).toBe(3)
  })

  test.each([
    '',
    'SW1',
    'SW1-SLT-43',
    'sw1-slt-41',
    '__proto__',
    'constructor',
    'toString',
    'size',
  ])('finds nothing for "%s", which the shop does not sell', (sku) => {
    expect(lookup(sku)).toBeUndefined()
  })

  test('finds nothing in an empty shop', () => {
    expect(createLookup([])('SW1-SLT-41')).toBeUndefined()
  })
})

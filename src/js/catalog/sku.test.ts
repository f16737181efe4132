import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sizeChart } from './size-chart.ts'
import { skuOf } from './sku.ts'
import { WIDTHS } from './vocabulary.ts'

const code = fc.stringMatching(/^[A-Z0-9]{2,6}$/)

describe('a SKU', () => {
  test.each([
    ['42.5', 'regular', 'KT100-EMB-42.5'],
    ['42', 'wide', 'KT100-EMB-42W'],
    ['42', 'narrow', 'KT100-EMB-42N'],
    ['6 mm', 'regular', 'KT100-EMB-6MM'],
    ['one-size', 'regular', 'KT100-EMB-ONESIZE'],
  ] as const)('of size %s, %s, is spelt %s', (size, width, expected) => {
    expect(skuOf({ styleCode: 'KT100', colourCode: 'EMB', width, size })).toBe(expected)
  })

  test('stands in a link as it is, whatever the option is called', () => {
    fc.assert(
      fc.property(
        code,
        code,
        fc.constantFrom(...WIDTHS),
        fc.string(),
        (style, colour, width, size) => {
          const sku = skuOf({ styleCode: style, colourCode: colour, width, size })
          expect(encodeURIComponent(sku)).toBe(sku)
          expect(sku).not.toMatch(/[:,]/)
        },
      ),
    )
  })

  test('is never shared by two sizes or widths of one colour', () => {
    const sizes = sizeChart('unisex').map(({ eu }) => String(eu))
    const key = { styleCode: 'KT100', colourCode: 'EMB' }
    const skus = WIDTHS.flatMap((width) => sizes.map((size) => skuOf({ ...key, width, size })))
    expect(sizes.length).toBeGreaterThan(10)
    expect(new Set(skus).size).toBe(WIDTHS.length * sizes.length)
  })
})

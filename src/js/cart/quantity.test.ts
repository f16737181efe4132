import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseQuantity } from './quantity.ts'

describe('a quantity', () => {
  test.each([
    ['3', 3],
    [' 3 ', 3],
    ['03', 3],
    ['3.', 3],
    ['3.0', 3],
    ['12', 12],
    ['999999999', 999_999_999],
  ])('typed as "%s" is %d', (text, expected) => {
    expect(parseQuantity(text)).toBe(expected)
  })

  test.each([
    '', ' ', '0', '00', '0.0', '-1', '-12', '+3', '1.5', '1,5', '1e3', '0x10', 'abc', '3 pairs',
    '3 4', 'NaN', 'Infinity', '٣', '1000000000', '9'.repeat(40),
  ])('typed as "%s" is none', (text) => {
    expect(parseQuantity(text)).toBeUndefined()
  }) // prettier-ignore

  test('is always a whole number from 1 up, whatever is pasted', () => {
    const characters = fc.constantFrom('0', '1', '2', '9', '.', ',', '-', ' ', 'e', '+', 'x')
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 6 }), (text) => {
        const quantity = parseQuantity(text)
        if (quantity === undefined) return
        expect(Number.isSafeInteger(quantity)).toBe(true)
        expect(quantity).toBeGreaterThanOrEqual(1)
        expect(quantity).toBe(Number(text))
      }),
      { numRuns: 1000 },
    )
  })

  test('that the field itself shows is read back as it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (quantity) => {
        expect(parseQuantity(String(quantity))).toBe(quantity)
      }),
    )
  })
})

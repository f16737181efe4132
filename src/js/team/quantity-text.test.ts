import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readQuantity } from './quantity-text.ts'

describe('a quantity', () => {
  test.each([
    ['1', 1],
    [' 2 ', 2],
    ['\u00a02\u200b', 2],
    ['１', 1],
    ['１２', 12],
    ['٣', 3],
    ['२', 2],
    ['②', 2],
    ['2x', 2],
    ['x2', 2],
    ['X 2', 2],
    ['2 ×', 2],
    ['× 2', 2],
    ['2×', 2],
    ['*2', 2],
    ['2 pairs', 2],
    ['1 Pair', 1],
    ['2prs.', 2],
    ['2 pcs', 2],
    ['3 ea', 3],
    ['2.0', 2],
    ['2,0', 2],
    ['2.00', 2],
    ['02', 2],
  ])('written %j is %i', (text, quantity) => {
    expect(readQuantity(text)).toBe(quantity)
  })

  test.each([
    '',
    ' ',
    '0',
    '-1',
    '−1',
    '1.5',
    '1½',
    '½',
    '2²',
    '1,000',
    '1.000',
    '2-3',
    '2 or 3',
    '1 2',
    '2 sizes',
    'two',
    'x',
    '=2',
    '1e3',
    '9'.repeat(300),
  ])('is not in %j', (text) => {
    expect(readQuantity(text)).toBeUndefined()
  })

  test('is read again from the number it was read as', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), (number) => {
        expect(readQuantity(String(number))).toBe(number)
      }),
    )
  })
})

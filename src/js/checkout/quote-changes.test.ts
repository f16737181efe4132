import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { QuoteLine } from '../cart/quote.ts'
import { changesBetween, parseQuote } from './quote-changes.ts'

const line = (sku: string, quantity: number, unitPriceMinor: number): QuoteLine => ({
  sku,
  quantity,
  unitPriceMinor,
})
const asked = (quantity: number) => () => quantity

describe('what has changed since a cart was seen', () => {
  test.each([
    ['another price', [line('A', 2, 100)], [line('A', 2, 120)], 2, 1],
    ['a lower price, too', [line('A', 2, 100)], [line('A', 2, 80)], 2, 1],
    ['fewer pieces than asked for', [line('A', 2, 100)], [line('A', 1, 100)], 2, 1],
    ['nothing left', [line('A', 2, 100)], [], 2, 1],
    ['not: more pieces', [line('A', 2, 100)], [line('A', 3, 100)], 3, 0],
    ['not: pieces taken away on purpose', [line('A', 2, 100)], [line('A', 1, 100)], 1, 0],
    ['not: a line removed on purpose', [line('A', 2, 100)], [], 0, 0],
    ['not: a line added since', [], [line('A', 1, 100)], 1, 0],
  ])('is %s', (_, before, now, quantity, count) => {
    expect(changesBetween(before, now, asked(quantity))).toHaveLength(count)
  })

  test('is nothing between a quote and itself', () => {
    const quote = fc.uniqueArray(
      fc.record({
        sku: fc.string(),
        quantity: fc.integer({ min: 1, max: 10 }),
        unitPriceMinor: fc.nat(),
      }),
      { selector: ({ sku }) => sku },
    )
    fc.assert(
      fc.property(quote, (same) => {
        expect(changesBetween(same, same, asked(10))).toEqual([])
        expect(parseQuote(JSON.stringify(same))).toEqual(same)
      }),
    )
  })

  test.each([null, '', 'noise', '{}', '[1]', '[{"sku":1}]', 'null'])(
    'is not read from %s',
    (text) => {
      expect(parseQuote(text)).toBeNull()
    },
  )
})

import { describe, expect, test } from 'vitest'
import { scriptWords as t } from '../../../tests/fixtures/words.ts'
import { model } from '../../../tests/fixtures/products.ts'
import { createLookup } from '../catalog/product-data.ts'
import { formatMoney } from '../lib/money.ts'
import { shippingText } from './shipping-text.ts'
import { priceCart } from './totals.ts'

const formatPrice = (minor: number): string => formatMoney(minor, 'USD', 'en-US')

function textFor(quantity: number, freeFromMinor: number): string {
  const lookup = createLookup([model({ priceMinor: 5000 })])
  const lines = quantity === 0 ? [] : [{ sku: 'SW1-EMB-42', quantity }]
  return shippingText(priceCart({ lines }, lookup, { rateMinor: 750, freeFromMinor }), {
    t,
    formatPrice,
  })
}

describe('under the sum a shopper reads', () => {
  test.each([
    [0, 12_000, ''],
    [1, 12_000, 'Add $70.00 more for free shipping.'],
    [2, 10_001, 'Add $0.01 more for free shipping.'],
    [2, 10_000, 'This order ships free.'],
    [3, 12_000, 'This order ships free.'],
  ])('for %d pairs at 50, free from %d cents: “%s”', (quantity, freeFrom, expected) => {
    expect(textFor(quantity, freeFrom)).toBe(expected)
  })
})

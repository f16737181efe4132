import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { methodsFor, shippingFor, type ShippingMethod, type ShippingRule } from './shipping.ts'

const BY_WEIGHT: ShippingRule = {
  rateMinor: null,
  freeFromMinor: 40_000,
  steps: [
    { upToGrams: 1000, upToMinor: null, rateMinor: 1800 },
    { upToGrams: 3000, upToMinor: null, rateMinor: 2900 },
  ],
}
const BY_SUBTOTAL: ShippingRule = {
  rateMinor: 500,
  freeFromMinor: null,
  steps: [{ upToGrams: null, upToMinor: 5000, rateMinor: 900 }],
}

describe('sending', () => {
  test.each([
    [BY_WEIGHT, 1000, 10_000, 1800],
    [BY_WEIGHT, 1001, 10_000, 2900],
    [BY_WEIGHT, 3001, 10_000, null],
    [BY_WEIGHT, 9000, 40_000, 0],
    [BY_SUBTOTAL, 99_999, 5000, 900],
    [BY_SUBTOTAL, 0, 5001, 500],
    [BY_WEIGHT, 9000, 0, 0],
  ])('by %o, %d g for %d cents costs %s', (rule, grams, subtotalMinor, price) => {
    expect(shippingFor(rule, { grams, subtotalMinor })).toBe(price)
  })

  test('never costs less for a heavier parcel of the same order, where steps rise', () => {
    const weight = fc.integer({ min: 1, max: 6000 })
    fc.assert(
      fc.property(weight, weight, fc.integer({ min: 1, max: 60_000 }), (a, b, subtotalMinor) => {
        const [light, heavy] = [Math.min(a, b), Math.max(a, b)].map(
          (grams) => shippingFor(BY_WEIGHT, { grams, subtotalMinor }) ?? Infinity,
        )
        expect(light).toBeLessThanOrEqual(heavy!)
      }),
    )
  })

  test('to a country is by what names it, in the shop’s order', () => {
    const way = (id: string, ...countries: string[]): ShippingMethod => ({
      ...BY_WEIGHT,
      id,
      name: id,
      countries,
      days: { from: 1, to: 2 },
    })
    const methods = [way('standard', 'US'), way('north', 'CA', 'MX'), way('express', 'US')]
    expect(methodsFor(methods, 'US').map(({ id }) => id)).toEqual(['standard', 'express'])
    expect(methodsFor(methods, 'XX')).toEqual([])
  })
})

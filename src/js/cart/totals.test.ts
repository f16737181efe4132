import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { colour, keyModel, model } from '../../../tests/fixtures/products.ts'
import { createLookup } from '../catalog/product-data.ts'
import { MAX_QUANTITY, type Cart } from './cart.ts'
import { lineLimit, priceCart } from './totals.ts'

const SHIPPING = { rateMinor: 750, freeFromMinor: 12_000 }

function cartOf(...lines: [sku: string, quantity: number][]): Cart {
  return { lines: lines.map(([sku, quantity]) => ({ sku, quantity })) }
}

function lookupOf(priceMinor: number, stock: number): ReturnType<typeof createLookup> {
  const colours = [colour('EMB', { regular: { 42: stock } })]
  return createLookup([model({ priceMinor, colours }), keyModel(63)])
}

describe('a cart at today’s prices', () => {
  test('adds up lines, then shipping', () => {
    const totals = priceCart(cartOf(['SW1-EMB-42', 2]), lookupOf(2995, 5), SHIPPING)
    expect(totals).toMatchObject({ subtotalMinor: 5990, shippingMinor: 750, totalMinor: 6740 })
    expect(totals.lines[0]).toMatchObject({ quantity: 2, totalMinor: 5990 })
  })

  test('charges six times 2.99 as 17.94 to the cent', () => {
    const totals = priceCart(cartOf(['SW1-EMB-42', 6]), lookupOf(299, 9), SHIPPING)
    expect(totals.subtotalMinor).toBe(1794)
  })

  test('charges what is left where the stock has shrunk, and remembers what was asked', () => {
    const [line] = priceCart(cartOf(['SW1-EMB-42', 5]), lookupOf(2995, 2), SHIPPING).lines
    expect(line).toMatchObject({ quantity: 2, totalMinor: 5990, line: { quantity: 5 } })
  })

  test.each([
    ['sold out', 'SW1-EMB-42', true],
    ['no longer sold', 'OLD-BLK-41', false],
    ['called __proto__', '__proto__', false],
  ])('keeps a line that is %s and charges nothing for it', (_, sku, isKnown) => {
    const totals = priceCart(cartOf([sku, 3]), lookupOf(2995, 0), SHIPPING)
    expect(totals.lines).toHaveLength(1)
    expect(totals.lines[0]).toMatchObject({
      line: { sku, quantity: 3 },
      quantity: 0,
      totalMinor: 0,
    })
    expect(totals.lines[0]?.variant !== undefined).toBe(isKnown)
    expect(totals).toMatchObject({ totalMinor: 0, shippingMinor: 0, untilFreeMinor: 0 })
  })

  test('never sends an empty parcel: an empty cart costs nothing', () => {
    const totals = priceCart(cartOf(), lookupOf(2995, 5), SHIPPING)
    expect(totals).toEqual({
      lines: [],
      subtotalMinor: 0,
      shippingMinor: 0,
      totalMinor: 0,
      untilFreeMinor: 0,
      grams: 0,
    })
  })

  test.each([
    [11_999, 750, 1],
    [12_000, 0, 0],
    [12_001, 0, 0],
    [1, 750, 11_999],
  ])('with a subtotal of %d pays %d for shipping, %d short of free', (price, rate, short) => {
    const totals = priceCart(cartOf(['SW1-EMB-42', 1]), lookupOf(price, 5), SHIPPING)
    expect(totals.shippingMinor).toBe(rate)
    expect(totals.untilFreeMinor).toBe(short)
  })

  test('asks for no more to reach free shipping where shipping is always free', () => {
    const free = { rateMinor: 0, freeFromMinor: 99_999 }
    expect(priceCart(cartOf(['SW1-EMB-42', 1]), lookupOf(100, 5), free).untilFreeMinor).toBe(0)
  })

  test('counts sold-out lines neither into the sum nor towards free shipping', () => {
    const cart = cartOf(['SW1-EMB-42', 9], ['KEY-RED-ONESIZE', 1])
    const totals = priceCart(cart, lookupOf(20_000, 0), { ...SHIPPING, freeFromMinor: 13_000 })
    expect(totals).toMatchObject({ subtotalMinor: 12_995, shippingMinor: 750, untilFreeMinor: 5 })
  })
})

describe('sums', () => {
  const quantity = fc.integer({ min: 1, max: MAX_QUANTITY })
  const money = fc.integer({ min: 1, max: 10_000_000 })
  const rule = fc.record({ rateMinor: fc.nat(5000), freeFromMinor: fc.nat(20_000_000) })

  test('always hold: lines make the subtotal, with shipping the total', () => {
    fc.assert(
      fc.property(
        quantity,
        quantity,
        money,
        fc.nat(12),
        rule,
        (one, two, price, stock, shipping) => {
          const cart = cartOf(['SW1-EMB-42', one], ['GONE', 1], ['KEY-RED-ONESIZE', two])
          const totals = priceCart(cart, lookupOf(price, stock), shipping)
          const sum = totals.lines.reduce((all, line) => all + line.totalMinor, 0)
          expect(totals.subtotalMinor).toBe(sum)
          expect(totals.subtotalMinor).toBe(Math.min(one, stock) * price + two * 12_995)
          expect(totals.totalMinor).toBe(sum + (totals.shippingMinor ?? 0))
          expect([0, shipping.rateMinor]).toContain(totals.shippingMinor)
          expect(totals.untilFreeMinor).toBeGreaterThanOrEqual(0)
          if (totals.untilFreeMinor > 0) {
            expect(totals.untilFreeMinor + sum).toBe(shipping.freeFromMinor)
          }
        },
      ),
    )
  })

  test('never charge more than there is, nor more than ten', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.nat(30), (asked, stock) => {
        const [line] = priceCart(
          cartOf(['SW1-EMB-42', asked]),
          lookupOf(100, stock),
          SHIPPING,
        ).lines
        expect(line?.quantity).toBe(Math.min(asked, stock, MAX_QUANTITY))
        expect(lineLimit(line!.variant!)).toBe(Math.min(stock, MAX_QUANTITY))
      }),
    )
  })
})

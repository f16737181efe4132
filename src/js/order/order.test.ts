import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ADA, anyOrder, LOOKUP, orderOf, STANDARD, TERMS } from '../../../tests/fixtures/orders.ts'
import { detailsOf, idempotencyKey, isSameOrder, linesOf, orderId, writeOrder } from './order.ts'
import { orderSchema, parseOrder, type Order } from './order-schema.ts'
import { writtenAt } from './order-text.ts'

describe('an order', () => {
  test('holds lines, sums, shop, contact and address, in minor units', () => {
    expect(orderOf()).toMatchObject({
      schema: 'cinder.order',
      version: 1,
      currency: 'USD',
      lines: [
        {
          sku: 'SW1-EMB-42',
          name: 'Swift',
          options: [
            { name: 'Color', value: 'Ember' },
            { name: 'Size', value: 'EU 42' },
          ],
          unitPriceMinor: 12_995,
          quantity: 2,
          totalMinor: 25_990,
        },
        { sku: 'KEY-RED-ONESIZE', options: [{ name: 'Color', value: 'RED' }] },
      ],
      totals: { subtotalMinor: 38_985, shippingMinor: 750, totalMinor: 39_735, tax: 'excluded' },
      delivery: { id: 'standard', days: { from: 3, to: 5 } },
      ...{ contact: ADA.contact, address: ADA.address },
    })
  })

  test('names the width of a shoe that is not regular', () => {
    const [line] = orderOf({ lines: [['SW1-EMB-42W', 1]] }).lines
    expect(line?.options.at(-1)).toEqual({ name: 'Width', value: 'wide' })
  })

  test('to a country without a price has none, and no delivery', () => {
    const address = { ...ADA.address, country: 'CL' }
    expect(orderOf({ details: { address } })).toMatchObject({
      delivery: null,
      totals: { shippingMinor: null, totalMinor: 38_985 },
    })
  })

  test('of nothing that can be had is none', () => {
    const cart = { lines: [{ sku: 'GONE-1', quantity: 2 }] }
    const stamp = { id: 'x', revision: 1, now: new Date(0) }
    expect(writeOrder({ cart, lookup: LOOKUP, details: ADA }, TERMS, stamp)).toBeUndefined()
  })

  test('written again from its own lines and details is the same', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const cart = { lines: linesOf(order) }
        const source = { cart, lookup: LOOKUP, details: detailsOf(order) }
        const again = writeOrder(source, TERMS, { id: 'other', revision: 7, now: new Date() })!
        expect(isSameOrder(order, again)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  test('is read back from JSON as it was written', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        expect(parseOrder(JSON.stringify(order))).toEqual(order)
      }),
      { numRuns: 40 },
    )
  })

  test('from before shops had a time zone is in UTC', () => {
    const { timeZone, ...old } = orderOf()
    const read = parseOrder(JSON.stringify(old)) as Order
    expect(timeZone).toBe('America/Los_Angeles')
    expect(read).toEqual({ ...old, timeZone: 'UTC' })
    expect(isSameOrder(read, orderOf())).toBe(true)
  })

  test.each([
    ['no JSON', 'noise'],
    ['another document', '{"schema":"other"}'],
    ['nothing', ''],
    ['no lines', JSON.stringify({ ...orderOf(), lines: [] })],
    ['a version to come', JSON.stringify({ ...orderOf(), version: 2 })],
  ])('is not read from %s', (_, text) => {
    expect(parseOrder(text)).toBe('no-order')
  })

  test('whose sums were tampered with is told from one that holds no order', () => {
    const { totals, ...rest } = orderOf()
    const cheaper = { ...rest, totals: { ...totals, totalMinor: 1 } }
    expect(orderSchema.safeParse(cheaper).success).toBe(true)
    expect(parseOrder(JSON.stringify(cheaper))).toBe('wrong-sums')
  })

  test('is another as soon as price, way or address is', () => {
    const changes = [
      orderOf({ lines: [['SW1-EMB-42', 3]] }),
      orderOf({ details: { note: 'Ring twice.' } }),
      orderOf({ terms: { methods: [{ ...STANDARD, rateMinor: 800 }] } }),
    ]
    for (const other of changes) expect(isSameOrder(orderOf(), other)).toBe(false)
    expect(isSameOrder(orderOf(), orderOf({ revision: 2 }))).toBe(true)
  })
})

describe('its number', () => {
  test('is the day in the shop’s time zone and eight letters that are hard to misread', () => {
    const bytes = fc.uint8Array({ minLength: 8, maxLength: 8 })
    fc.assert(
      fc.property(bytes, (random) => {
        const id = orderId(new Date('2026-11-26T07:59:00Z'), random, 'America/Los_Angeles')
        expect(id).toMatch(/^20261125-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
      }),
    )
  })

  test('names the same day as its text, at every time of the year and in every zone', () => {
    const at = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2027-12-31'),
      noInvalidDate: true,
    })
    const zone = fc.constantFrom('UTC', 'America/Los_Angeles', 'Pacific/Auckland', 'Asia/Kolkata')
    fc.assert(
      fc.property(at, zone, (now, timeZone) => {
        const id = orderId(now, new Uint8Array(8), timeZone)
        const order = orderOf({ terms: { timeZone }, stamp: { id, now } })
        const [, month, day, year] = /^(\w+) (\d+), (\d+), /.exec(writtenAt(order))!
        const named = new Date(`${month!} ${day!}, ${year!} 12:00 UTC`)
        expect(id.slice(0, 8)).toBe(named.toISOString().slice(0, 10).replaceAll('-', ''))
      }),
    )
  })

  test('makes one key for however often it is sent, and another once it is changed', () => {
    expect(idempotencyKey(orderOf())).toBe(idempotencyKey(orderOf()))
    expect(idempotencyKey(orderOf({ revision: 2 }))).toBe('20261125-7F3K-9Q2M.2')
  })
})

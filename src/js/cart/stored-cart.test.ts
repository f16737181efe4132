import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EMPTY_CART, MAX_QUANTITY, type Cart } from './cart.ts'
import {
  parseCartFragment,
  readStoredCart,
  toCartFragment,
  writeStoredCart,
} from './stored-cart.ts'

const sku = fc.oneof(
  fc.constantFrom(
    'KT100-EMB-42.5',
    'PP6X-STL-6MM',
    '__proto__',
    'a:b,c',
    '100%',
    '#lines=',
    'Ä 👟',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((text) => text.length <= 80),
)
const cart: fc.Arbitrary<Cart> = fc
  .uniqueArray(fc.record({ sku, quantity: fc.integer({ min: 1, max: MAX_QUANTITY }) }), {
    selector: (line) => line.sku,
    maxLength: 200,
  })
  .map((lines) => ({ lines }))

function stored(lines: unknown, version: unknown = 1): string {
  return JSON.stringify({ version, lines })
}

function expectSound({ lines }: Cart): void {
  for (const line of lines) {
    expect(line.sku).not.toBe('')
    expect(line.quantity).toBe(Math.min(Math.max(Math.trunc(line.quantity), 1), MAX_QUANTITY))
  }
  expect(new Set(lines.map((line) => line.sku)).size).toBe(lines.length)
}

describe('a stored cart', () => {
  test('is kept in the format that was promised', () => {
    const text = writeStoredCart({ lines: [{ sku: 'KT100-EMB-42.5', quantity: 2 }] })
    expect(text).toBe('{"version":1,"lines":[{"sku":"KT100-EMB-42.5","quantity":2}]}')
  })

  test('carries no price and no name, whatever a line holds', () => {
    const line = { sku: 'A', quantity: 1, price: 12_995, name: 'Kite' }
    expect(writeStoredCart({ lines: [line] })).toBe(stored([{ sku: 'A', quantity: 1 }]))
  })

  test('is read back as it was written', () => {
    fc.assert(
      fc.property(cart, (written) => {
        expect(readStoredCart(writeStoredCart(written))).toEqual({ value: written, isWhole: true })
      }),
    )
  })

  test('that was never there is an empty one, and nothing is wrong', () => {
    expect(readStoredCart(null)).toEqual({ value: EMPTY_CART, isWhole: true })
  })

  test.each([
    ['two lines of one SKU join', [['A', 1], ['B', 1], ['A', 2]], 'A3 B1'],
    ['too many become ten', [['A', 1e9]], 'A10'],
    ['two lines join up to ten', [['A', 8], ['A', 8]], 'A10'],
    ['the order is kept', [['B', 1], ['A', 1]], 'B1 A1'],
    ['an odd name is a name', [['__proto__', 1]], '__proto__1'],
  ] as [string, [string, number][], string][])('%s', (_, pairs, expected) => {
    const lines = pairs.map(([name, quantity]) => ({ sku: name, quantity }))
    const { value: read, isWhole } = readStoredCart(stored(lines))
    expect(read.lines.map((line) => `${line.sku}${line.quantity}`).join(' ')).toBe(expected)
    expect(isWhole).toBe(true)
  }) // prettier-ignore

  test.each([
    ['nothing', ''],
    ['white space', ' \n'],
    ['a word', 'abc'],
    ['half of itself', stored([{ sku: 'A', quantity: 1 }]).slice(0, 30)],
    ['null', 'null'],
    ['a number', '42'],
    ['a text', '"cart"'],
    ['a list', '[]'],
    ['an empty group', '{}'],
    ['no version', '{"lines":[]}'],
    ['a future version', stored([{ sku: 'A', quantity: 1 }], 2)],
    ['a version in quotes', stored([], '1')],
    ['no lines', '{"version":1}'],
    ['lines that are no list', stored({ 0: { sku: 'A', quantity: 1 } })],
    ['lines by way of __proto__', '{"version":1,"__proto__":{"lines":[]}}'],
    ['zero bytes', '\0'.repeat(100)],
    ['five megabytes of noise', 'x'.repeat(5_000_000)],
    ['a megabyte of brackets', '['.repeat(1_000_000)],
  ])('that says %s is empty, and the text is to be kept aside', (_, text) => {
    expect(readStoredCart(text)).toEqual({ value: EMPTY_CART, isWhole: false })
  })

  test.each([
    ['no line', null],
    ['a text for a line', 'A'],
    ['a list for a line', ['A', 1]],
    ['no SKU', { quantity: 1 }],
    ['an empty SKU', { sku: '', quantity: 1 }],
    ['a number for a SKU', { sku: 7, quantity: 1 }],
    ['a SKU beyond belief', { sku: 'A'.repeat(81), quantity: 1 }],
    ['a SKU that is half an emoji', { sku: '\ud83d', quantity: 1 }],
    ['no quantity', { sku: 'X' }],
    ['none', { sku: 'X', quantity: 0 }],
    ['less than none', { sku: 'X', quantity: -1 }],
    ['a word for a quantity', { sku: 'X', quantity: 'abc' }],
    ['a quantity in quotes', { sku: 'X', quantity: '2' }],
    ['half a pair', { sku: 'X', quantity: 1.5 }],
    ['a quantity beyond numbers', { sku: 'X', quantity: 1e300 }],
  ])('with %s keeps the other lines, and the text is to be kept aside', (_, line) => {
    const good = [{ sku: 'A', quantity: 1 }, { sku: 'B', quantity: 2 }] // prettier-ignore
    const read = readStoredCart(stored([good[0], line, good[1]]))
    expect(read).toEqual({ value: { lines: good }, isWhole: false })
  })

  test('longer than any order is read to its two hundredth line, and kept aside', () => {
    const lines = Array.from({ length: 201 }, (_, index) => ({ sku: `S${index}`, quantity: 1 }))
    const { value: read, isWhole } = readStoredCart(stored(lines))
    expect(read.lines).toHaveLength(200)
    expect(isWhole).toBe(false)
    expect(readStoredCart(stored(lines.slice(0, 200))).isWhole).toBe(true)
  })

  test('can be any text at all', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        expectSound(readStoredCart(text).value)
      }),
    )
  })

  test('can hold any data where its lines should be; what it does not keep is known', () => {
    const line = fc.oneof(
      fc.jsonValue(),
      fc.record(
        { sku: fc.oneof(sku, fc.jsonValue()), quantity: fc.oneof(fc.integer(), fc.jsonValue()) },
        { requiredKeys: [] },
      ),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const { value: read, isWhole } = readStoredCart(stored(lines))
        expectSound(read)
        const kept = new Set(read.lines.map((one) => one.sku))
        const names = lines.map((one) => (one as { sku?: unknown } | null)?.sku)
        if (isWhole) expect(new Set(names)).toEqual(kept)
        else expect(lines).not.toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

describe('a cart in a link', () => {
  test('reads SKU:quantity, with commas between', () => {
    const text = 'lines=KT100-EMB-42.5:2,PP6X-STL-6MM:1'
    const lines = [
      { sku: 'KT100-EMB-42.5', quantity: 2 },
      { sku: 'PP6X-STL-6MM', quantity: 1 },
    ]
    expect(toCartFragment({ lines })).toBe(text)
    expect(parseCartFragment(`#${text}`)).toEqual({ lines })
    expect(parseCartFragment(text)).toEqual({ lines })
  })

  test('arrives as it was sent', () => {
    fc.assert(
      fc.property(cart, (sent) => {
        expect(parseCartFragment(`#${toCartFragment(sent)}`)).toEqual(sent)
      }),
    )
  })

  test('can carry whatever storage gave, so that the cart page never fails', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (name) => {
        const { value: read } = readStoredCart(stored([{ sku: name, quantity: 1 }]))
        expect(parseCartFragment(toCartFragment(read))).toEqual(read)
      }),
      { examples: [['\ud83d']] },
    )
  })

  test.each([
    ['', ''],
    ['#', ''],
    ['#content', ''],
    ['#lines=', ''],
    ['#lines=A', ''],
    ['#lines=A:', ''],
    ['#lines=:2', ''],
    ['#lines=A:0', ''],
    ['#lines=A:-1', ''],
    ['#lines=A:1.5', ''],
    ['#lines=A:1:2', ''],
    ['#lines=A:1,B:2.', 'A1 B2'],
    ['#lines=A:1,B:2)', 'A1 B2'],
    ['#lines=A:1,B:2%20', 'A1 B2'],
    ['#lines=A:1,B:2%E2%80%8B!', 'A1 B2'],
    ['#lines=A:1,B:2x', 'A1'],
    ['#lines=A:999', 'A10'],
    ['#lines=A:9999', 'A10'],
    ['#lines=A:9999999999', ''],
    ['#lines=A:1,,B:2,', 'A1 B2'],
    ['#lines=A:1,rubbish,B:2', 'A1 B2'],
    ['#lines=A:1,A:2', 'A3'],
    ['#lines=%:1,%E0%A4:1,%F0%9F:1,B:2', 'B2'],
    ['#lines=__proto__:1', '__proto__1'],
    [`#lines=${'A'.repeat(81)}:1`, ''],
    ['#other=1&lines=A:1', ''],
  ])('written as "%s" holds "%s"', (hash, expected) => {
    const { lines } = parseCartFragment(hash)
    expect(lines.map((line) => `${line.sku}${line.quantity}`).join(' ')).toBe(expected)
  })

  test('can be any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expectSound(parseCartFragment(`#lines=${text}`))
        expectSound(parseCartFragment(text))
      }),
    )
  })

  test('longer than any order ends at two hundred lines', () => {
    const entries = Array.from({ length: 30_000 }, (_, index) => `S${index}:1`)
    expect(parseCartFragment(`#lines=${entries.join(',')}`).lines).toHaveLength(200)
  })
})

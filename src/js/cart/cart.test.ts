import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addLine,
  countItems,
  EMPTY_CART,
  isQuantity,
  MAX_QUANTITY,
  mergeCarts,
  quantityOf,
  removeLine,
  restoreLine,
  setQuantity,
  takeOut,
  type Cart,
} from './cart.ts'

const sku = fc.constantFrom('A', 'B', 'C', '__proto__', 'constructor')
const quantity = fc.integer({ min: 1, max: MAX_QUANTITY })
const anyNumber = fc.oneof(
  fc.integer({ min: -20, max: 20 }),
  fc.constantFrom(0, 0.5, NaN, Infinity, -Infinity, 1e9, Number.MAX_SAFE_INTEGER),
)
const cart: fc.Arbitrary<Cart> = fc
  .uniqueArray(fc.record({ sku, quantity }), { selector: (line) => line.sku })
  .map((lines) => ({ lines }))

/** "A2 B1": the lines in order. */
function shown({ lines }: Cart): string {
  return lines.map((line) => `${line.sku}${line.quantity}`).join(' ')
}

function cartOf(text: string): Cart {
  const lines = text
    .split(' ')
    .map((one) => ({ sku: one.charAt(0), quantity: Number(one.slice(1)) }))
  return { lines: text === '' ? [] : lines }
}

function expectSound({ lines }: Cart): void {
  for (const line of lines) {
    expect(Number.isInteger(line.quantity)).toBe(true)
    expect(line.quantity).toBeGreaterThanOrEqual(1)
    expect(line.quantity).toBeLessThanOrEqual(MAX_QUANTITY)
  }
  expect(new Set(lines.map((line) => line.sku)).size).toBe(lines.length)
}

describe('adding', () => {
  test.each([
    ['', 'A', 1, 10, 'A1', 'the first pair makes a line'],
    ['A1', 'B', 2, 10, 'A1 B2', 'another size comes after it'],
    ['A1 B1', 'A', 1, 10, 'A2 B1', 'a second pair of the same size joins the first line'],
    ['A9', 'A', 5, 10, 'A10', 'no line grows beyond ten'],
    ['', 'A', 99, 10, 'A10', 'nor starts beyond ten'],
    ['A1', 'A', 5, 3, 'A3', 'no line grows beyond the stock'],
    ['', 'A', 2, 0, '', 'what is sold out is not added'],
    ['A5', 'A', 1, 2, 'A5', 'a line above a stock that has shrunk does not shrink by adding'],
    ['A1', 'A', 0, 10, 'A1', 'none of something is nothing'],
    ['A1', 'B', -1, 10, 'A1', 'less than none is nothing'],
    ['A1', 'B', 1.5, 10, 'A1', 'half a pair is nothing'],
    ['A1', 'B', NaN, 10, 'A1', 'what is no number is nothing'],
  ])('to "%s" of %s × %d, %d there, gives "%s": %s', (before, what, many, limit, after) => {
    expect(shown(addLine(cartOf(before), { sku: what, quantity: many }, limit))).toBe(after)
  })

  test('and then removing something new leaves the cart as it was', () => {
    fc.assert(
      fc.property(cart, quantity, fc.nat(12), (before, many, limit) => {
        const added = addLine(before, { sku: 'NEW', quantity: many }, limit)
        expect(removeLine(added, 'NEW')).toEqual(before)
      }),
    )
  })

  test('never leaves fewer than there were', () => {
    fc.assert(
      fc.property(cart, sku, anyNumber, fc.nat(12), (before, what, many, limit) => {
        const after = addLine(before, { sku: what, quantity: many }, limit)
        expect(quantityOf(after, what)).toBeGreaterThanOrEqual(quantityOf(before, what))
      }),
    )
  })

  test('does not touch the other lines, nor the cart it was given', () => {
    fc.assert(
      fc.property(cart, sku, quantity, (before, what, many) => {
        const copy = structuredClone(before)
        const after = addLine(before, { sku: what, quantity: many })
        expect(before).toEqual(copy)
        expect(removeLine(after, what)).toEqual(removeLine(before, what))
      }),
    )
  })
})

describe('setting a quantity', () => {
  test.each([
    ['A1 B1', 'A', 4, 10, 'A4 B1', 'takes what was asked'],
    ['A1', 'A', 40, 10, 'A10', 'ten at most'],
    ['A1', 'A', 4, 2, 'A2', 'the stock at most'],
    ['A4', 'A', 0, 10, 'A1', 'one at least: removing is another button'],
    ['A4', 'A', -12, 10, 'A1', 'one at least, whatever was typed'],
    ['A4', 'A', 2.9, 10, 'A2', 'whole pairs only'],
    ['A4', 'A', NaN, 10, 'A4', 'what is no number changes nothing'],
    ['A4', 'A', Infinity, 10, 'A10', 'ten at most, even of infinity'],
    ['A4', 'A', 3, 0, 'A1', 'a sold-out line is kept'],
    ['A4', 'B', 3, 10, 'A4', 'what is not in the cart does not enter it'],
  ])('in "%s" of %s to %d, %d there, gives "%s": %s', (before, what, many, limit, after) => {
    expect(shown(setQuantity(cartOf(before), { sku: what, quantity: many }, limit))).toBe(after)
  })
})

describe('removing and undoing', () => {
  test('takes one line out and leaves the others in order', () => {
    expect(shown(removeLine(cartOf('A1 B2 C3'), 'B'))).toBe('A1 C3')
  })

  test('puts a removed line back where it was, with its quantity', () => {
    fc.assert(
      fc.property(cart, fc.nat(), (before, at) => {
        fc.pre(before.lines.length > 0)
        const index = at % before.lines.length
        const line = before.lines[index]!
        expect(restoreLine(removeLine(before, line.sku), line, index)).toEqual(before)
      }),
    )
  })

  test('puts it at the end where the cart has become shorter since', () => {
    expect(shown(restoreLine(cartOf('A1'), { sku: 'C', quantity: 3 }, 2))).toBe('A1 C3')
  })

  test('does not double a line that has come back by other means', () => {
    expect(shown(restoreLine(cartOf('A1 B5'), { sku: 'B', quantity: 2 }, 0))).toBe('A1 B5')
  })
})

describe('pouring one cart into another', () => {
  test.each([
    ['A1', 'B2', 'A1 B2'],
    ['A1 B1', 'B2 C1', 'A1 B3 C1'],
    ['A8', 'A8', 'A10'],
    ['', 'A1', 'A1'],
    ['A1', '', 'A1'],
  ])('"%s" and "%s" make "%s"', (own, other, merged) => {
    expect(shown(mergeCarts(cartOf(own), cartOf(other)))).toBe(merged)
  })

  test('loses no kind of thing of either', () => {
    fc.assert(
      fc.property(cart, cart, (own, other) => {
        const merged = mergeCarts(own, other)
        const skus = [...own.lines, ...other.lines].map((line) => line.sku)
        expect(new Set(merged.lines.map((line) => line.sku))).toEqual(new Set(skus))
        expectSound(merged)
      }),
    )
  })
})

describe('any cart', () => {
  test('counts pairs, not lines', () => {
    expect(countItems(cartOf('A2 B1'))).toBe(3)
    expect(countItems(EMPTY_CART)).toBe(0)
  })

  test('holds 1 to 10 of each thing once, whatever is done to it', () => {
    const change = fc.oneof(
      fc.tuple(sku, anyNumber, fc.nat(12)).map(
        ([what, many, limit]) =>
          (before: Cart) =>
            addLine(before, { sku: what, quantity: many }, limit),
      ),
      fc.tuple(sku, anyNumber, fc.nat(12)).map(
        ([what, many, limit]) =>
          (before: Cart) =>
            setQuantity(before, { sku: what, quantity: many }, limit),
      ),
      sku.map((what) => (before: Cart) => removeLine(before, what)),
      fc.tuple(sku, quantity, fc.nat(5)).map(
        ([what, many, index]) =>
          (before: Cart) =>
            restoreLine(before, { sku: what, quantity: many }, index),
      ),
    )
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        expectSound(changes.reduce((before, one) => one(before), EMPTY_CART))
      }),
    )
  })

  test.each([
    [1, true],
    [10, true],
    [1e9, true],
    [0, false],
    [-1, false],
    [1.5, false],
    [NaN, false],
    [Infinity, false],
    ['1', false],
    [null, false],
    [undefined, false],
    [1n, false],
  ])('takes %s for a quantity: %s', (value, expected) => {
    expect(isQuantity(value)).toBe(expected)
  })
})

describe('what has been ordered', () => {
  test.each([
    ['A2 B1', 'A2', 'B1'],
    ['A2 B1', 'A2 B1', ''],
    ['A3', 'A2', 'A1'],
    ['A1', 'A2 C1', ''],
    ['A1', '', 'A1'],
  ])('leaves %s, having been %s: %s is left', (before, ordered, left) => {
    expect(shown(takeOut(cartOf(before), cartOf(ordered).lines))).toBe(left)
  })

  test('is gone, and what came on top since is not', () => {
    fc.assert(
      fc.property(cart, cart, (ordered, added) => {
        const since = mergeCarts(ordered, added)
        for (const { sku: one, quantity: left } of takeOut(since, ordered.lines).lines) {
          expect(left).toBe(quantityOf(since, one) - quantityOf(ordered, one))
        }
        expect(takeOut(ordered, ordered.lines).lines).toEqual([])
      }),
    )
  })
})

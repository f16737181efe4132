import { describe, expect, test } from 'vitest'
import { colour, model } from '../../../tests/fixtures/products.ts'
import { createLookup } from '../catalog/product-data.ts'
import { orderablePart, priceSharedCart } from './shared-cart.ts'
import { MOST_LINES, readCartLink } from './stored-cart.ts'

const lookup = createLookup([
  model({ priceMinor: 10_000, colours: [colour('EMB', { regular: { 41: 30, 42: 3, 43: 0 } })] }),
])

describe('a cart link', () => {
  test.each(['', '#', '#content', '#other=1&lines=A:1'])('is not what reads %j', (hash) => {
    expect(readCartLink(hash)).toBeNull()
  })

  test.each([
    ['#lines=', 0, 0],
    ['#lines=A:1,B:-1,C:x,D:0,E', 1, 4],
    ['#lines=A:1,A:2', 1, 0],
    ['#lines=%:1', 0, 1],
    ['#lines=A:999999999', 1, 0],
  ])('that reads %j holds %d lines, and %d that can’t be read', (hash, count, unreadable) => {
    const link = readCartLink(hash)!
    expect(link.lines).toHaveLength(count)
    expect(link.unreadable).toBe(unreadable)
  })

  test('with 5,000 lines says how many are left out', () => {
    const lines = Array.from({ length: 5000 }, (_, at) => `X${at}:1`).join(',')
    const link = readCartLink(`#lines=${lines}`)!
    expect(link.lines).toHaveLength(MOST_LINES)
    expect(link.leftOut).toBe(5000 - MOST_LINES)
  })
})

describe('a shared cart today', () => {
  const link = readCartLink('#lines=SW1-EMB-41:5000,SW1-EMB-42:5,SW1-EMB-43:1,GONE-1:2')!
  const shared = priceSharedCart(link, lookup)

  test('has as many of each as can be ordered', () => {
    expect(shared.lines.map(({ asked, quantity }) => `${quantity} of ${asked}`)).toEqual([
      '10 of 5000',
      '3 of 5',
      '0 of 1',
      '0 of 2',
    ])
    expect(shared.quantity).toBe(13)
    expect(shared.totalMinor).toBe(130_000)
  })

  test('is taken over without what can’t be ordered', () => {
    expect(orderablePart(shared)).toEqual({
      lines: [
        { sku: 'SW1-EMB-41', quantity: 10 },
        { sku: 'SW1-EMB-42', quantity: 3 },
      ],
    })
  })
})

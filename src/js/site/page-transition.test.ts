import { describe, expect, test } from 'vitest'
import { linkTo } from './page-transition.ts'

describe('the card that leads to a page', () => {
  const links = ['https://a.example/products/swift/', 'https://a.example/products/kite/']

  test.each([
    ['https://a.example/products/kite/', 1],
    ['https://a.example/products/kite/?variant=K1', 1],
    ['https://a.example/products/kite-100/', -1],
    ['https://b.example/products/kite/', -1],
  ])('%s is number %d', (page, expected) => {
    expect(linkTo(links, page)).toBe(expected)
  })
})

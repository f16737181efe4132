import { describe, expect, test } from 'vitest'
import { cartHref } from './cart-link.ts'
import { parseCartFragment } from './stored-cart.ts'

const cart = { lines: [{ sku: 'SW1-EMB-42', quantity: 2 }] }

describe('the way to the cart', () => {
  test('is the plain address where the cart is kept', () => {
    expect(cartHref('/cart/', { cart, isKept: true })).toBe('/cart/')
  })

  test('carries the cart along where storage fails', () => {
    const href = cartHref('/spikes/cart/', { cart, isKept: false })
    expect(href).toBe('/spikes/cart/#lines=SW1-EMB-42:2')
    expect(parseCartFragment(new URL(href, 'https://cinder.example').hash)).toEqual(cart)
  })

  test('carries nothing where there is nothing', () => {
    expect(cartHref('/cart/', { cart: { lines: [] }, isKept: false })).toBe('/cart/')
  })
})

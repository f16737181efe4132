import { describe, expect, test } from 'vitest'
import { blockedStorage, FakeStorage } from '../../../tests/fixtures/fake-storage.ts'
import { createFallbackStorage } from './cart-storage.ts'
import { CartStore } from './cart-store.ts'
import { CART_KEY } from './stored-cart.ts'

const UNREADABLE_KEY = 'cinder.cart.unreadable'

function open(first = new FakeStorage(), second = new FakeStorage()) {
  const storage = createFallbackStorage(first, second)
  return { first, second, storage }
}

describe('a stand-in for full storage', () => {
  test('is not touched while there is room', () => {
    const { first, second, storage } = open()
    storage.setItem('cinder.cart', 'v')
    expect(storage.getItem('cinder.cart')).toBe('v')
    expect([
      first.getItem('cinder.cart'),
      second.getItem('cinder.cart'),
      storage.hasFallenBack,
    ]).toEqual(['v', null, false])
  })

  test('takes what the first refuses, says so, and is read before it', () => {
    const { first, second, storage } = open(new FakeStorage({ 'cinder.cart': 'old' }, 4))
    storage.setItem('cinder.cart', 'newer')
    expect([
      first.getItem('cinder.cart'),
      second.getItem('cinder.cart'),
      storage.hasFallenBack,
    ]).toEqual(['old', 'newer', true])
    expect(storage.getItem('cinder.cart')).toBe('newer')
  })

  test('gives everything back as soon as there is room again', () => {
    const { first, second, storage } = open(new FakeStorage({ 'cinder.cart': 'old' }, 4))
    storage.setItem('cinder.cart', 'newer')
    first.quota = 100
    storage.setItem('cinder.cart', 'newest')
    expect([
      first.getItem('cinder.cart'),
      second.getItem('cinder.cart'),
      storage.hasFallenBack,
    ]).toEqual(['newest', null, true])
  })

  test('does not bring back what was removed', () => {
    const { storage } = open(new FakeStorage({ 'cinder.cart': 'old' }, 4))
    storage.setItem('cinder.cart', 'newer')
    storage.removeItem('cinder.cart')
    expect(storage.getItem('cinder.cart')).toBeNull()
  })

  test('never takes what was kept aside: it would die with the tab', () => {
    const { second, storage } = open(new FakeStorage({}, 4))
    expect(() => storage.setItem(UNREADABLE_KEY, 'rubbish')).toThrow('quota')
    expect([second.getItem(UNREADABLE_KEY), storage.hasFallenBack]).toEqual([null, false])
  })

  test('that is full too lets the writer know', () => {
    const { storage } = open(new FakeStorage({}, 0), new FakeStorage({}, 0))
    expect(() => storage.setItem('cinder.cart', 'v')).toThrow('quota')
    expect(storage.hasFallenBack).toBe(true)
  })
})

describe('a cart over it', () => {
  test('outlives the page where only the first is full', () => {
    const { storage } = open(new FakeStorage({}, 0))
    const store = new CartStore(storage)
    store.add({ sku: 'A', quantity: 2 }, 10)
    expect(store.isKept).toBe(true)
    expect(store.fault).toBe('full')
    expect(new CartStore(storage).cart).toEqual({ lines: [{ sku: 'A', quantity: 2 }] })
  })

  test('lives on in memory where both are full', () => {
    const { storage } = open(new FakeStorage({}, 0), new FakeStorage({}, 0))
    const store = new CartStore(storage)
    store.add({ sku: 'A', quantity: 2 }, 10)
    expect([store.isKept, store.fault]).toEqual([false, 'full'])
    expect(store.cart).toEqual({ lines: [{ sku: 'A', quantity: 2 }] })
  })

  test('lives on in memory where the second is forbidden', () => {
    const storage = createFallbackStorage(new FakeStorage(), blockedStorage)
    const store = new CartStore(storage)
    store.add({ sku: 'A', quantity: 2 }, 10)
    expect([store.isKept, store.fault]).toEqual([false, 'blocked'])
    expect(store.cart).toEqual({ lines: [{ sku: 'A', quantity: 2 }] })
  })

  test('leaves what it cannot read where it is, if neither takes anything', () => {
    const first = new FakeStorage({ [CART_KEY]: 'abc' }, 0)
    const { storage } = open(first, new FakeStorage({}, 0))
    expect(new CartStore(storage).fault).toBe('full')
    expect(first.getItem(CART_KEY)).toBe('abc')
  })

  test('keeps megabytes of noise aside in the first, though they fit only once', () => {
    const noise = 'x'.repeat(5_000_000)
    const { first, storage } = open(new FakeStorage({ [CART_KEY]: noise }, 5_000_200))
    const store = new CartStore(storage)
    store.add({ sku: 'A', quantity: 2 }, 10)
    expect(first.getItem(UNREADABLE_KEY)).toBe(noise)
    expect(first.getItem(CART_KEY)).toContain('"sku":"A"')
  })
})

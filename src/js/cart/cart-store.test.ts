import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockedStorage, FakeStorage } from '../../../tests/fixtures/fake-storage.ts'
import type { Cart } from './cart.ts'
import { CartStore, type CartChange } from './cart-store.ts'
import { CART_KEY, readStoredCart, writeStoredCart } from './stored-cart.ts'

const UNREADABLE_KEY = 'cinder.cart.unreadable'

const NOISE = 'x'.repeat(5_000_000)

/** "A2 B1": the lines in order. */
function shown({ lines }: Cart): string {
  return lines.map(({ sku, quantity }) => `${sku}${quantity}`).join(' ')
}

function textOf(cart: string): string {
  const lines = cart
    .split(' ')
    .map((one) => ({ sku: one.charAt(0), quantity: Number(one.slice(1)) }))
  return writeStoredCart({ lines })
}

function stored(storage: FakeStorage): string {
  return shown(readStoredCart(storage.getItem(CART_KEY)).value)
}

function add(store: CartStore, sku: string, quantity = 1): void {
  store.add({ sku, quantity }, 10)
}

/** A store that writes down what it tells. */
function listening(storage: FakeStorage | null): {
  store: CartStore
  told: [string, CartChange][]
} {
  const store = new CartStore(storage)
  const told: [string, CartChange][] = []
  store.subscribe((cart, change) => told.push([shown(cart), change]))
  return { store, told }
}

describe('the cart', () => {
  test('is there again when the shopper comes back', () => {
    const storage = new FakeStorage()
    add(new CartStore(storage), 'A', 2)
    expect(shown(new CartStore(storage).cart)).toBe('A2')
    expect(storage.getItem(CART_KEY)).toBe(textOf('A2'))
  })

  test('writes nothing before the shopper changes something', () => {
    const storage = new FakeStorage({ [CART_KEY]: textOf('A2') })
    new CartStore(storage).refresh()
    new CartStore(new FakeStorage()).refresh()
    expect(storage.log).toEqual([])
  })

  test('tells of each change, with what it holds after it', () => {
    const { store, told } = listening(new FakeStorage())
    add(store, 'A')
    store.setQuantity({ sku: 'A', quantity: 3 }, 10)
    store.remove('A')
    store.undo()
    store.adopt({ lines: [{ sku: 'B', quantity: 1 }] }, 'replace')
    expect(told).toEqual([
      ['A1', { type: 'added', sku: 'A' }],
      ['A3', { type: 'quantity', sku: 'A' }],
      ['', { type: 'removed', sku: 'A' }],
      ['A3', { type: 'undone', sku: 'A' }],
      ['B1', { type: 'replaced' }],
    ])
  })

  test('says nothing of its present state to one who begins to listen', () => {
    expect(listening(new FakeStorage({ [CART_KEY]: textOf('A2') })).told).toEqual([])
  })

  test('is kept before anyone is told, so that a link followed at once finds it', () => {
    const storage = new FakeStorage()
    const store = new CartStore(storage)
    let seen = ''
    store.subscribe(() => (seen = stored(storage)))
    add(store, 'A')
    expect(seen).toBe('A1')
  })

  test('keeps to the limit it is given', () => {
    const store = new CartStore(new FakeStorage())
    store.add({ sku: 'A', quantity: 9 }, 4)
    expect(shown(store.cart)).toBe('A4')
    store.setQuantity({ sku: 'A', quantity: 9 }, 3)
    expect(shown(store.cart)).toBe('A3')
  })

  test.each([
    ['merge', 'A10 B1 C2'],
    ['replace', 'A8 C2'],
  ] as const)('takes a shared cart by %s', (how, expected) => {
    const storage = new FakeStorage({ [CART_KEY]: textOf('A9 B1') })
    const store = new CartStore(storage)
    store.adopt(readStoredCart(textOf('A8 C2')).value, how)
    expect(shown(store.cart)).toBe(expected)
    expect(stored(storage)).toBe(expected)
  })
})

describe('undo', () => {
  test('puts the line removed last back in its place, once', () => {
    const storage = new FakeStorage({ [CART_KEY]: textOf('A1 B2 C3') })
    const store = new CartStore(storage)
    store.remove('B')
    expect(stored(storage)).toBe('A1 C3')
    expect(store.undo()).toEqual({ type: 'undone', sku: 'B' })
    expect(stored(storage)).toBe('A1 B2 C3')
    expect(store.undo()).toBeUndefined()
    expect(stored(storage)).toBe('A1 B2 C3')
  })

  test('has nothing to do where nothing was removed', () => {
    const { store, told } = listening(new FakeStorage({ [CART_KEY]: textOf('A1') }))
    store.remove('B')
    expect(store.undo()).toBeUndefined()
    expect(told).toEqual([])
  })

  test('works after other changes, in this tab and in another', () => {
    const storage = new FakeStorage({ [CART_KEY]: textOf('A1 B2') })
    const store = new CartStore(storage)
    store.remove('A')
    add(new CartStore(storage), 'C')
    add(store, 'B')
    store.undo()
    expect(stored(storage)).toBe('A1 B3 C1')
  })

  test('brings back the quantity that another tab had set', () => {
    const storage = new FakeStorage({ [CART_KEY]: textOf('A1') })
    const store = new CartStore(storage)
    new CartStore(storage).setQuantity({ sku: 'A', quantity: 7 }, 10)
    store.remove('A')
    store.undo()
    expect(stored(storage)).toBe('A7')
  })
})

describe('two tabs', () => {
  test('lose nothing of each other’s, whoever changes what', () => {
    const change = fc.record({
      tab: fc.constantFrom(0, 1),
      sku: fc.constantFrom('A', 'B', 'C'),
      isRemoval: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 10 }), (changes) => {
        const storage = new FakeStorage()
        const tabs = [new CartStore(storage), new CartStore(storage)] as const
        const alone = new CartStore(new FakeStorage())
        for (const { tab, sku, isRemoval } of changes) {
          for (const store of [tabs[tab], alone]) {
            if (isRemoval) store.remove(sku)
            else add(store, sku)
          }
        }
        for (const store of tabs) store.refresh()
        expect([tabs[0].cart, tabs[1].cart]).toEqual([alone.cart, alone.cart])
        expect(stored(storage)).toBe(shown(alone.cart))
      }),
    )
  })

  test('show the same after one has heard of the other', () => {
    const storage = new FakeStorage()
    const { store, told } = listening(storage)
    add(new CartStore(storage), 'A', 2)
    store.handleStorageEvent({ key: CART_KEY, newValue: storage.getItem(CART_KEY) })
    expect(told).toEqual([['A2', { type: 'replaced' }]])
  })

  test('both see an empty cart when the browser’s storage is cleared', () => {
    const storage = new FakeStorage({ [CART_KEY]: textOf('A2') })
    const { store, told } = listening(storage)
    storage.entries.clear()
    store.handleStorageEvent({ key: null, newValue: null })
    expect(told).toEqual([['', { type: 'replaced' }]])
  })

  test('leave the cart alone when something else is stored', () => {
    const storage = new FakeStorage()
    const { store, told } = listening(storage)
    storage.setItem(CART_KEY, textOf('A1'))
    store.handleStorageEvent({ key: 'theme', newValue: 'dark' })
    expect(told).toEqual([])
    expect(shown(store.cart)).toBe('')
  })
})

describe('coming back from the history', () => {
  test('tells only where the cart has changed', () => {
    const storage = new FakeStorage({ [CART_KEY]: textOf('A1') })
    const { store, told } = listening(storage)
    store.refresh()
    expect(told).toEqual([])
    storage.setItem(CART_KEY, textOf('A1 B1'))
    store.refresh()
    store.refresh()
    expect(told).toEqual([['A1 B1', { type: 'replaced' }]])
  })
})

describe('a cart that cannot be read', () => {
  test.each([
    ['noise', 'abc', ''],
    ['one bad line', '{"version":1,"lines":[{"sku":"A","quantity":2},7]}', 'A2'],
    ['a cart of the future', '{"version":2,"items":["A"]}', ''],
    ['five megabytes', NOISE, ''],
  ])('(%s) is kept aside as it was, before anything is written', (_, text, rest) => {
    const storage = new FakeStorage({ [CART_KEY]: text })
    const store = new CartStore(storage)
    expect(storage.getItem(UNREADABLE_KEY)).toBe(text)
    const writes = storage.log.filter((entry) => entry.startsWith('+'))
    expect(writes.lastIndexOf(`+${UNREADABLE_KEY}`)).toBeLessThan(writes.indexOf(`+${CART_KEY}`))
    expect(store.fault).toBe('unreadable')
    expect(store.isKept).toBe(true)
    add(store, 'B')
    expect(stored(storage)).toBe(`${rest} B1`.trim())
    expect(storage.getItem(UNREADABLE_KEY)).toBe(text)
  })

  test('is told of once: the next page finds a sound cart', () => {
    const storage = new FakeStorage({ [CART_KEY]: 'abc' })
    expect(new CartStore(storage).fault).toBe('unreadable')
    expect(new CartStore(storage).fault).toBeNull()
  })

  test('that appears while the page is open is kept aside before the next change', () => {
    const storage = new FakeStorage()
    const store = new CartStore(storage)
    storage.setItem(CART_KEY, 'abc')
    add(store, 'A')
    expect(storage.getItem(UNREADABLE_KEY)).toBe('abc')
    expect(stored(storage)).toBe('A1')
  })

  test('and fills the whole quota is never lost, and the shop goes on', () => {
    const full = CART_KEY.length + NOISE.length
    for (const spare of [0, 1, 5, 11, 12, 25, 40, 60, 100, 500]) {
      const storage = new FakeStorage({ [CART_KEY]: NOISE }, full + spare)
      const store = new CartStore(storage)
      add(store, 'A')
      expect([...storage.entries.values()], `${spare} to spare`).toContain(NOISE)
      expect(shown(store.cart)).toBe('A1')
      expect(store.isKept ? stored(storage) : 'A1').toBe('A1')
    }
  })

  test('is left where it is by storage that takes nothing any more', () => {
    const storage = new FakeStorage({ [CART_KEY]: 'abc' }, 0)
    const store = new CartStore(storage)
    add(store, 'A')
    expect([...storage.entries]).toEqual([[CART_KEY, 'abc']])
    expect(shown(store.cart)).toBe('A1')
    expect(store.fault).toBe('full')
  })
})

describe('storage that fails', () => {
  test.each([
    ['is not there', null],
    ['is forbidden', blockedStorage],
  ])('because it %s leaves a cart for as long as the page is open', (_, storage) => {
    const store = new CartStore(storage)
    expect(store.fault).toBe('blocked')
    expect(store.isKept).toBe(false)
    add(store, 'A')
    add(store, 'B', 2)
    store.remove('A')
    store.refresh()
    expect(shown(store.cart)).toBe('B2')
    expect(store.undo()).toEqual({ type: 'undone', sku: 'A' })
    expect(shown(store.cart)).toBe('A1 B2')
  })

  test('because it is full leaves a cart for as long as the page is open', () => {
    const storage = new FakeStorage({ [CART_KEY]: textOf('A1') }, 100)
    const { store, told } = listening(storage)
    storage.quota = 0
    add(store, 'B')
    expect(store.fault).toBe('full')
    expect(store.isKept).toBe(false)
    add(store, 'C')
    store.refresh()
    expect(shown(store.cart)).toBe('A1 B1 C1')
    expect(told.map(([cart]) => cart)).toEqual(['A1 B1', 'A1 B1 C1'])
    expect(stored(storage)).toBe('A1')
  })

  test('after the page was opened keeps what the page knew', () => {
    const storage = new FakeStorage({ [CART_KEY]: textOf('A1') })
    const store = new CartStore(storage)
    storage.getItem = blockedStorage.getItem
    add(store, 'B')
    expect(shown(store.cart)).toBe('A1 B1')
    expect(store.fault).toBe('blocked')
  })

  test('is none where storage works', () => {
    const store = new CartStore(new FakeStorage())
    add(store, 'A')
    expect(store.fault).toBeNull()
    expect(store.isKept).toBe(true)
  })

  test('with a stand-in is told as full, and the cart is kept all the same', () => {
    const store = new CartStore(Object.assign(new FakeStorage(), { hasFallenBack: true }))
    expect(store.fault).toBe('full')
    expect(store.isKept).toBe(true)
  })

  test('is found out before anything is added, and leaves no trace where it works', () => {
    const storage = new FakeStorage()
    expect(new CartStore(storage).checkKept()).toBe(true)
    expect(storage.entries.size).toBe(0)
    storage.quota = 0
    const store = new CartStore(storage)
    expect(store.checkKept()).toBe(false)
    expect(store.fault).toBe('full')
  })

  test('is found out without a change to the cart that is there', () => {
    const storage = new FakeStorage({ [CART_KEY]: textOf('A1 B2') })
    expect(new CartStore(storage).checkKept()).toBe(true)
    expect(stored(storage)).toBe('A1 B2')
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FakeStorage } from '../../../tests/fixtures/fake-storage.ts'
import type { Cart } from './cart.ts'
import { CartStore } from './cart-store.ts'
import { CART_KEY, readStoredCart, writeStoredCart } from './stored-cart.ts'

const WRITING_KEY = 'cinder.cart.writing'

/** How long another tab may lag, with room for the test. */
const LATE_MS = 10_000

/** "A2 B1": the lines in order. */
function shown({ lines }: Cart): string {
  return lines.map(({ sku, quantity }) => `${sku}${quantity}`).join(' ')
}

function textOf(cart: string): string {
  const words = cart === '' ? [] : cart.split(' ')
  const lines = words.map((one) => ({ sku: one.charAt(0), quantity: Number(one.slice(1)) }))
  return writeStoredCart({ lines })
}

type TabName = 'first' | 'second'

const STEPS = ['first', 'second', 'first arrives', 'second arrives'] as const

interface Write {
  readonly by: TabName
  readonly key: string
  readonly newValue: string
}

/**
 * Two tabs in two processes, as Chromium keeps them: each sees its own writes at once and the
 * other's when told of them; the browser orders the writes, and a tab with a write of a key on its
 * way does not take the other's into its view.
 */
class TwoTabs {
  readonly #views = { first: new Map<string, string>(), second: new Map<string, string>() }
  readonly #stores: Record<TabName, CartStore>
  /** Writes as they reach the browser; each is told to both, to its writer as the receipt. */
  readonly #queue: Write[] = []

  constructor() {
    this.#stores = { first: this.#open('first'), second: this.#open('second') }
  }

  #open(by: TabName): CartStore {
    const view = this.#views[by]
    const storage = new FakeStorage()
    storage.getItem = (key) => view.get(key) ?? null
    storage.setItem = (key, newValue) => {
      this.#queue.push({ by, key, newValue })
      view.set(key, newValue)
    }
    return new CartStore(storage, () => 1_000_000)
  }

  add(tab: TabName): void {
    this.#stores[tab].add({ sku: tab, quantity: 1 }, 100)
  }

  /**
   * Let a tab's oldest write reach the browser, ahead of the other's where that is asked for: each
   * tab's own writes stay in order.
   */
  deliver(tab?: TabName): void {
    const index = tab === undefined ? 0 : this.#queue.findIndex(({ by }) => by === tab)
    const [write] = index === -1 ? [] : this.#queue.splice(index, 1)
    if (write === undefined) return
    const other = write.by === 'first' ? 'second' : 'first'
    const isBusy = this.#queue.some(({ by, key }) => by === other && key === write.key)
    if (!isBusy) this.#views[other].set(write.key, write.newValue)
    this.#stores[other].handleStorageEvent(write)
  }

  deliverAll(): void {
    for (let left = 5000; left > 0 && this.#queue.length > 0; left -= 1) this.deliver()
    expect(this.#queue).toEqual([])
  }

  quantities(tab: TabName): Record<TabName, number> {
    const { lines } = readStoredCart(this.#views[tab].get(CART_KEY) ?? null).value
    const of = (sku: string): number => lines.find((line) => line.sku === sku)?.quantity ?? 0
    return { first: of('first'), second: of('second') }
  }
}

/** A tab over a cart, and another tab that writes without having seen this one's changes. */
function openTab(cart: string): {
  storage: FakeStorage
  store: CartStore
  /** Another tab made `end` of `start`, which may be in storage or written over already. */
  hear: (start: string, end: string) => void
  add: (sku: string) => void
  /** Another tab that knew `start` makes it `end`; a moment later this tab hears of it. */
  other: (start: string, end: string) => void
  outcome: () => string
  wait: (ms: number) => void
} {
  const storage = new FakeStorage({ [CART_KEY]: textOf(cart) })
  let now = 1_000_000
  const store = new CartStore(storage, () => now)
  const hear = (start: string, end: string): void => {
    const writing = JSON.stringify({ from: textOf(start), to: textOf(end) })
    store.handleStorageEvent({ key: WRITING_KEY, newValue: writing })
    store.handleStorageEvent({ key: CART_KEY, newValue: textOf(end) })
  }
  return {
    storage,
    store,
    hear,
    add: (sku) => {
      store.add({ sku, quantity: 1 }, 10)
    },
    other: (start, end) => {
      storage.setItem(CART_KEY, textOf(end))
      hear(start, end)
    },
    outcome: () => {
      const kept = shown(readStoredCart(storage.getItem(CART_KEY)).value)
      expect(shown(store.cart)).toBe(kept)
      return kept
    },
    wait: (ms) => {
      now += ms
    },
  }
}

describe('a tab that wrote over ours without having seen it', () => {
  test('with another thing: both things are in the cart', () => {
    const tab = openTab('')
    tab.add('A')
    tab.other('', 'B1')
    expect(tab.outcome()).toBe('B1 A1')
  })

  test('with the same thing: there are two of it', () => {
    const tab = openTab('')
    tab.add('A')
    tab.other('', 'A1')
    expect(tab.outcome()).toBe('A2')
  })

  test('after two changes of ours: both are made again', () => {
    const tab = openTab('X1')
    tab.add('A')
    tab.add('B')
    tab.other('X1', 'X1 C1')
    expect(tab.outcome()).toBe('X1 C1 A1 B1')
  })

  test('having seen the first of our two changes: only the second is made again', () => {
    const tab = openTab('')
    tab.add('A')
    tab.add('A')
    tab.other('A1', 'A1 B1')
    expect(tab.outcome()).toBe('A2 B1')
  })

  test('with what we had added and removed again: that stays, beside what we added since', () => {
    const tab = openTab('X1')
    tab.add('A')
    tab.store.remove('A')
    tab.add('B')
    tab.other('X1', 'X1 A1')
    expect(tab.outcome()).toBe('X1 A1 B1')
  })

  test('does not bring back what we removed', () => {
    const tab = openTab('A1 B1')
    tab.store.remove('A')
    tab.other('A1 B1', 'A1 B2')
    expect(tab.outcome()).toBe('B2')
  })

  test('tells this tab’s page, once', () => {
    const tab = openTab('')
    tab.add('A')
    const told: string[] = []
    tab.store.subscribe((cart, { type }) => told.push(`${type}: ${shown(cart)}`))
    tab.other('', 'B1')
    expect(told).toEqual(['replaced: B1 A1'])
  })
})

describe('a tab that had seen ours', () => {
  test('has its way: what it removed stays removed', () => {
    const tab = openTab('')
    tab.add('A')
    tab.other('A1', '')
    expect(tab.outcome()).toBe('')
  })

  test('has its way where our changes came back to where they began', () => {
    const tab = openTab('X1')
    tab.add('A')
    tab.store.remove('A')
    tab.other('X1', 'X1 A1')
    expect(tab.outcome()).toBe('X1 A1')
  })

  test('has its way where our change had changed nothing', () => {
    const tab = openTab('A9')
    tab.store.add({ sku: 'A', quantity: 5 }, 9)
    tab.other('A9', 'A4')
    expect(tab.outcome()).toBe('A4')
  })

  test('has its way long after, though the cart looks as it did before our change', () => {
    const tab = openTab('')
    tab.add('A')
    tab.wait(LATE_MS)
    tab.other('', 'B1')
    expect(tab.outcome()).toBe('B1')
  })

  test('has its way at its second change: ours is not made again twice', () => {
    const tab = openTab('')
    tab.add('A')
    tab.other('', 'B1')
    expect(tab.outcome()).toBe('B1 A1')
    tab.other('B1 A1', 'C1')
    expect(tab.outcome()).toBe('C1')
  })
})

describe('two tabs that go on before they have heard of each other', () => {
  test('what we did twice is made again twice, on top of what the other did since', () => {
    const tab = openTab('')
    tab.add('A')
    tab.other('', 'B1')
    tab.add('A')
    expect(tab.outcome()).toBe('B1 A2')
    // The other had not yet heard that ours was made again.
    tab.other('B1', 'B1 C1')
    expect(tab.outcome()).toBe('B1 C1 A2')
  })

  test('where ours was written last, the other makes its own again, not we', () => {
    const { storage, store, hear, outcome } = openTab('')
    store.add({ sku: 'A', quantity: 1 }, 10)
    hear('', 'B1')
    expect(outcome()).toBe('A1')
    storage.setItem(CART_KEY, textOf('A1 B1'))
    hear('A1', 'A1 B1')
    expect(outcome()).toBe('A1 B1')
  })

  test('what we built on their text before we were told of it lacks nothing', () => {
    const { storage, hear, add, outcome } = openTab('')
    add('A')
    storage.setItem(CART_KEY, textOf('B1'))
    add('C')
    hear('', 'B1')
    expect(outcome()).toBe('B1 C1 A1')
  })

  test('in any order of writes and news, every addition is in the cart once', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STEPS), { maxLength: 40 }), (plan) => {
        const browser = new TwoTabs()
        const added = { first: 0, second: 0 }
        for (const step of plan) {
          if (step === 'first arrives') browser.deliver('first')
          else if (step === 'second arrives') browser.deliver('second')
          else {
            browser.add(step)
            added[step] += 1
          }
        }
        browser.deliverAll()
        expect(browser.quantities('first')).toEqual(added)
        expect(browser.quantities('second')).toEqual(added)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a page whose storage is full', () => {
  test('keeps its own cart, whatever other tabs write', () => {
    const storage = new FakeStorage({}, 0)
    let now = 1_000_000
    const store = new CartStore(storage, () => now)
    store.add({ sku: 'A', quantity: 1 }, 10)
    now += LATE_MS
    store.add({ sku: 'B', quantity: 1 }, 10)
    store.handleStorageEvent({ key: CART_KEY, newValue: textOf('C1') })
    expect(shown(store.cart)).toBe('A1 B1')
  })
})

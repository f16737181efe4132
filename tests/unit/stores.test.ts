import { describe, expect, test } from 'vitest'
import { CART_FORMAT } from '../../src/js/cart/stored-cart.ts'
import { addLine } from '../../src/js/cart/cart.ts'
import { draftFormat } from '../../src/js/checkout/draft.ts'
import {
  SUBMISSION_FORMAT,
  type StoredSubmission,
  type Submission,
} from '../../src/js/hand-off/submission.ts'
import { PersistedStore } from '../../src/js/lib/persisted-store.ts'
import type { StoredFormat } from '../../src/js/lib/stored-format.ts'
import type { KeyValueStorage } from '../../src/js/lib/storage.ts'
import type { Operation } from '../../src/js/lib/tab-history.ts'
import { teamFormat } from '../../src/js/team/stored-team.ts'
import { addRows } from '../../src/js/team/team.ts'
import { blockedStorage, FakeStorage } from '../fixtures/fake-storage.ts'
import { orderOf } from '../fixtures/orders.ts'
import { row } from '../fixtures/team.ts'

/** Two changes that don't depend on each other, by name. */
const CHANGES = ['one', 'two'] as const
type ChangeName = (typeof CHANGES)[number]

/** A page that uses a store. */
interface Page {
  readonly store: PersistedStore<unknown>
  make(change: ChangeName): void
  /** The changes that the page shows: "one two". */
  shown(): string
}

interface User {
  readonly name: string
  readonly key: string
  readonly isShared: boolean
  readonly open: (storage: KeyValueStorage | null) => Page
  /** A stored text with the change "one" and something that can't be read. */
  readonly damaged: string
}

function user<Value>(
  name: string,
  format: StoredFormat<Value>,
  {
    damaged,
    operations,
    has,
  }: {
    readonly damaged: string
    readonly operations: Readonly<Record<ChangeName, Operation<Value>>>
    readonly has: (value: Value, change: ChangeName) => boolean
  },
): User {
  return {
    name,
    key: format.key,
    isShared: format.isShared,
    damaged,
    open(storage) {
      const store = new PersistedStore(storage, format, { elsewhere: 'elsewhere' })
      return {
        store: store as unknown as PersistedStore<unknown>,
        make: (change) => {
          store.change(operations[change])
        },
        shown: () => CHANGES.filter((change) => has(store.value, change)).join(' '),
      }
    },
  }
}

const SUBMISSION: Submission = {
  state: 'waiting',
  by: 'form',
  order: orderOf(),
  cart: [{ sku: 'SW1-EMB-42', quantity: 2 }],
  failure: null,
  mayHaveArrived: false,
}

function underWay(submission: StoredSubmission): Submission {
  return submission === null || submission.state === 'sent' ? SUBMISSION : submission
}

const USERS: readonly User[] = [
  user('the cart', CART_FORMAT, {
    damaged: '{"version":1,"lines":[{"sku":"one","quantity":1},7]}',
    operations: {
      one: (cart) => addLine(cart, { sku: 'one', quantity: 1 }),
      two: (cart) => addLine(cart, { sku: 'two', quantity: 1 }),
    },
    has: ({ lines }, change) => lines.some(({ sku }) => sku === change),
  }),
  user('the team list', teamFormat('eu'), {
    damaged: '{"version":1,"rows":[{"id":"one","athlete":"one"},7]}',
    operations: {
      one: (team) => addRows(team, [row({ athlete: 'one' })]),
      two: (team) => addRows(team, [row({ athlete: 'two' })]),
    },
    has: ({ rows }, change) => rows.some(({ cells }) => cells.athlete === change),
  }),
  user<StoredSubmission>('the order being submitted', SUBMISSION_FORMAT, {
    damaged: JSON.stringify({ version: 1, ...SUBMISSION, failure: 'timeout', cart: [7] }),
    operations: {
      one: (submission) => ({ ...underWay(submission), failure: 'timeout' }),
      two: (submission) => ({ ...underWay(submission), mayHaveArrived: true }),
    },
    has: (submission, change) => {
      if (submission === null || submission.state === 'sent') return false
      return change === 'one' ? submission.failure === 'timeout' : submission.mayHaveArrived
    },
  }),
  user(
    'the checkout form',
    draftFormat(() => ({ id: '20261125-AAAA-BBBB', country: 'US' })),
    {
      damaged: '{"version":1,"id":"20261125-CCCC-DDDD","values":{"name":"one","city":7}}',
      operations: {
        one: (draft) => ({ ...draft, values: { ...draft.values, name: 'one' } }),
        two: (draft) => ({ ...draft, values: { ...draft.values, note: 'two' } }),
      },
      has: ({ values }, change) => (change === 'one' ? values.name : values.note) === change,
    },
  ),
]

describe.each(USERS)('$name', ({ key, isShared, open, damaged }) => {
  const aside = `${key}.unreadable`

  function shownIn(storage: FakeStorage): string {
    return open(new FakeStorage(Object.fromEntries(storage.entries))).shown()
  }

  test('is there again on the next page', () => {
    const storage = new FakeStorage()
    open(storage).make('one')
    open(storage).make('two')
    expect(open(storage).shown()).toBe('one two')
    expect(open(storage).store.fault).toBeNull()
  })

  test('writes nothing before it is changed', () => {
    const storage = new FakeStorage()
    const { store } = open(storage)
    store.refresh()
    expect(store.checkKept()).toBe(true)
    expect([...storage.entries]).toEqual([])
  })

  describe('when storage is blocked', () => {
    test.each([
      ['not there', null],
      ['forbidden', blockedStorage],
    ])('because it is %s, stays in memory and says so', (_, storage) => {
      const page = open(storage)
      page.make('one')
      page.store.refresh()
      page.make('two')
      expect(page.shown()).toBe('one two')
      expect([page.store.fault, page.store.isKept]).toEqual(['blocked', false])
    })

    test('between two events, loses nothing and doesn’t throw', () => {
      const storage = new FakeStorage()
      const page = open(storage)
      page.make('one')
      storage.isBlocked = true
      page.store.handleStorageEvent({ key, newValue: null })
      page.store.handleStorageEvent({ key: null, newValue: null })
      page.store.refresh()
      page.store.checkKept()
      page.make('two')
      expect(page.shown()).toBe('one two')
      expect([page.store.fault, page.store.isKept]).toEqual(['blocked', false])
      storage.isBlocked = false
      page.make('two')
      expect(shownIn(storage)).toBe('one two')
      expect([page.store.fault, page.store.isKept]).toEqual([null, true])
    })
  })

  describe('when storage is full', () => {
    test('stays in memory, says so, and is stored as soon as there is room', () => {
      const storage = new FakeStorage()
      open(storage).make('one')
      const page = open(storage)
      storage.quota = 0
      page.make('two')
      expect(page.shown()).toBe('one two')
      expect(shownIn(storage)).toBe('one')
      expect([page.store.fault, page.store.isKept]).toEqual(['full', false])
      storage.quota = Infinity
      page.make('two')
      expect(shownIn(storage)).toBe('one two')
      expect([page.store.fault, page.store.isKept]).toEqual([null, true])
    })

    test('takes in what another tab could still write', () => {
      const storage = new FakeStorage()
      const page = open(storage)
      storage.quota = 0
      page.make('two')
      storage.quota = Infinity
      open(storage).make('one')
      page.store.refresh()
      expect(page.shown()).toBe('one two')
      page.make('two')
      expect(shownIn(storage)).toBe('one two')
    })
  })

  describe('when what is stored can’t be read', () => {
    const texts = [
      ['noise', 'abc'],
      ['null', 'null'],
      ['an empty object', '{}'],
      ['a version of the future', '{"version":2,"lines":[],"rows":[],"order":{},"values":{}}'],
      ['megabytes', 'x'.repeat(1_000_000)],
      ['one damaged part', damaged],
    ] as const

    test.each(texts)('(%s) keeps it aside before it writes, and says so once', (_, text) => {
      const storage = new FakeStorage({ [key]: text })
      const page = open(storage)
      expect(storage.getItem(aside)).toBe(text)
      expect(storage.log[0]).toBe(`+${aside}`)
      expect([page.store.fault, page.store.isKept]).toEqual(['unreadable', true])
      expect(open(storage).store.fault).toBeNull()
      page.make('two')
      expect(storage.getItem(aside)).toBe(text)
      expect(shownIn(storage)).toBe(text === damaged ? 'one two' : 'two')
    })

    test.each(texts)('(%s) leaves it alone if storage takes no writes', (_, text) => {
      const storage = new FakeStorage({ [key]: text }, 0)
      const page = open(storage)
      page.make('two')
      page.store.refresh()
      page.store.checkKept()
      page.make('two')
      expect([...storage.entries]).toEqual([[key, text]])
      expect(page.shown()).toBe(text === damaged ? 'one two' : 'two')
      expect([page.store.fault, page.store.isKept]).toEqual(['full', false])
      storage.quota = Infinity
      page.make('two')
      expect(storage.getItem(aside)).toBe(text)
      expect(shownIn(storage)).toBe(page.shown())
    })

    test.each(texts)('(%s) never loses it, however little room there is', (_, text) => {
      for (const spare of [0, 1, 5, 20, 40, 60, 100, 400, 1000]) {
        const storage = new FakeStorage({ [key]: text }, key.length + text.length + spare)
        const page = open(storage)
        page.make('two')
        expect([...storage.entries.values()], `${spare} to spare`).toContain(text)
        expect(page.shown()).toContain('two')
        if (page.store.isKept) expect(shownIn(storage)).toBe(page.shown())
      }
    })

    test('and appears while the page is open, keeps it aside before the next change', () => {
      const storage = new FakeStorage()
      const page = open(storage)
      storage.setItem(key, 'abc')
      page.make('one')
      expect(storage.getItem(aside)).toBe('abc')
      expect(shownIn(storage)).toBe('one')
    })
  })

  describe('when another tab', () => {
    test('has changed it, keeps that change', () => {
      const storage = new FakeStorage()
      const [here, there] = [open(storage), open(storage)]
      there.make('one')
      here.make('two')
      expect(here.shown()).toBe('one two')
      expect(shownIn(storage)).toBe('one two')
    })

    test('reports a change, shows it and notifies once', () => {
      const storage = new FakeStorage()
      const [here, there] = [open(storage), open(storage)]
      const news: unknown[] = []
      here.store.subscribe((_, one) => news.push(one))
      there.make('one')
      here.store.handleStorageEvent({ key: 'theme', newValue: 'dark' })
      expect(here.shown()).toBe('')
      here.store.handleStorageEvent({ key, newValue: storage.getItem(key) })
      expect(here.shown()).toBe('one')
      here.store.refresh()
      expect(news).toEqual(['elsewhere'])
    })

    test('clears the browser’s storage, shows that', () => {
      const storage = new FakeStorage()
      const page = open(storage)
      page.make('one')
      storage.entries.clear()
      page.store.handleStorageEvent({ key: null, newValue: null })
      expect(page.shown()).toBe('')
    })

    test('changed it while this page was in the back/forward cache, shows that', () => {
      const storage = new FakeStorage()
      const page = open(storage)
      open(storage).make('one')
      expect(page.store.refresh()).toBe(true)
      expect(page.store.refresh()).toBe(false)
      expect(page.shown()).toBe('one')
    })

    test('writes between reading and writing, ends with a sound value in both', () => {
      const tabs = new Tabs()
      const here = tabs.open(open)
      const there = tabs.open(open)
      tabs.afterNextRead(() => {
        there.make('one')
      })
      here.make('two')
      tabs.deliver()
      // A store that is not shared has a lock, or a storage of its own: the last write counts.
      const expected = isShared ? 'one two' : 'two'
      expect([here.shown(), there.shown(), shownIn(tabs.storage)]).toEqual([
        expected,
        expected,
        expected,
      ])
      expect(tabs.storage.getItem(aside)).toBeNull()
    })
  })
})

/** Tabs over one storage, which hear of each other's writes only when that is asked for. */
class Tabs {
  readonly storage = new FakeStorage()
  readonly #pages: Page[] = []
  readonly #events: { readonly by: number; readonly key: string; readonly newValue: string }[] = []
  #interrupt: (() => void) | null = null

  open(make: User['open']): Page {
    const by = this.#pages.length
    const page = make({
      getItem: (key) => {
        const text = this.storage.getItem(key)
        const interrupt = this.#interrupt
        this.#interrupt = null
        interrupt?.()
        return text
      },
      setItem: (key, newValue) => {
        this.storage.setItem(key, newValue)
        this.#events.push({ by, key, newValue })
      },
      removeItem: (key) => {
        this.storage.removeItem(key)
      },
    })
    this.#pages.push(page)
    return page
  }

  afterNextRead(interrupt: () => void): void {
    this.#interrupt = interrupt
  }

  deliver(): void {
    for (let event = this.#events.shift(); event !== undefined; event = this.#events.shift()) {
      for (const [index, { store }] of this.#pages.entries()) {
        if (index !== event.by) store.handleStorageEvent(event)
      }
    }
  }
}

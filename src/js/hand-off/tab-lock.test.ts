import { describe, expect, test } from 'vitest'
import { blockedStorage, FakeStorage } from '../../../tests/fixtures/fake-storage.ts'
import { withTabLock, type Locks, type TabLockTools } from './tab-lock.ts'

function tools(changes: Partial<TabLockTools>): TabLockTools {
  return {
    locks: undefined,
    storage: null,
    nowMs: () => 0,
    wait: () => Promise.resolve(),
    token: 'a',
    ...changes,
  }
}

/** Locks as in a browser: one holder per name. */
function fakeLocks(): Locks {
  const held = new Set<string>()
  return {
    request: async (name, _, callback) => {
      if (held.has(name)) return callback(null)
      held.add(name)
      try {
        return await callback({})
      } finally {
        held.delete(name)
      }
    },
  }
}

/** Work that ends when `end` is called. */
function slowWork(): { readonly work: () => Promise<string>; readonly end: () => void } {
  let end = (): void => undefined
  const done = new Promise<string>((resolve) => {
    end = () => {
      resolve('done')
    }
  })
  return { work: () => done, end: () => end() }
}

const TOOLS: readonly (readonly [string, () => Partial<TabLockTools>])[] = [
  ['locks', () => ({ locks: fakeLocks() })],
  ['storage', () => ({ storage: new FakeStorage() })],
  ['storage that is blocked, in one page,', () => ({ storage: blockedStorage })],
  ['no storage, in one page,', () => ({})],
]

describe.each(TOOLS)('with %s', (_, make) => {
  test('one piece of work runs at a time, and the next once it has ended', async () => {
    const shared = tools(make())
    const first = slowWork()
    const running = withTabLock('order', shared, first.work)
    await Promise.resolve()
    expect(await withTabLock('order', shared, () => Promise.resolve('twice'))).toBeUndefined()
    first.end()
    expect(await running).toBe('done')
    expect(await withTabLock('order', shared, () => Promise.resolve('next'))).toBe('next')
  })

  test('work that throws releases the lock', async () => {
    const shared = tools(make())
    await expect(
      withTabLock('fails', shared, () => Promise.reject(new Error('no'))),
    ).rejects.toThrow('no')
    expect(await withTabLock('fails', shared, () => Promise.resolve('next'))).toBe('next')
  })
})

describe('a lock in storage', () => {
  test('goes to the later of two tabs that write at once', async () => {
    const storage = new FakeStorage()
    const mine = tools({
      storage,
      wait: () => {
        storage.setItem('order2.claim', '{"token":"b","untilMs":9}')
        return Promise.resolve()
      },
    })
    expect(await withTabLock('order2', mine, () => Promise.resolve('sent'))).toBeUndefined()
  })

  test('of a page that died expires after a minute and a half', async () => {
    const storage = new FakeStorage({ 'order3.claim': '{"token":"b","untilMs":1000}' })
    const at = (ms: number): TabLockTools => tools({ storage, nowMs: () => ms })
    expect(await withTabLock('order3', at(999), () => Promise.resolve(1))).toBeUndefined()
    expect(await withTabLock('order3', at(1001), () => Promise.resolve(1))).toBe(1)
  })

  test('that can’t be read is ignored', async () => {
    const storage = new FakeStorage({ 'order4.claim': 'noise' })
    expect(await withTabLock('order4', tools({ storage }), () => Promise.resolve(1))).toBe(1)
  })
})

import { describe, expect, test } from 'vitest'
import { blockedStorage, FakeStorage } from '../../../tests/fixtures/fake-storage.ts'
import { claim, type ClaimTools, type Locks } from './tab-lock.ts'

function tools(changes: Partial<ClaimTools>): ClaimTools {
  return {
    locks: undefined,
    storage: null,
    nowMs: () => 0,
    wait: () => Promise.resolve(),
    token: 'a',
    ...changes,
  }
}

/** Locks as a browser has them: one holder a name. */
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

/** Work that ends when told to. */
function slowWork(): { readonly work: () => Promise<string>; readonly end: () => void } {
  let end = (): void => undefined
  const done = new Promise<string>((resolve) => {
    end = () => {
      resolve('done')
    }
  })
  return { work: () => done, end: () => end() }
}

const WAYS: readonly (readonly [string, () => Partial<ClaimTools>])[] = [
  ['locks', () => ({ locks: fakeLocks() })],
  ['storage', () => ({ storage: new FakeStorage() })],
  ['storage that is blocked, in one page,', () => ({ storage: blockedStorage })],
  ['no storage, in one page,', () => ({})],
]

describe.each(WAYS)('with %s', (_, make) => {
  test('one at a time works, and the next when it has ended', async () => {
    const shared = tools(make())
    const first = slowWork()
    const running = claim('order', shared, first.work)
    await Promise.resolve()
    expect(await claim('order', shared, () => Promise.resolve('twice'))).toBeUndefined()
    first.end()
    expect(await running).toBe('done')
    expect(await claim('order', shared, () => Promise.resolve('next'))).toBe('next')
  })

  test('work that throws does not hold the claim', async () => {
    const shared = tools(make())
    await expect(claim('fails', shared, () => Promise.reject(new Error('no')))).rejects.toThrow(
      'no',
    )
    expect(await claim('fails', shared, () => Promise.resolve('next'))).toBe('next')
  })
})

describe('a claim in storage', () => {
  test('of two tabs that write at once, the later has it', async () => {
    const storage = new FakeStorage()
    const mine = tools({
      storage,
      wait: () => {
        storage.setItem('order2.claim', '{"token":"b","untilMs":9}')
        return Promise.resolve()
      },
    })
    expect(await claim('order2', mine, () => Promise.resolve('sent'))).toBeUndefined()
  })

  test('of a page that died is believed for a minute and a half', async () => {
    const storage = new FakeStorage({ 'order3.claim': '{"token":"b","untilMs":1000}' })
    const at = (ms: number): ClaimTools => tools({ storage, nowMs: () => ms })
    expect(await claim('order3', at(999), () => Promise.resolve(1))).toBeUndefined()
    expect(await claim('order3', at(1001), () => Promise.resolve(1))).toBe(1)
  })

  test('that is noise holds nobody up', async () => {
    const storage = new FakeStorage({ 'order4.claim': 'noise' })
    expect(await claim('order4', tools({ storage }), () => Promise.resolve(1))).toBe(1)
  })
})

import { describe, expect, test } from 'vitest'
import { keepFields, reloadKey, restoreFields, takeFields } from './reload.ts'
import { untilAnswered } from './until-answered.ts'

function storageOf(entries: Record<string, string> = {}) {
  const kept = new Map(Object.entries(entries))
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  }
}

describe('a reloaded page', () => {
  const size = { value: '42', checked: true }

  test('is recognized once', () => {
    const storage = storageOf()
    expect(takeFields(() => storage, 'a')).toBeNull()
    keepFields(() => storage, 'a', [])
    expect(takeFields(() => storage, 'a')).toEqual([])
    expect(takeFields(() => storage, 'a')).toBeNull()
  })

  test('gets back what was typed and chosen', () => {
    const storage = storageOf()
    keepFields(() => storage, 'a', [{ value: 'kite' }, size])
    const fresh = [
      { value: '', checked: false },
      { value: '42', checked: false },
      { value: 'new', checked: true },
    ]
    restoreFields(
      fresh,
      takeFields(() => storage, 'a')!,
    )
    expect(fresh).toEqual([
      { value: 'kite', checked: false },
      size,
      { value: 'new', checked: true },
    ])
  })

  test('is not mistaken for another page, or for a newer version of itself', () => {
    const keys = [
      reloadKey({ dataset: { version: '1' } }, { href: '/shop/' }),
      reloadKey({ dataset: { version: '1' } }, { href: '/cart/' }),
      reloadKey({ dataset: { version: '2' } }, { href: '/shop/' }),
    ]
    expect(new Set(keys).size).toBe(3)
  })

  test('counts as not reloaded if what was saved can’t be read', () => {
    expect(takeFields(() => storageOf({ a: 'nonsense' }), 'a')).toBeNull()
  })

  test('counts as not reloaded if storage is blocked, or it could reload forever', () => {
    const blocked = (): never => {
      throw new Error('blocked')
    }
    expect(() => keepFields(blocked, 'a', [])).toThrow('blocked')
    expect(takeFields(blocked, 'a')).toBeNull()
  })
})

describe('waiting for files', () => {
  /** Answers with these statuses in turn; 0 is a failed connection. */
  function connection(answers: Readonly<Record<string, readonly number[]>>) {
    const asked: string[] = []
    const pauses: number[] = []
    const fetch = (file: string) => {
      const turn = asked.filter((one) => one === file).length
      asked.push(file)
      const status = answers[file]?.[turn] ?? 200
      if (status === 0) return Promise.reject(new TypeError('Failed to fetch'))
      return Promise.resolve({ status, blob: () => Promise.resolve(new Blob()) })
    }
    const pause = (ms: number): Promise<void> => {
      pauses.push(ms)
      return Promise.resolve()
    }
    return { asked, pauses, fetch, pause }
  }

  test('requests each once if all load', async () => {
    const line = connection({})
    await untilAnswered(['a.js', 'b.js'], line)
    expect(line).toMatchObject({ asked: ['a.js', 'b.js'], pauses: [] })
  })

  test('requests a file that fails again, less and less often', async () => {
    const line = connection({ 'a.js': [0, 503, 0, 0, 0, 0, 0, 0, 200] })
    await untilAnswered(['a.js', 'b.js'], line)
    expect(line.asked.at(-1)).toBe('b.js')
    expect(line.pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000])
  })

  test('accepts a 404 as an answer', async () => {
    const line = connection({ 'a.js': [404] })
    await untilAnswered(['a.js'], line)
    expect(line.pauses).toEqual([])
  })
})

import { expect, test } from 'vitest'
import { mayReload } from './newer-shop.ts'

function storage(): () => Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>()
  return () => ({
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
  })
}

test('a page that met a newer shop loads itself again, once for each version', () => {
  const tab = storage()
  expect(mayReload(2, true, tab)).toBe(true)
  expect(mayReload(2, true, tab)).toBe(false)
  expect(mayReload(3, true, tab)).toBe(true)
})

test('it stays where a reload would lose the cart', () => {
  const tab = storage()
  expect(mayReload(2, false, tab)).toBe(false)
  expect(mayReload(2, true, tab)).toBe(true)
})

test('it stays where storage is blocked, since it could go on for ever', () => {
  const blocked = (): never => {
    throw new Error('blocked')
  }
  expect(mayReload(2, true, blocked)).toBe(false)
})

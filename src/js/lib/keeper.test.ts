import { describe, expect, test } from 'vitest'
import { blockedStorage, FakeStorage } from '../../../tests/fixtures/fake-storage.ts'
import { Keeper } from './keeper.ts'

describe('a text is kept', () => {
  test('in storage, where another tab sees it', () => {
    const storage = new FakeStorage()
    new Keeper(storage, 'cinder.x').write('one')
    expect(new Keeper(storage, 'cinder.x').read()).toBe('one')
    new Keeper(storage, 'cinder.x').clear()
    expect(storage.entries.size).toBe(0)
  })

  test.each([
    ['there is none', null],
    ['it is blocked', blockedStorage],
    ['it is full', new FakeStorage({}, 3)],
  ])('in memory, where %s', (_, storage) => {
    const keeper = new Keeper(storage, 'cinder.x')
    expect(keeper.read()).toBeNull()
    keeper.write('one')
    expect(keeper.read()).toBe('one')
    keeper.clear()
    expect(keeper.read()).toBeNull()
  })
})

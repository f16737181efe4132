import { describe, expect, test } from 'vitest'
import { blockedStorage, FakeStorage } from '../../../tests/fixtures/fake-storage.ts'
import { openStoredText } from './stored-text.ts'

describe('a text is stored', () => {
  test('in storage, where another tab sees it', () => {
    const storage = new FakeStorage()
    openStoredText(storage, 'cinder.x').write('one')
    expect(openStoredText(storage, 'cinder.x').read()).toBe('one')
    openStoredText(storage, 'cinder.x').write(null)
    expect(storage.entries.size).toBe(0)
  })

  test.each([
    ['there is none', null],
    ['it is blocked', blockedStorage],
    ['it is full', new FakeStorage({}, 3)],
  ])('in memory if %s', (_, storage) => {
    const text = openStoredText(storage, 'cinder.x')
    expect(text.read()).toBeNull()
    text.write('one')
    expect(text.read()).toBe('one')
    text.write(null)
    expect(text.read()).toBeNull()
  })
})

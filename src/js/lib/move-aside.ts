import type { KeyValueStorage } from './storage.ts'

/**
 * Move text that can't be read to `<key>.unreadable`.
 *
 * @returns false if there is no room for it; it is then still under its key
 */
export function moveAside(storage: KeyValueStorage, key: string, text: string): boolean {
  const aside = `${key}.unreadable`
  try {
    try {
      storage.setItem(aside, text)
    } catch {
      // There may be no room for a second copy. Before removing the first, check with a few bytes
      // that storage accepts anything at all.
      storage.setItem(aside, storage.getItem(aside) ?? '')
      storage.removeItem(key)
      return putAside(storage, key, text)
    }
    storage.removeItem(key)
    return true
  } catch {
    return false
  }
}

function putAside(storage: KeyValueStorage, key: string, text: string): boolean {
  try {
    storage.setItem(`${key}.unreadable`, text)
    return true
  } catch {
    // Still no room, so it goes back to where it was.
    storage.setItem(key, text)
    return false
  }
}

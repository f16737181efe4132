import type { KeyValueStorage } from './storage.ts'

/**
 * Move text that can't be read to `<key>.unreadable`.
 *
 * @returns false if there is no room for it; it is then still under its key
 */
export function moveAside(storage: KeyValueStorage, key: string, text: string): boolean {
  const aside = `${key}.unreadable`
  try {
    storage.setItem(aside, text)
    storage.removeItem(key)
    return true
  } catch {
    return moveWithinQuota(storage, key, text)
  }
}

/** Move text that doesn't fit into storage twice, such as megabytes of noise. */
function moveWithinQuota(storage: KeyValueStorage, key: string, text: string): boolean {
  const aside = `${key}.unreadable`
  let isRemoved = false
  try {
    // A few bytes tell whether storage takes anything at all. If not, it must not be emptied.
    storage.setItem(aside, storage.getItem(aside) ?? '')
    storage.removeItem(key)
    isRemoved = true
    storage.setItem(aside, text)
    return true
  } catch {
    if (isRemoved) putBack(storage, key, text)
    return false
  }
}

function putBack(storage: KeyValueStorage, key: string, text: string): void {
  try {
    storage.setItem(key, text)
  } catch {
    // Storage lost the room it had a moment ago, and there is nowhere else to put it.
  }
}

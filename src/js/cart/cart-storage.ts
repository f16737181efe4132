import type { KeyValueStorage } from '../lib/storage.ts'
import { CART_KEY } from './stored-cart.ts'

const WRITING_KEY = `${CART_KEY}.writing`

/**
 * Storage with a fallback for the cart: if the first can't take it, the second keeps it until the
 * first takes writes again. So a shopper whose quota is used up by other sites on the same host
 * keeps the cart until the tab is closed.
 *
 * @param first - `localStorage`
 * @param second - `sessionStorage`
 */
export function createFallbackStorage(
  first: KeyValueStorage,
  second: KeyValueStorage,
): KeyValueStorage {
  let hasFallenBack = false
  return {
    get hasFallenBack() {
      return hasFallenBack
    },
    getItem: (key) => second.getItem(key) ?? first.getItem(key),
    setItem: (key, value) => {
      try {
        setMakingRoom(first, key, value)
        second.removeItem(key)
      } catch (error) {
        // Only the cart: text that was kept aside must not be lost with the tab.
        if (key !== CART_KEY) throw error
        hasFallenBack = true
        second.setItem(key, value)
      }
    },
    removeItem: (key) => {
      second.removeItem(key)
      first.removeItem(key)
    },
  }
}

/** Write the cart. If there is no room for it and for the note to other tabs, drop the note. */
function setMakingRoom(storage: KeyValueStorage, key: string, value: string): void {
  try {
    storage.setItem(key, value)
  } catch (error) {
    if (key !== CART_KEY) throw error
    storage.removeItem(WRITING_KEY)
    storage.setItem(key, value)
  }
}

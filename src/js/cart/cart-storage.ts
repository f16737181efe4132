import { CART_KEY, WRITING_KEY } from './stored-cart.ts'

/** The calls of `Storage` that a cart needs; any may throw. */
export type CartStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/**
 * Storage that falls back for the cart: what the first can't take is kept in the second, and
 * moves home as soon as the first takes writes again. A shopper whose disk quota is used up by
 * other sites of the host still keeps the cart for as long as the tab lives.
 *
 * @param first - `localStorage`
 * @param second - `sessionStorage`
 * @param onFull - called when the first refuses a write
 */
export function createFallbackStorage(
  first: CartStorage,
  second: CartStorage,
  onFull: () => void,
): CartStorage {
  return {
    getItem: (key) => second.getItem(key) ?? first.getItem(key),
    setItem: (key, value) => {
      try {
        setMakingRoom(first, key, value)
        second.removeItem(key)
      } catch (error) {
        // What is kept aside for the shopper must not die with the tab.
        if (key !== CART_KEY) throw error
        onFull()
        second.setItem(key, value)
      }
    },
    removeItem: (key) => {
      second.removeItem(key)
      first.removeItem(key)
    },
  }
}

/** Write the cart, at the cost of the note to other tabs where there is no room for both. */
function setMakingRoom(storage: CartStorage, key: string, value: string): void {
  try {
    storage.setItem(key, value)
  } catch (error) {
    if (key !== CART_KEY || storage.getItem(WRITING_KEY) === null) throw error
    storage.removeItem(WRITING_KEY)
    storage.setItem(key, value)
  }
}

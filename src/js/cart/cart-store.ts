import * as carts from './cart.ts'
import type { Cart, CartLine } from './cart.ts'
import type { CartStorage } from './cart-storage.ts'
import {
  CART_KEY,
  readStoredCart,
  readWriting,
  UNREADABLE_KEY,
  writeStoredCart,
  WRITING_KEY,
  type Writing,
} from './stored-cart.ts'
import { TabHistory, type Change } from './tab-history.ts'

/** What happened to the cart. `replaced` came from elsewhere: another tab, or back from history. */
export type CartChange =
  | { readonly type: 'added' | 'quantity' | 'removed' | 'undone'; readonly sku: string }
  | { readonly type: 'replaced' }

/** What is wrong with storage, for the one notice a shopper gets. */
export type StorageFault = 'blocked' | 'full' | 'unreadable'

/** Told the cart as it is now, and what has happened to it. */
export type CartListener = (cart: Cart, change: CartChange) => void

/** The fields of a `storage` event that the store reads. */
export type StorageNews = Pick<StorageEvent, 'key' | 'newValue'>

/**
 * The page's one cart, kept in storage. Every change re-reads storage first, so that tabs lose
 * nothing of each other's; where storage fails, the cart lives on in memory.
 */
export class CartStore {
  #cart: Cart = carts.EMPTY_CART
  #fault: StorageFault | null = null
  #isKept = true
  #removed: { readonly line: CartLine; readonly index: number } | null = null
  readonly #listeners: CartListener[] = []
  readonly #storage: CartStorage | null
  readonly #history: TabHistory

  /**
   * @param storage - null where the browser gives none
   * @param nowMs - a clock, for tests
   */
  constructor(storage: CartStorage | null, nowMs: () => number = Date.now) {
    this.#storage = storage
    this.#history = new TabHistory(nowMs)
    if (storage === null) this.#fail('blocked')
    this.#read()
  }

  get cart(): Cart {
    return this.#cart
  }

  /** What is wrong with storage, or null. */
  get fault(): StorageFault | null {
    return this.#fault
  }

  /** Whether the cart outlives this page. */
  get isKept(): boolean {
    return this.#isKept
  }

  /** Find out whether storage takes the cart now, by writing it as it is; leaves no trace. */
  checkKept(): boolean {
    const before = this.#read()
    this.#write()
    // Looking at a shared cart must not start one of the shopper's own.
    if (before === null && this.#isKept && this.#cart.lines.length === 0) {
      this.#storage?.removeItem(CART_KEY)
    }
    return this.#isKept
  }

  /** Note that storage is full and a stand-in holds the cart. */
  markFull(): void {
    this.#fault = 'full'
  }

  /** Call `listener` after each change. It is not called for the present state. */
  subscribe(listener: CartListener): void {
    this.#listeners.push(listener)
  }

  /** Add some of a SKU, up to the limit; see {@link carts.addLine}. */
  add(line: CartLine, limit: number): void {
    this.#change((cart) => carts.addLine(cart, line, limit), { type: 'added', sku: line.sku })
  }

  /** Set a line's quantity; see {@link carts.setQuantity}. */
  setQuantity(line: CartLine, limit: number): void {
    const change = { type: 'quantity', sku: line.sku } as const
    this.#change((cart) => carts.setQuantity(cart, line, limit), change)
  }

  /** Remove a line, remembering it for {@link undo}. */
  remove(sku: string): void {
    this.#read()
    const index = this.#cart.lines.findIndex((line) => line.sku === sku)
    const line = this.#cart.lines[index]
    if (line === undefined) return
    this.#removed = { line, index }
    this.#change((cart) => carts.removeLine(cart, sku), { type: 'removed', sku })
  }

  /**
   * Put the line removed last back in its place.
   *
   * @returns its SKU, or undefined where there is nothing to undo
   */
  undo(): string | undefined {
    if (this.#removed === null) return undefined
    const { line, index } = this.#removed
    this.#removed = null
    const change = { type: 'undone', sku: line.sku } as const
    this.#change((cart) => carts.restoreLine(cart, line, index), change)
    return line.sku
  }

  /** Put another cart in this one's place, or, with `merge`, pour it in. */
  adopt(cart: Cart, how: 'replace' | 'merge'): void {
    this.#change((own) => (how === 'merge' ? carts.mergeCarts(own, cart) : cart), {
      type: 'replaced',
    })
  }

  /** Take out what has been ordered; see {@link carts.takeOut}. */
  takeOut(ordered: readonly CartLine[]): void {
    this.#change((cart) => carts.takeOut(cart, ordered), { type: 'replaced' })
  }

  /** Read storage again, as after coming back from the history, and tell what changed. */
  refresh(): void {
    const before = writeStoredCart(this.#cart)
    this.#read()
    if (writeStoredCart(this.#cart) !== before) this.#tell({ type: 'replaced' })
  }

  /**
   * Hear from another tab. Changes of ours that are missing from what now stands in storage, since
   * it wrote over them without having seen them, are made again on top.
   */
  hear({ key, newValue }: StorageNews): void {
    const writing = key === WRITING_KEY ? readWriting(newValue) : undefined
    if (writing !== undefined) this.#history.heard(writing.from, writing.to)
    if (key !== CART_KEY && key !== null) return
    if (key === null || !this.#isKept) {
      this.refresh()
      return
    }
    const text = this.#storage?.getItem(CART_KEY) ?? null
    const missing = this.#history.missingIn(text)
    if (missing.length === 0) {
      this.refresh()
      return
    }
    this.#apply(missing)
    this.#tell({ type: 'replaced' })
  }

  #change(operation: Change['operation'], news: CartChange): void {
    this.#apply([{ operation }])
    this.#tell(news)
  }

  /** Make changes on top of what stands in storage now. */
  #apply(changes: readonly Change[]): void {
    const from = this.#read()
    this.#cart = changes.reduce((cart, { operation }) => operation(cart), this.#cart)
    const writing = { from, to: writeStoredCart(this.#cart) }
    this.#history.wrote({ ...writing, changes })
    this.#announce(writing)
    this.#write()
  }

  /** Tell other tabs what the write that follows starts from. Only a help: it may fail. */
  #announce(writing: Writing): void {
    if (!this.#isKept) return
    try {
      this.#storage?.setItem(WRITING_KEY, JSON.stringify(writing))
    } catch {
      // No room for it; the cart itself may still fit.
    }
  }

  /** Take the cart from storage, unless storage has failed; returns the text it stood in. */
  #read(): string | null {
    if (this.#storage === null || !this.#isKept) return null
    try {
      const text = this.#storage.getItem(CART_KEY)
      const { cart, isWhole } = readStoredCart(text)
      this.#cart = cart
      if (!isWhole && text !== null) this.#keepAside(this.#storage, text)
      return text
    } catch {
      this.#fail('blocked')
      return null
    }
  }

  /** Move what can't be read out of the way; where there is no room, leave it and stop writing. */
  #keepAside(storage: CartStorage, text: string): void {
    this.#fault = 'unreadable'
    let isRemoved = false
    try {
      // Storage that takes nothing at all must not be emptied; a few bytes tell.
      storage.setItem(UNREADABLE_KEY, storage.getItem(UNREADABLE_KEY) ?? '')
      // Removed first: megabytes of noise would not fit into the quota twice.
      storage.removeItem(CART_KEY)
      isRemoved = true
      storage.setItem(UNREADABLE_KEY, text)
    } catch {
      if (isRemoved) storage.setItem(CART_KEY, text)
      this.#fail('full')
      return
    }
    this.#write()
  }

  #write(): void {
    if (this.#storage === null || !this.#isKept) return
    try {
      this.#storage.setItem(CART_KEY, writeStoredCart(this.#cart))
    } catch {
      this.#fail('full')
    }
  }

  #fail(fault: StorageFault): void {
    this.#fault = fault
    this.#isKept = false
  }

  #tell(change: CartChange): void {
    for (const listener of this.#listeners) listener(this.#cart, change)
  }
}

import * as carts from './cart.ts'
import type { Cart, CartLine } from './cart.ts'
import type { CartStorage } from './cart-storage.ts'
import { CART_KEY, readStoredCart, UNREADABLE_KEY, writeStoredCart } from './stored-cart.ts'

/** What happened to the cart. `replaced` came from elsewhere: another tab, or back from history. */
export type CartChange =
  | { readonly type: 'added' | 'quantity' | 'removed' | 'undone'; readonly sku: string }
  | { readonly type: 'replaced' }

/** What is wrong with storage, for the one notice a shopper gets. */
export type StorageFault = 'blocked' | 'full' | 'unreadable'

/** Told the cart as it is now, and what has happened to it. */
export type CartListener = (cart: Cart, change: CartChange) => void

/** The fields of a `storage` event that the store reads. */
export type StorageNews = Pick<StorageEvent, 'key' | 'oldValue' | 'newValue'>

type Operation = (cart: Cart) => Cart

/** A change of ours that another tab may not have seen yet. */
interface Recent {
  readonly before: string | null
  readonly after: string
  readonly operation: Operation
  readonly atMs: number
}

/** How long another tab may lag behind this one's writes: browsers need a few milliseconds. */
const LAG_MS = 2000

/**
 * The page's one cart, kept in storage. Every change re-reads storage first, so that tabs lose
 * nothing of each other's; where storage fails, the cart lives on in memory.
 */
export class CartStore {
  #cart: Cart = carts.EMPTY_CART
  #fault: StorageFault | null = null
  #isKept = true
  #removed: { readonly line: CartLine; readonly index: number } | null = null
  #recent: readonly Recent[] = []
  readonly #listeners: CartListener[] = []
  readonly #storage: CartStorage | null
  readonly #nowMs: () => number

  /**
   * @param storage - null where the browser gives none
   * @param nowMs - a clock, for tests
   */
  constructor(storage: CartStorage | null, nowMs: () => number = Date.now) {
    this.#storage = storage
    this.#nowMs = nowMs
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
    const operation: Operation = (own) => (how === 'merge' ? carts.mergeCarts(own, cart) : cart)
    this.#change(operation, { type: 'replaced' })
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
   * Hear from another tab. If it wrote over a change of ours that it had not seen, which the value
   * it started from gives away, our change is made again on top of its.
   */
  hear({ key, oldValue, newValue }: StorageNews): void {
    if (key !== CART_KEY && key !== null) return
    const missed = this.#missedBy(oldValue)
    this.#recent = []
    if (key === CART_KEY && missed.length > 0) {
      const theirs = readStoredCart(newValue).cart
      this.#cart = missed.reduce((cart, { operation }) => operation(cart), theirs)
      this.#write()
      this.#tell({ type: 'replaced' })
      return
    }
    this.refresh()
  }

  /** Our changes that a tab did not know of when it wrote over `start`. */
  #missedBy(start: string | null): readonly Recent[] {
    const since = this.#nowMs() - LAG_MS
    const recent = this.#recent.filter(({ atMs }) => atMs > since)
    if (!this.#isKept || recent.at(-1)?.after === start) return []
    // What came before the last time the cart stood like this is part of it.
    const first = recent.findLastIndex(({ before }) => before === start)
    return first === -1 ? [] : recent.slice(first)
  }

  #change(operation: Operation, change: CartChange): void {
    const before = this.#read()
    this.#cart = operation(this.#cart)
    const after = writeStoredCart(this.#cart)
    this.#recent = [...this.#recent, { before, after, operation, atMs: this.#nowMs() }].slice(-20)
    this.#write()
    this.#tell(change)
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

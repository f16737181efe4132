import { PersistedStore } from '../lib/persisted-store.ts'
import type { KeyValueStorage } from '../lib/storage.ts'
import {
  addLine,
  mergeCarts,
  removeLine,
  restoreLine,
  setQuantity,
  takeOut,
  type Cart,
  type CartLine,
} from './cart.ts'
import { CART_FORMAT } from './stored-cart.ts'

/** What happened to the cart. `replaced` covers shared carts, sent orders and other tabs. */
export type CartChange =
  | { readonly type: 'added' | 'quantity' | 'removed' | 'undone'; readonly sku: string }
  | { readonly type: 'replaced' }

const REPLACED: CartChange = { type: 'replaced' }

/** The shopper's cart: one per page. */
export class CartStore extends PersistedStore<Cart, CartChange> {
  /** @param nowMs - a clock, for tests */
  constructor(storage: KeyValueStorage | null, nowMs = Date.now) {
    super(storage, CART_FORMAT, { elsewhere: REPLACED, nowMs })
  }

  get cart(): Cart {
    return this.value
  }

  /** Add some of a SKU, up to the limit; see {@link addLine}. */
  add(line: CartLine, limit: number): void {
    this.change((cart) => addLine(cart, line, limit), { type: 'added', sku: line.sku })
  }

  /** Set a line's quantity; see {@link setQuantity}. */
  setQuantity(line: CartLine, limit: number): void {
    this.change((cart) => setQuantity(cart, line, limit), { type: 'quantity', sku: line.sku })
  }

  /** Remove a line. {@link undo} brings it back. */
  remove(sku: string): void {
    this.refresh()
    const index = this.cart.lines.findIndex((line) => line.sku === sku)
    const line = this.cart.lines[index]
    if (line === undefined) return
    const undo = {
      operation: (cart: Cart) => restoreLine(cart, line, index),
      news: { type: 'undone', sku },
    } as const
    this.change(
      (cart) => removeLine(cart, sku),
      { type: 'removed', sku },
      () => undo,
    )
  }

  /** Replace the cart with another, or merge the other into it. */
  adopt(cart: Cart, how: 'replace' | 'merge'): void {
    this.change((own) => (how === 'merge' ? mergeCarts(own, cart) : cart), REPLACED)
  }

  /** Take out what was ordered; see {@link takeOut}. */
  takeOut(ordered: readonly CartLine[]): void {
    this.change((cart) => takeOut(cart, ordered), REPLACED)
  }
}

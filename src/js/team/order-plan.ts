import { quantityOf, type Cart, type CartLine } from '../cart/cart.ts'
import { MOST_LINES } from '../cart/stored-cart.ts'
import { lineLimit } from '../cart/totals.ts'
import type { Variant } from '../catalog/product-data.ts'
import type { AddedToCart } from './team.ts'
import type { TeamTotals } from './team-totals.ts'

/** What has to wait for another order. */
export interface Waiting {
  readonly variant: Variant
  readonly quantity: number
}

/** What to add to the cart now, and what doesn't fit. */
export interface OrderPlan {
  /** Lines that fit into the present cart. */
  readonly lines: readonly CartLine[]
  readonly waiting: readonly Waiting[]
  /** Number of items in `lines`. */
  readonly quantity: number
  readonly waitingQuantity: number
}

/**
 * Work out what to add from a list to the cart. The cart takes no more of an article than its limit
 * (`MAX_QUANTITY`, or the stock), and no more lines than it can store. The rest waits.
 *
 * @param addedToCart - what was added from the list to the cart before
 */
export function planOrder(
  totals: TeamTotals,
  addedToCart: readonly AddedToCart[],
  cart: Cart,
): OrderPlan {
  const before = new Map(addedToCart.map(({ sku, quantity }) => [sku, quantity]))
  const lines: CartLine[] = []
  const waiting: Waiting[] = []
  let freeLines = MOST_LINES - cart.lines.length
  for (const { variant, quantity } of totals.articles) {
    const { sku } = variant
    const wanted = Math.max(0, quantity - (before.get(sku) ?? 0))
    const present = quantityOf(cart, sku)
    const room = Math.max(0, lineLimit(variant) - present)
    const fits = present > 0 || freeLines > 0 ? Math.min(wanted, room) : 0
    if (fits > 0) lines.push({ sku, quantity: fits })
    if (fits > 0 && present === 0) freeLines -= 1
    if (wanted > fits) waiting.push({ variant, quantity: wanted - fits })
  }
  return { lines, waiting, quantity: sum(lines), waitingQuantity: sum(waiting) }
}

function sum(things: readonly { readonly quantity: number }[]): number {
  return things.reduce((all, { quantity }) => all + quantity, 0)
}

/** The most of one SKU that an order may have, whatever the stock. */
export const MAX_QUANTITY = 10

/** A quantity of one SKU. Prices are never stored: they come from the catalog. */
export interface CartLine {
  readonly sku: string
  /** Whole number, 1 to {@link MAX_QUANTITY}. */
  readonly quantity: number
}

/** What the shopper wants to buy: one line per SKU, in the order added. */
export interface Cart {
  readonly lines: readonly CartLine[]
}

export const EMPTY_CART: Cart = { lines: [] }

/**
 * Add some of a SKU. If it is already in the cart, its line grows in place, up to the limit.
 *
 * @param line - what to add; a quantity that isn't a whole number from 1 up adds nothing
 * @param limit - the stock; at most {@link MAX_QUANTITY} are added in any case
 */
export function addLine(cart: Cart, line: CartLine, limit = MAX_QUANTITY): Cart {
  if (!isQuantity(line.quantity)) return cart
  const present = quantityOf(cart, line.sku)
  // The line may already exceed a stock that has shrunk. Adding must not make it smaller.
  const quantity = Math.max(present, clamp(present + line.quantity, limit))
  if (quantity < 1) return cart
  if (present > 0) return replaceLine(cart, { sku: line.sku, quantity })
  return { lines: [...cart.lines, { sku: line.sku, quantity }] }
}

/**
 * Set a line to a quantity, brought into 1 … limit. A SKU not in the cart, or a number that is
 * none (NaN), changes nothing.
 */
export function setQuantity(cart: Cart, line: CartLine, limit = MAX_QUANTITY): Cart {
  if (quantityOf(cart, line.sku) === 0 || Number.isNaN(line.quantity)) return cart
  const quantity = Math.max(1, clamp(Math.trunc(line.quantity), limit))
  return replaceLine(cart, { sku: line.sku, quantity })
}

/** Remove a SKU's line, if there is one. */
export function removeLine(cart: Cart, sku: string): Cart {
  return { lines: cart.lines.filter((line) => line.sku !== sku) }
}

/** Put a removed line back in its place, unless the SKU is in the cart again. */
export function restoreLine(cart: Cart, line: CartLine, index: number): Cart {
  if (quantityOf(cart, line.sku) > 0) return cart
  return { lines: cart.lines.toSpliced(index, 0, line) }
}

/** Merge two carts. Lines with the same SKU are added up, to at most {@link MAX_QUANTITY}. */
export function mergeCarts(cart: Cart, other: Cart): Cart {
  return other.lines.reduce((merged, line) => addLine(merged, line), cart)
}

/**
 * Take out what was ordered. What another tab has added since stays.
 *
 * @param ordered - the cart's lines when the order was written
 */
export function takeOut(cart: Cart, ordered: readonly CartLine[]): Cart {
  const quantities = new Map(ordered.map(({ sku, quantity }) => [sku, quantity]))
  const left = cart.lines.map(({ sku, quantity }) => ({
    sku,
    quantity: quantity - (quantities.get(sku) ?? 0),
  }))
  return { lines: left.filter(({ quantity }) => quantity > 0) }
}

/** How many of a SKU are in the cart. */
export function quantityOf(cart: Cart, sku: string): number {
  return cart.lines.find((line) => line.sku === sku)?.quantity ?? 0
}

/** How many items are in the cart: two of one SKU and one of another are three. */
export function countItems(cart: Cart): number {
  return cart.lines.reduce((sum, line) => sum + line.quantity, 0)
}

/** Whether a value is a whole number from 1 up. */
export function isQuantity(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1
}

function replaceLine(cart: Cart, line: CartLine): Cart {
  return { lines: cart.lines.map((present) => (present.sku === line.sku ? line : present)) }
}

function clamp(quantity: number, limit: number): number {
  return Math.min(quantity, limit, MAX_QUANTITY)
}

/** Most of one SKU that one order may hold, whatever the stock. */
export const MAX_QUANTITY = 10

/** Some of one SKU. Prices are never kept: they are the catalogue's. */
export interface CartLine {
  readonly sku: string
  /** Whole number, 1 to {@link MAX_QUANTITY}. */
  readonly quantity: number
}

/** What the shopper means to buy: one line per SKU, in the order added. */
export interface Cart {
  readonly lines: readonly CartLine[]
}

/** A cart that holds nothing. */
export const EMPTY_CART: Cart = { lines: [] }

/**
 * Add some of a SKU. One already in the cart keeps its place and grows, up to the limit.
 *
 * @param line - what to add; a quantity that is no whole number from 1 up adds nothing
 * @param limit - most the line may hold: the stock; {@link MAX_QUANTITY} caps it
 */
export function addLine(cart: Cart, line: CartLine, limit = MAX_QUANTITY): Cart {
  if (!isQuantity(line.quantity)) return cart
  const present = quantityOf(cart, line.sku)
  // A line may stand above a stock that has shrunk since; adding must not make it smaller.
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

/** Remove a SKU's line; one not in the cart changes nothing. */
export function removeLine(cart: Cart, sku: string): Cart {
  return { lines: cart.lines.filter((line) => line.sku !== sku) }
}

/** Put a removed line back where it was, unless the SKU has come back by other means. */
export function restoreLine(cart: Cart, line: CartLine, index: number): Cart {
  if (quantityOf(cart, line.sku) > 0) return cart
  return { lines: cart.lines.toSpliced(index, 0, line) }
}

/** Pour one cart into another: lines of the same SKU join, up to {@link MAX_QUANTITY}. */
export function mergeCarts(cart: Cart, other: Cart): Cart {
  return other.lines.reduce((merged, line) => addLine(merged, line), cart)
}

/**
 * Take out what has been ordered. What came on top since, in another tab, stays.
 *
 * @param ordered - lines as they were in the cart when the order was written
 */
export function takeOut(cart: Cart, ordered: readonly CartLine[]): Cart {
  const quantities = new Map(ordered.map(({ sku, quantity }) => [sku, quantity]))
  const left = cart.lines.map(({ sku, quantity }) => ({
    sku,
    quantity: quantity - (quantities.get(sku) ?? 0),
  }))
  return { lines: left.filter(({ quantity }) => quantity > 0) }
}

/** How many of a SKU the cart holds; 0 for none. */
export function quantityOf(cart: Cart, sku: string): number {
  return cart.lines.find((line) => line.sku === sku)?.quantity ?? 0
}

/** How many things the cart holds in all: two of one and one of another are three. */
export function countItems(cart: Cart): number {
  return cart.lines.reduce((sum, line) => sum + line.quantity, 0)
}

/** Whether a number is a quantity a line can hold before limits: whole, 1 or more. */
export function isQuantity(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1
}

function replaceLine(cart: Cart, line: CartLine): Cart {
  return { lines: cart.lines.map((present) => (present.sku === line.sku ? line : present)) }
}

function clamp(quantity: number, limit: number): number {
  return Math.min(quantity, limit, MAX_QUANTITY)
}

/**
 * Read a quantity as a shopper types or pastes it: "3", " 3 ", "3.0" are three.
 *
 * @returns the whole number, or undefined for anything else: "", "abc", "1.5", "-1", "0"
 */
export function parseQuantity(text: string): number | undefined {
  const match = /^\s*0*([1-9]\d{0,8})(?:\.0*)?\s*$/.exec(text)
  return match === null ? undefined : Number(match[1])
}

/** A quantity that may be added, or the message that says why not, with its number. */
export type CheckedQuantity =
  { readonly quantity: number } | { readonly problem: string; readonly count: number }

/**
 * Check a typed quantity against the room left in the line.
 *
 * @param text - as typed
 * @param before - how many are in the cart already
 * @param limit - the most the line may have
 */
export function checkQuantity(text: string, before: number, limit: number): CheckedQuantity {
  if (before >= limit) return { problem: 'quantity.all-in-cart', count: limit }
  const quantity = parseQuantity(text)
  if (quantity === undefined) return { problem: 'quantity.out-of-range', count: limit - before }
  if (before + quantity > limit) return { problem: 'quantity.most', count: limit - before }
  return { quantity }
}

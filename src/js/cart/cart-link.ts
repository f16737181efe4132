import type { CartStore } from './cart-store.ts'
import { toCartFragment } from './stored-cart.ts'

/** The address of a page that shows the cart; where storage fails, the link carries the cart. */
export function cartHref(
  url: string,
  { cart, isKept }: Pick<CartStore, 'cart' | 'isKept'>,
): string {
  return isKept || cart.lines.length === 0 ? url : `${url}#${toCartFragment(cart)}`
}

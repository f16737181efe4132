import type { CartStore } from './cart-store.ts'
import { toCartFragment } from './stored-cart.ts'

/** The address of a page that shows the cart. If storage fails, the link contains the cart. */
export function cartHref(
  url: string,
  { cart, isKept }: Pick<CartStore, 'cart' | 'isKept'>,
): string {
  return isKept || cart.lines.length === 0 ? url : `${url}#${toCartFragment(cart)}`
}

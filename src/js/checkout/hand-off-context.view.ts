import type { HandOffContext } from '../hand-off/types.ts'
import { parts } from '../lib/parts.ts'
import type { CheckoutSession } from './checkout-session.view.ts'

/** What a hand-off needs from the page. */
export function handOffContext({ $root, t, state }: CheckoutSession): HandOffContext {
  return {
    t,
    returnUrl: location.origin + location.pathname,
    honeypot: String(parts($root, 'honeypot').val() ?? ''),
    shopifyId: (sku) => state().lookup(sku)?.product.shopify?.[sku],
  }
}

import { parts } from '../lib/parts.ts'
import type { Desk } from './desk.view.ts'
import type { HandOffContext } from '../hand-off/types.ts'

/** What the hand-off needs of the page. */
export function handOffContext({ $root, t, lookup }: Desk): HandOffContext {
  return {
    t,
    returnUrl: location.origin + location.pathname,
    honeypot: String(parts($root, 'honeypot').val() ?? ''),
    shopifyId: (sku) => lookup(sku)?.product.shopify?.[sku],
  }
}

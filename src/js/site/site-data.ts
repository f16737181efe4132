import type { ShippingRule } from '../cart/shipping.ts'
import type { Messages } from '../lib/messages.ts'

/** What every page passes to its scripts, in a JSON block: market, addresses, words. */
export interface SiteData {
  /** BCP 47, such as "en-US". */
  readonly tag: string
  /** ISO 4217. */
  readonly currency: string
  readonly shop: { readonly name: string; readonly email: string }
  /** The market's standard method, to its own country. Checkout knows the others. */
  readonly shipping: ShippingRule
  readonly urls: {
    /** Address of the files in `public/`, with a slash at the end. */
    readonly files: string
    readonly cart: string
    /** Before a slug. */
    readonly products: string
    /** The catalogue as JSON. */
    readonly catalogue: string
  }
  readonly messages: Messages
}

import type { ShippingRule } from '../cart/shipping.ts'
import type { LaterFiles } from '../lib/load-later.ts'
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
  /** Of every page, and of the groups that the page's front matter names. */
  readonly messages: Messages
  /** The files of scripts that come when they are wanted: see src/js/lib/load-later.view.ts. */
  readonly later: LaterFiles
}

import type { ShippingMethod } from '../cart/shipping.ts'
import type { HandOffConfig } from '../hand-off/types.ts'
import type { TaxMode } from '../order/order-schema.ts'

/** What the checkout page passes to its scripts, besides what every page does. */
export interface CheckoutData {
  /** The market's own country, which is preselected. */
  readonly country: string
  readonly tax: TaxMode
  /** The shop's time zone (IANA). */
  readonly timeZone: string
  /** All shipping methods, to any country. */
  readonly methods: readonly ShippingMethod[]
  readonly handOff: HandOffConfig
}

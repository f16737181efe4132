import type { ShippingMethod } from '../cart/shipping.ts'
import type { HandOffConfig } from '../hand-off/types.ts'
import type { TaxMode } from '../order/order-schema.ts'

/** What the checkout page gives its scripts, beside what every page does. */
export interface CheckoutData {
  /** The market's own country, chosen at first. */
  readonly country: string
  readonly tax: TaxMode
  /** Every way to send, to any country. */
  readonly methods: readonly ShippingMethod[]
  readonly handOff: HandOffConfig
}

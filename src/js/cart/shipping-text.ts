import type { Translate } from '../lib/messages.ts'
import type { Totals } from './totals.ts'

interface Wording {
  readonly t: Translate
  readonly formatPrice: (minor: number) => string
}

/** Say how much is missing for free shipping; empty if there is none, or for an empty cart. */
export function shippingText(
  { subtotalMinor, shippingMinor, untilFreeMinor }: Totals,
  { t, formatPrice }: Wording,
): string {
  if (subtotalMinor === 0) return ''
  if (untilFreeMinor > 0) return t('cart.until-free', { price: formatPrice(untilFreeMinor) })
  return shippingMinor === 0 ? t('cart.is-free') : ''
}

/** Say what shipping costs: a price, "Free", or that the shop will say. */
export function shippingPrice(shippingMinor: number | null, { t, formatPrice }: Wording): string {
  if (shippingMinor === null) return t('cart.shipping-asked')
  return shippingMinor === 0 ? t('cart.free') : formatPrice(shippingMinor)
}

import type { Services } from '../lib/services.ts'
import type { Totals } from './totals.ts'

/** Say how far it is to free shipping; nothing for a cart that costs nothing. */
export function shippingText(
  { subtotalMinor, untilFreeMinor }: Totals,
  { t, formatPrice }: Pick<Services, 't' | 'formatPrice'>,
): string {
  if (subtotalMinor === 0) return ''
  return untilFreeMinor > 0
    ? t('cart.until-free', { price: formatPrice(untilFreeMinor) })
    : t('cart.is-free')
}

import type { Totals } from '../cart/totals.ts'
import { variantText } from '../cart/variant-text.ts'
import type { Services } from '../lib/services.ts'

/** Write an order as a person reads it: one line per variant, then shipping and total. */
export function orderText(
  totals: Totals,
  { t, formatPrice }: Pick<Services, 't' | 'formatPrice'>,
): string {
  const lines = totals.lines.flatMap(({ variant, quantity, totalMinor }) =>
    variant === undefined || quantity === 0
      ? []
      : [
          t('checkout.line', {
            quantity,
            name: variant.product.name,
            variant: variantText(variant, t),
            sku: variant.sku,
            price: formatPrice(totalMinor),
          }),
        ],
  )
  return [
    t('checkout.greeting'),
    '',
    ...lines,
    '',
    t('checkout.shipping', {
      price: totals.shippingMinor === 0 ? t('cart.free') : formatPrice(totals.shippingMinor),
    }),
    t('checkout.total', { price: formatPrice(totals.totalMinor) }),
    '',
    t('checkout.address'),
    '',
  ].join('\n')
}

import { shippingPrice, shippingText } from '../cart/shipping-text.ts'
import { variantText } from '../cart/variant-text.ts'
import { cloneTemplate, part } from '../lib/parts.ts'
import type { CheckoutSession } from './checkout-session.view.ts'
import { priceChosen } from './checkout-state.ts'

/** Shows what is ordered and what it costs, beside the form. */
export function renderSummary(session: CheckoutSession): void {
  const { $root, t, formatPrice, data, page, state } = session
  const { totals } = priceChosen(state(), page.methods)
  const items = totals.lines
    .filter(({ quantity }) => quantity > 0)
    .map(({ variant, quantity, totalMinor }) => {
      const $item = cloneTemplate($root, 'summary-line')
      const find = (name: string): JQuery => $item.find(`[data-part="${name}"]`)
      const picture = variant?.colour.picture ?? 'img/placeholder-shoe.svg'
      find('summary-picture').attr('src', data.urls.files + picture)
      find('summary-name').text(t('checkout.line', { quantity, name: variant?.product.name ?? '' }))
      find('summary-variant').text(variant === undefined ? '' : variantText(variant, t))
      find('summary-price').text(formatPrice(totalMinor))
      return $item
    })
  part($root, 'summary-lines')
    .empty()
    .append(...items)
  part($root, 'subtotal').text(formatPrice(totals.subtotalMinor))
  part($root, 'shipping').text(shippingPrice(totals.shippingMinor, { t, formatPrice }))
  part($root, 'order-total').text(formatPrice(totals.totalMinor))
  part($root, 'until-free').text(shippingText(totals, { t, formatPrice }))
  part($root, 'unknown-shipping').prop('hidden', totals.shippingMinor !== null)
}

import { cloneTemplate, part } from '../lib/parts.ts'
import { focusStep } from './checkout-focus.view.ts'
import type { CheckoutSession } from './checkout-session.view.ts'
import { cartChanges } from './checkout-state.ts'

/** Lists what changed since the shopper saw the cart, to be accepted before anything is sent. */
export function renderChanges({ $root, page, state, t, formatPrice }: CheckoutSession): void {
  const changes = cartChanges(state(), page.methods)
  part($root, 'changes').prop('hidden', changes.length === 0)
  const items = changes.map(({ sku, before, now }) => {
    const name = state().lookup(sku)?.product.name ?? sku
    const values = { name, before: formatPrice(before.unitPriceMinor) }
    if (now === undefined) return t('checkout.change-gone', { name })
    if (now.unitPriceMinor !== before.unitPriceMinor) {
      return t('checkout.change-price', { ...values, now: formatPrice(now.unitPriceMinor) })
    }
    return t('checkout.change-quantity', { name, count: now.quantity })
  })
  part($root, 'changes-list')
    .empty()
    .append(...items.map((text) => cloneTemplate($root, 'changes-item').text(text)))
}

/** Moves the focus to changes that are not accepted yet. Returns false if there are none. */
export function revealChanges({ $root }: CheckoutSession): boolean {
  const $changes = part($root, 'changes')
  if ($changes.prop('hidden') === true) return false
  $changes.trigger('focus')
  return true
}

export function bindChanges(session: CheckoutSession): void {
  session.$root.on('click', '[data-action="accept"]', () => {
    session.dispatch({ type: 'changes-accepted' })
    focusStep(session)
  })
}

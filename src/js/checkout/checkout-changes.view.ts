import { offerOf, type OfferChange } from '../cart/offer.ts'
import { cloneTemplate, part } from '../lib/parts.ts'
import { accept, cartChanges, priceNow, type Desk } from './desk.view.ts'

/** What has changed since the cart was seen, to be accepted before anything is sent. */
export function renderChanges(desk: Desk): void {
  showChanges(desk, cartChanges(desk))
}

/** List changes, or hide the list where there are none. */
export function showChanges(desk: Desk, changes: readonly OfferChange[]): void {
  const { $root, lookup, t, formatPrice } = desk
  part($root, 'changes').prop('hidden', changes.length === 0)
  const items = changes.map(({ sku, before, now }) => {
    const name = lookup(sku)?.product.name ?? sku
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

/** Whether something waits to be accepted; if so, it takes the focus. */
export function revealChanges({ $root }: Desk): boolean {
  const $changes = part($root, 'changes')
  if ($changes.prop('hidden') === true) return false
  $changes.trigger('focus')
  return true
}

export function bindChanges(desk: Desk): void {
  desk.$root.on('click', '[data-action="accept"]', () => {
    accept(desk, offerOf(priceNow(desk)))
    desk.render('focus')
  })
}

import type { VariantLookup } from '../catalog/product-data.ts'
import { cloneTemplate, part } from '../lib/parts.ts'
import type { Services } from '../lib/services.ts'
import { countItems } from './cart.ts'
import { parseCartFragment } from './stored-cart.ts'
import { variantText } from './variant-text.ts'

/** A cart that came with the address: shown first, then added or put in place on request. */
export function mountSharedCart($root: JQuery, services: Services, lookup: VariantLookup): void {
  const { cartStore, t } = services
  const $shared = part($root, 'shared')
  const forget = (): void => {
    $shared.prop('hidden', true)
    history.replaceState(null, '', location.pathname + location.search)
  }
  const show = (): void => {
    const shared = parseCartFragment(location.hash)
    $shared.prop('hidden', shared.lines.length === 0)
    if (shared.lines.length === 0) return
    if (!cartStore.checkKept()) {
      // Storage fails, so the cart travels in the address: this is the shopper's own.
      cartStore.adopt(shared, 'replace')
      $shared.prop('hidden', true)
      return
    }
    part($root, 'shared-count').text(t('cart.shared-lines', { count: countItems(shared) }))
    const items = shared.lines.map(({ sku, quantity }) => {
      const variant = lookup(sku)
      const what = variant
        ? `${variant.product.name}, ${variantText(variant, t)}`
        : `${t('cart.unavailable-name', { sku })}. ${t('cart.unavailable')}`
      return cloneTemplate($root, 'shared-line').text(`${String(quantity)} × ${what}`)
    })
    part($root, 'shared-lines')
      .empty()
      .append(...items)
  }
  const adopt = (how: 'replace' | 'merge'): void => {
    const shared = parseCartFragment(location.hash)
    const known = { lines: shared.lines.filter(({ sku }) => lookup(sku) !== undefined) }
    cartStore.adopt(known, how)
    forget()
  }

  $root.on('click', '[data-action="adopt-merge"]', () => {
    adopt('merge')
  })
  $root.on('click', '[data-action="adopt-replace"]', () => {
    adopt('replace')
  })
  $root.on('click', '[data-action="adopt-ignore"]', forget)
  window.addEventListener('hashchange', show)
  show()
}

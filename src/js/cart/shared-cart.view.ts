import type { VariantLookup } from '../catalog/product-data.ts'
import { cloneTemplate, part } from '../lib/parts.ts'
import type { Services } from '../site/services.ts'
import type { Cart } from './cart.ts'
import { orderablePart, priceSharedCart, type SharedCart, type SharedLine } from './shared-cart.ts'
import { MOST_LINES, parseCartFragment, readCartLink, type CartLink } from './stored-cart.ts'
import { variantText } from './variant-text.ts'

/** A cart that came with the address. It is shown first, then added or used instead on request. */
export function mountSharedCart($root: JQuery, services: Services, lookup: VariantLookup): void {
  const { cartStore, t } = services
  const forget = (): void => {
    part($root, 'shared').prop('hidden', true)
    history.replaceState(null, '', location.pathname + location.search)
  }
  const show = (): void => {
    const link = readCartLink(location.hash)
    part($root, 'shared').prop('hidden', true)
    if (link === null) return
    if (link.lines.length > 0 && !cartStore.checkKept()) {
      // Storage fails, so this is the shopper's own cart, which travels in the address.
      cartStore.adopt(parseCartFragment(location.hash), 'replace')
      return
    }
    if (link.lines.length === 0) showMessage($root, t('share.empty-link'))
    else renderShared($root, { link, shared: priceSharedCart(link, lookup) }, services)
  }
  const adopt = (how: 'replace' | 'merge'): void => {
    const link = readCartLink(location.hash)
    if (link === null) return
    const shared = priceSharedCart(link, lookup)
    const before = cartStore.cart
    cartStore.adopt(orderablePart(shared), how)
    forget()
    const isReplaced = how === 'replace'
    showMessage(
      $root,
      isReplaced ? t('share.replaced') : t('share.added', { count: shared.quantity }),
      true,
    )
    bindUndo($root, services, before)
  }
  $root.on('click', '[data-action="adopt-merge"]', () => {
    adopt('merge')
  })
  $root.on('click', '[data-action="adopt-replace"]', () => {
    adopt('replace')
  })
  $root.on('click', '[data-action="adopt-ignore"]', () => {
    forget()
    part($root, 'shared-message').trigger('focus')
  })
  window.addEventListener('hashchange', show)
  show()
}

/** Lets the shopper return to the cart as it was before, until it changes again. */
function bindUndo($root: JQuery, { cartStore, t }: Services, before: Cart): void {
  const $undo = part($root, 'shared-undo').prop('hidden', false)
  $root.off('click.adopt').one('click.adopt', '[data-action="adopt-undo"]', () => {
    cartStore.adopt(before, 'replace')
    showMessage($root, t('share.undone'), true)
  })
  cartStore.subscribe(() => {
    $undo.prop('hidden', true)
  })
}

function showMessage($root: JQuery, text: string, hasFocus = false): void {
  const $message = part($root, 'shared-message').text(text)
  // The button that was pressed is hidden now.
  if (hasFocus) $message.trigger('focus')
}

function renderShared(
  $root: JQuery,
  { link, shared }: { readonly link: CartLink; readonly shared: SharedCart },
  { cartStore, formatPrice, t, ...rest }: Services,
): void {
  const services = { cartStore, formatPrice, t, ...rest }
  const count = shared.lines.reduce((sum, { asked }) => sum + asked, 0)
  const isOwnEmpty = cartStore.cart.lines.length === 0
  part($root, 'shared-message').text('')
  part($root, 'shared-undo').prop('hidden', true)
  part($root, 'shared-count').text(t('share.holds', { count }))
  part($root, 'shared-lines')
    .empty()
    .append(...shared.lines.map((line) => createLine($root, line, services)))
  part($root, 'shared-rest').text(restText(link, shared, services))
  part($root, 'shared-total').text(formatPrice(shared.totalMinor))
  part($root, 'shared-sum').prop('hidden', shared.quantity === 0)
  part($root, 'adopt-merge')
    .text(t(isOwnEmpty ? 'share.into-mine' : 'share.add-to-mine'))
    .prop('hidden', shared.quantity === 0)
  part($root, 'adopt-replace').prop('hidden', isOwnEmpty || shared.quantity === 0)
  part($root, 'shared').prop('hidden', false)
}

function createLine($root: JQuery, line: SharedLine, { formatPrice, t }: Services): JQuery {
  const { variant, asked, quantity, sku } = line
  const $line = cloneTemplate($root, 'shared-line')
  const find = (name: string): JQuery => $line.find(`[data-part="${name}"]`)
  const what =
    variant === undefined
      ? t('share.item', { sku })
      : `${variant.product.name}, ${variantText(variant, t)}`
  find('shared-what').text(`${String(asked)} × ${what}`)
  find('shared-price').text(variant === undefined ? '' : formatPrice(variant.product.priceMinor))
  find('shared-note').text(noteOf(line, t))
  if (quantity === 0) $line.attr('data-state', 'unavailable')
  return $line
}

function noteOf({ variant, asked, quantity }: SharedLine, t: Services['t']): string {
  if (variant === undefined) return t('share.unknown')
  if (quantity === 0) return t('share.sold-out')
  return quantity < asked ? t('share.less', { count: quantity, asked }) : ''
}

function restText({ unreadable, leftOut }: CartLink, shared: SharedCart, { t }: Services): string {
  return [
    ...(unreadable > 0 ? [t('share.unreadable', { count: unreadable })] : []),
    ...(leftOut > 0 ? [t('share.left-out', { count: leftOut, most: MOST_LINES })] : []),
    ...(shared.quantity === 0 ? [t('share.nothing')] : []),
  ].join(' ')
}

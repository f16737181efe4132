import { cloneTemplate } from '../lib/parts.ts'
import type { Services } from '../site/services.ts'
import { lineLimit, type PricedLine } from './totals.ts'
import { variantText } from './variant-text.ts'

/** Makes the element of a cart line, with what never changes: name, picture, labels. */
export function createLine($root: JQuery, priced: PricedLine, { data, t }: Services): JQuery {
  const { line, variant } = priced
  const $item = cloneTemplate($root, 'line').attr('data-sku', line.sku)
  const find = (name: string): JQuery => $item.find(`[data-part="${name}"]`)
  const name = variant?.product.name ?? t('cart.unavailable-name', { sku: line.sku })
  if (variant === undefined) {
    find('name').replaceWith(document.createTextNode(name))
    find('stepper').remove()
    // Its price is unknown.
    find('unit').remove()
  } else {
    const query = `?variant=${encodeURIComponent(line.sku)}`
    find('name').text(name).attr('href', `${data.urls.products}${variant.product.slug}/${query}`)
    find('variant').text(variantText(variant, t))
    find('quantity').attr('aria-label', t('cart.quantity-of', { name }))
  }
  const picture = variant?.colour.picture ?? 'img/placeholder-shoe.svg'
  find('picture').attr('src', data.urls.files + picture)
  $item.find('[data-action="remove"]').attr('aria-label', t('cart.remove-of', { name }))
  return $item
}

/** Writes what changes: quantity, price, total, and what is wrong with the line. */
export function renderLine($item: JQuery, priced: PricedLine, services: Services): void {
  const { variant, quantity, totalMinor } = priced
  const find = (name: string): JQuery => $item.find(`[data-part="${name}"]`)
  const note = noteOf(priced, services)
  $item.attr('data-state', quantity === 0 ? 'unavailable' : 'available')
  find('note')
    .text(note)
    .prop('hidden', note === '')
  find('price').text(variant === undefined ? '' : services.formatPrice(variant.product.priceMinor))
  find('total').text(services.formatPrice(totalMinor))
  if (variant === undefined) return
  const limit = lineLimit(variant)
  find('stepper').prop('hidden', limit === 0)
  find('quantity').val(quantity).attr('max', limit)
  $item.find('[data-action="fewer"]').prop('disabled', quantity <= 1)
  $item.find('[data-action="more"]').prop('disabled', quantity >= limit)
}

function noteOf({ line, variant }: PricedLine, { t }: Services): string {
  if (variant === undefined) return t('cart.unavailable')
  if (variant.stock === 0) return t('cart.sold-out')
  return line.quantity > variant.stock ? t('cart.less-stock', { count: variant.stock }) : ''
}

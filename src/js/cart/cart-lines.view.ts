import $ from 'jquery/slim'
import type { VariantLookup } from '../catalog/product-data.ts'
import type { PageModule } from '../lib/mount.ts'
import { part } from '../lib/parts.ts'
import type { Services } from '../site/services.ts'
import { createLine, renderLine } from './cart-line.view.ts'
import { cartHref } from './cart-link.ts'
import { quantityOf } from './cart.ts'
import { parseQuantity } from './quantity.ts'
import { quoteOf } from './quote.ts'
import { mountShareCart } from './share-cart.view.ts'
import { mountSharedCart } from './shared-cart.view.ts'
import { seenQuote } from './seen-quote.view.ts'
import { shippingPrice, shippingText } from './shipping-text.ts'
import { lineLimit, priceCart, type Totals } from './totals.ts'

/** The cart page: lines at today's prices, quantities, removal with undo, totals. */
export const cartLines: PageModule<Services> = {
  name: 'cart-lines',
  mount($root, services) {
    void start($root, services)
  },
}

async function start($root: JQuery, services: Services): Promise<void> {
  const { cartStore, loadLookup } = services
  const show = (state: string): void => {
    $root.attr('data-state', state)
    for (const name of ['loading', 'failed', 'empty', 'filled']) {
      part($root, name).prop('hidden', name !== state)
    }
  }
  show('loading')
  let lookup: VariantLookup
  try {
    lookup = await loadLookup()
  } catch {
    show('failed')
    $root.one('click', '[data-action="retry"]', () => void start($root, services))
    return
  }
  const render = (): void => {
    const totals = priceCart(cartStore.cart, lookup, services.data.shipping)
    show(totals.lines.length === 0 ? 'empty' : 'filled')
    renderLines($root, totals, services)
    // An empty cart shows no totals, and formatting the first price is slow on a slow phone.
    if (totals.lines.length > 0) renderSums($root, totals, services)
    seenQuote().write(JSON.stringify(quoteOf(totals)))
  }
  cartStore.subscribe(render)
  bindQuantities($root, services, lookup)
  bindRemoval($root, services)
  mountSharedCart($root, services, lookup)
  mountShareCart($root, services)
  render()
}

/** Keeps the element of each line, so that the field being typed in keeps the focus. */
function renderLines($root: JQuery, totals: Totals, services: Services): void {
  const $list = part($root, 'lines')
  const bySku = new Map(
    $list
      .children()
      .get()
      .map((item) => [item.dataset['sku'] ?? '', item]),
  )
  const items = totals.lines.map((priced) => {
    const present = bySku.get(priced.line.sku)
    const $item = present === undefined ? createLine($root, priced, services) : $(present)
    renderLine($item, priced, services)
    return $item.get(0)
  })
  const wanted = new Set(items)
  for (const item of bySku.values()) if (!wanted.has(item)) item.remove()
  const list = $list.get(0)
  items.forEach((item, index) => {
    if (item !== undefined && list?.children[index] !== item) {
      list?.insertBefore(item, list.children[index] ?? null)
    }
  })
}

function renderSums($root: JQuery, totals: Totals, services: Services): void {
  const { formatPrice, cartStore } = services
  part($root, 'subtotal').text(formatPrice(totals.subtotalMinor))
  const { shippingMinor, subtotalMinor } = totals
  const isNothing = subtotalMinor === 0
  part($root, 'shipping').text(isNothing ? formatPrice(0) : shippingPrice(shippingMinor, services))
  part($root, 'order-total').text(formatPrice(totals.totalMinor))
  part($root, 'until-free').text(shippingText(totals, services))
  const $checkout = part($root, 'checkout')
  const [address = ''] = ($checkout.attr('href') ?? '').split('#')
  $checkout.attr('href', cartHref(address, cartStore))
}

function bindQuantities($root: JQuery, services: Services, lookup: VariantLookup): void {
  const { cartStore, t } = services
  const limitOf = (sku: string): number => {
    const variant = lookup(sku)
    return variant === undefined ? 0 : lineLimit(variant)
  }
  const change = (sku: string, quantity: number): void => {
    cartStore.setQuantity({ sku, quantity }, limitOf(sku))
  }

  $root.on('change', '[data-part="quantity"]', (event) => {
    const sku = skuOf(event.currentTarget as HTMLElement)
    const $field = $(event.currentTarget as HTMLElement)
    const asked = parseQuantity(String($field.val()))
    const limit = limitOf(sku)
    const kept = quantityOf(cartStore.cart, sku)
    if (asked === undefined) $field.val(Math.min(kept, limit))
    else change(sku, asked)
    if (asked === undefined || asked > limit) {
      const text = t(asked === undefined ? 'quantity.out-of-range' : 'cart.most', { count: limit })
      $field.closest('[data-sku]').find('[data-part="note"]').text(text).prop('hidden', false)
    }
  })
  $root.on('click', '[data-action="fewer"], [data-action="more"]', (event) => {
    const button = event.currentTarget as HTMLElement
    const sku = skuOf(button)
    const step = button.dataset['action'] === 'more' ? 1 : -1
    const line = cartStore.cart.lines.find((one) => one.sku === sku)
    if (line !== undefined) change(sku, Math.min(line.quantity, limitOf(sku)) + step)
  })
}

function bindRemoval($root: JQuery, { cartStore, t }: Services): void {
  $root.on('click', '[data-action="remove"]', (event) => {
    const sku = skuOf(event.currentTarget as HTMLElement)
    const $item = $(event.currentTarget as HTMLElement).closest('[data-sku]')
    const index = $item.index()
    const name = $item.find('[data-part="name"]').text()
    cartStore.remove(sku)
    part($root, 'removed').text(t('cart.removed', { name }))
    part($root, 'undo-button').prop('hidden', false)
    focusAfterRemoval($root, index)
  })
  $root.on('click', '[data-action="undo"]', () => {
    const news = cartStore.undo()
    const restored = news && 'sku' in news ? news.sku : undefined
    part($root, 'removed').text('')
    part($root, 'undo-button').prop('hidden', true)
    $root
      .find('[data-sku]')
      .filter((_, item) => item.dataset['sku'] === restored)
      .find('[data-action="remove"]')
      .trigger('focus')
  })
}

function skuOf(element: HTMLElement): string {
  return $(element).closest('[data-sku]').attr('data-sku') ?? ''
}

/** Moves the focus to the next line, or the one before, or the message that the cart is empty. */
function focusAfterRemoval($root: JQuery, index: number): void {
  const $items = part($root, 'lines').children()
  if ($items.length === 0) part($root, 'empty').trigger('focus')
  else
    $items
      .eq(Math.min(index, $items.length - 1))
      .find('[data-action="remove"]')
      .trigger('focus')
}

import $ from 'jquery/slim'
import { createLookup, type ProductData, type Variant } from '../catalog/product-data.ts'
import type { PageModule } from '../lib/mount.ts'
import { createPanel } from '../lib/panel.view.ts'
import { cloneTemplate, part } from '../lib/parts.ts'
import { readJson, type Services } from '../site/services.ts'
import { cartHref } from './cart-link.ts'
import { quantityOf } from './cart.ts'
import { shippingText } from './shipping-text.ts'
import { priceCart } from './totals.ts'
import { variantText } from './variant-text.ts'

/** Opens after adding and shows what was added. Totals follow once the catalog is loaded. */
export const cartDrawer: PageModule<Services> = {
  name: 'cart-drawer',
  mount($root, services) {
    const { cartStore, data, t } = services
    const product = readJson(document.querySelector('[data-part="product"]')) as ProductData
    const lookup = createLookup([product])
    const drawer = $root.get(0)
    if (drawer === undefined) return
    const panel = createPanel(drawer)
    $('[data-part="add"]').on('pointerenter focus', panel.prepare)

    cartStore.subscribe((_, { type, ...change }) => {
      if (type !== 'added' || !('sku' in change)) return
      const variant = lookup(change.sku)
      if (variant === undefined) return
      part($root, 'message').text(t('product.added'))
      renderLine($root, variant, services)
      part($root, 'view').attr('href', cartHref(data.urls.cart, cartStore))
      void renderTotals($root, services)
      panel.show()
    })
    $root.on('click', '[data-action="close"]', panel.hide)
    drawer.addEventListener('hidden.bs.offcanvas', () => {
      $('[data-part="add"]').trigger('focus')
    })
  },
}

function renderLine(
  $root: JQuery,
  variant: Variant,
  { cartStore, data, ...services }: Services,
): void {
  const { product, colour } = variant
  const $line = cloneTemplate($root, 'line')
  const $picture = $line.find('[data-part="picture"]')
  if (colour.picture === null) $picture.remove()
  else $picture.attr('src', data.urls.files + colour.picture)
  $line
    .find('[data-part="name"]')
    .text(product.name)
    .attr(
      'href',
      `${data.urls.products}${product.slug}/?variant=${encodeURIComponent(variant.sku)}`,
    )
  $line.find('[data-part="variant"]').text(variantText(variant, services.t))
  $line.find('[data-part="quantity"]').text(quantityOf(cartStore.cart, variant.sku))
  $line.find('[data-part="price"]').text(services.formatPrice(product.priceMinor))
  part($root, 'lines').empty().append($line)
}

async function renderTotals($root: JQuery, services: Services): Promise<void> {
  const { cartStore, data, formatPrice, loadLookup } = services
  const $totals = part($root, 'totals')
  const $shipping = part($root, 'shipping')
  try {
    const totals = priceCart(cartStore.cart, await loadLookup(), data.shipping)
    $totals.prop('hidden', false)
    part($root, 'subtotal').text(formatPrice(totals.subtotalMinor))
    $shipping.text(shippingText(totals, services))
  } catch {
    // Offline, what was added is still shown, and the cart page shows the totals later.
    $totals.prop('hidden', true)
    $shipping.text('')
  }
}

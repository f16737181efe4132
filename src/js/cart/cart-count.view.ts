import type { PageModule } from '../lib/mount.ts'
import { part } from '../lib/parts.ts'
import type { Services } from '../site/services.ts'
import { cartHref } from './cart-link.ts'
import { countItems, type Cart } from './cart.ts'

/** The cart link in the header, with the number of items. */
export const cartCount: PageModule<Services> = {
  name: 'cart-count',
  mount($root, { cartStore, data, t }) {
    const $number = part($root, 'number')
    const render = (cart: Cart): void => {
      const count = countItems(cart)
      $root.attr('href', cartHref(data.urls.cart, cartStore))
      // The built page already says that the cart is empty.
      if (Number($number.text()) === count) return
      $root.attr('aria-label', t('cart-count.label', { count }))
      $number.text(count).attr('data-reserved', count === 0 ? '' : null)
    }
    cartStore.subscribe(render)
    render(cartStore.cart)
  },
}

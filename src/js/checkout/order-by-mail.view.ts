import { cartHref } from '../cart/cart-link.ts'
import { priceCart } from '../cart/totals.ts'
import { parseCartFragment } from '../cart/stored-cart.ts'
import type { PageModule } from '../lib/mount.ts'
import { part } from '../lib/parts.ts'
import type { Services } from '../lib/services.ts'
import { orderText } from './order-text.ts'

/** The order as an e-mail the shopper sends, or copies. */
export const orderByMail: PageModule<Services> = {
  name: 'order-by-mail',
  mount($root, services) {
    bindCopy($root, services)
    void start($root, services)
  },
}

async function start($root: JQuery, services: Services): Promise<void> {
  const { cartStore, data, loadLookup, t } = services
  const show = (state: string): void => {
    for (const name of ['failed', 'empty', 'filled']) {
      part($root, name).prop('hidden', name !== state)
    }
  }
  const carried = parseCartFragment(location.hash)
  if (carried.lines.length > 0 && !cartStore.checkKept()) cartStore.adopt(carried, 'replace')
  try {
    const lookup = await loadLookup()
    const render = (): void => {
      const totals = priceCart(cartStore.cart, lookup, data.shipping)
      show(totals.lines.some(({ quantity }) => quantity > 0) ? 'filled' : 'empty')
      const text = orderText(totals, services)
      const subject = t('checkout.subject', { name: data.shop.name })
      part($root, 'text').val(text)
      // Where storage fails, the way back must carry the cart as the way here did.
      $root.find(`a[href^="${data.urls.cart}"]`).attr('href', cartHref(data.urls.cart, cartStore))
      part($root, 'send').attr('href', mailtoUrl(data.shop.email, subject, text))
    }
    cartStore.subscribe(render)
    render()
  } catch {
    show('failed')
    $root.one('click', '[data-action="retry"]', () => void start($root, services))
  }
}

/** @see https://www.rfc-editor.org/rfc/rfc6068 — line breaks are CRLF */
function mailtoUrl(email: string, subject: string, text: string): string {
  const body = text.replace(/\n/g, '\r\n')
  return `mailto:${email}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`
}

function bindCopy($root: JQuery, { t }: Services): void {
  $root.on('click', '[data-action="copy"]', () => {
    const $text = part($root, 'text')
    const tell = (key: string): void => {
      part($root, 'copied').text(t(key))
    }
    navigator.clipboard.writeText(String($text.val())).then(
      () => {
        tell('checkout.copied')
      },
      () => {
        $text.trigger('select')
        tell('checkout.copy-failed')
      },
    )
  })
}

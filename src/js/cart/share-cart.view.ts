import { loadLater } from '../lib/load-later.view.ts'
import { cloneTemplate, part } from '../lib/parts.ts'
import type { Services } from '../site/services.ts'
import type { Cart } from './cart.ts'
import { toCartFragment } from './stored-cart.ts'

/** Blank modules around a QR code, as its standard requires (ISO/IEC 18004). */
const QUIET_ZONE = 4
/** Longest link that a phone can read from another screen: about 105 modules a side. */
const LONGEST_CODE = 1000

/** Shares the cart: a link to copy or send, and a QR code to scan from the screen. */
export function mountShareCart($root: JQuery, services: Services): void {
  const { cartStore, data, t } = services
  const link = (): string => shareLink(data.urls.cart, cartStore.cart)
  const showMessage = (text: string): void => {
    part($root, 'share-message').text(text)
  }
  const render = (): void => {
    if (part($root, 'share-panel').prop('hidden') === true) return
    part($root, 'share-link').val(link())
    void renderCode($root, link(), services)
  }
  const open = (isOpen: boolean): void => {
    showMessage('')
    part($root, 'share').attr('aria-expanded', String(isOpen))
    part($root, 'share-panel').prop('hidden', !isOpen)
    render()
  }
  // Hidden in browsers that can't share.
  part($root, 'share-send').prop('hidden', !('share' in navigator))
  $root.on('click', '[data-action="share"]', () => {
    open(part($root, 'share-panel').prop('hidden') === true)
  })
  $root.on('click', '[data-action="share-close"]', () => {
    open(false)
    part($root, 'share').trigger('focus')
  })
  $root.on('focus', '[data-part="share-link"]', (event) => {
    ;(event.currentTarget as HTMLInputElement).select()
  })
  $root.on('click', '[data-action="share-copy"]', () => {
    void copyLink($root, link(), services).then(showMessage)
  })
  $root.on('click', '[data-action="share-send"]', () => {
    const title = t('share.title', { name: data.shop.name })
    // Rejected if the shopper cancels, which needs no message.
    navigator.share({ title, url: link() }).catch(() => undefined)
  })
  cartStore.subscribe(render)
}

/** Not from the page's own address, which may contain a shared cart itself. */
function shareLink(cartUrl: string, cart: Cart): string {
  return `${new URL(cartUrl, location.origin).href}#${toCartFragment(cart)}`
}

async function copyLink($root: JQuery, link: string, { t }: Services): Promise<string> {
  try {
    await navigator.clipboard.writeText(link)
    return t('share.copied')
  } catch {
    part($root, 'share-link').trigger('focus').trigger('select')
    return t('share.copy-failed')
  }
}

async function renderCode($root: JQuery, link: string, { t }: Services): Promise<void> {
  const $code = part($root, 'share-code')
  if (link.length > LONGEST_CODE) {
    $code.text(t('share.qr-long'))
    return
  }
  try {
    const { generate, toSvgPath } = await loadLater('qr-code', () => import('./qr-code.ts'))
    const code = generate(link)
    $code.empty().append(createCode($root, { path: toSvgPath(code), size: code.size }))
  } catch {
    $code.text(t('share.qr-failed'))
  }
}

/** Builds nodes, not markup, so that nothing in a link is parsed as HTML. */
function createCode($root: JQuery, code: { readonly path: string; readonly size: number }): JQuery {
  const side = String(code.size + 2 * QUIET_ZONE)
  const start = String(-QUIET_ZONE)
  const $code = cloneTemplate($root, 'share-qr')
  $code.attr('viewBox', `${start} ${start} ${side} ${side}`)
  $code.find('[data-part="share-path"]').attr('d', code.path)
  return $code
}

import { part } from '../lib/parts.ts'
import type { CheckoutSession } from './checkout-session.view.ts'
import { orderText, orderTitle } from '../order/order-text.ts'
import type { Order } from '../order/order-schema.ts'

/** Shows the order as it is sent: as text to copy, and as a file to download. */
export function renderDocument({ $root, state, t }: CheckoutSession): void {
  const { order } = state()
  part($root, 'document').prop('hidden', order === undefined)
  if (order === undefined) return
  part($root, 'document-number').text(orderTitle(order, t))
  part($root, 'text').val(orderText(order, t))
}

export function bindDocument(session: CheckoutSession): void {
  const { $root, t } = session
  const showResult = (text: string): void => {
    part($root, 'copied').text(text)
  }
  $root.on('click', '[data-action="copy"]', () => {
    const $text = part($root, 'text')
    copyText(String($text.val())).then(
      () => {
        showResult(t('checkout.copied'))
        revealSelfSent(session)
      },
      () => {
        $text.trigger('select')
        showResult(t('checkout.copy-failed'))
        revealSelfSent(session)
      },
    )
  })
  $root.on('click', '[data-action="download"]', () => {
    const { order } = session.state()
    if (order === undefined) return
    download(order)
    showResult(t('checkout.downloaded'))
    revealSelfSent(session)
  })
}

async function copyText(text: string): Promise<void> {
  // The type says it is always there, but plain HTTP has no clipboard.
  const { clipboard } = navigator as { readonly clipboard?: Clipboard }
  if (clipboard === undefined) throw new Error('No clipboard')
  await clipboard.writeText(text)
}

/** Shoppers who copied the order may send it themselves, so they can then say that they did. */
function revealSelfSent({ $root, handOff }: CheckoutSession): void {
  if (handOff.by === 'email') part($root, 'self-sent').prop('hidden', false)
}

function download(order: Order): void {
  const text = `${JSON.stringify(order, null, 2)}\n`
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `order-${order.id}.json`
  link.click()
  // Only after the browser has handled the click, or there is nothing left to save.
  setTimeout(() => {
    URL.revokeObjectURL(url)
  }, 60_000)
}

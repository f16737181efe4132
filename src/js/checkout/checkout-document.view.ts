import { part } from '../lib/parts.ts'
import type { Desk } from './desk.view.ts'
import { orderText, orderTitle } from '../order/order-text.ts'
import type { Order } from '../order/order-schema.ts'

/** The order as it is sent: as text, to copy, and as a file to keep. */
export function renderDocument({ $root, shown, t }: Desk): void {
  part($root, 'document').prop('hidden', shown === undefined)
  if (shown === undefined) return
  part($root, 'document-number').text(orderTitle(shown, t))
  part($root, 'text').val(orderText(shown, t))
}

export function bindDocument(desk: Desk): void {
  const { $root, t } = desk
  const tell = (key: string): void => {
    part($root, 'copied').text(t(key))
  }
  $root.on('click', '[data-action="copy"]', () => {
    const $text = part($root, 'text')
    copyText(String($text.val())).then(
      () => {
        tell('checkout.copied')
        revealSelfSent(desk)
      },
      () => {
        $text.trigger('select')
        tell('checkout.copy-failed')
        revealSelfSent(desk)
      },
    )
  })
  $root.on('click', '[data-action="download"]', () => {
    if (desk.shown === undefined) return
    download(desk.shown)
    tell('checkout.downloaded')
    revealSelfSent(desk)
  })
}

async function copyText(text: string): Promise<void> {
  // The type says always, but plain HTTP has no clipboard.
  const { clipboard } = navigator as { readonly clipboard?: Clipboard }
  if (clipboard === undefined) throw new Error('No clipboard')
  await clipboard.writeText(text)
}

/** Who has copied the order may send it without us: they are asked to tell. */
function revealSelfSent({ $root, handOff }: Desk): void {
  if (handOff.by === 'email') part($root, 'self-sent').prop('hidden', false)
}

function download(order: Order): void {
  const text = `${JSON.stringify(order, null, 2)}\n`
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `order-${order.id}.json`
  link.click()
  // After the click has been acted upon, or there is nothing to save.
  setTimeout(() => {
    URL.revokeObjectURL(url)
  }, 60_000)
}

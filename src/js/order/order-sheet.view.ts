import { openStoredText } from '../lib/stored-text.ts'
import type { Translate } from '../lib/messages.ts'
import { formatMoney } from '../lib/money.ts'
import type { PageModule } from '../lib/mount.ts'
import { cloneTemplate, part } from '../lib/parts.ts'
import { openStorage, type Services } from '../site/services.ts'
import { addressLines } from './address-lines.ts'
import { LAST_ORDER_KEY, readLastOrder } from '../hand-off/last-order.ts'
import { readSubmission, SUBMISSION_KEY } from '../hand-off/submission.ts'
import { countryName } from './countries.ts'
import {
  deliveryWords,
  optionsText,
  plusShipping,
  orderTitle,
  shippingWords,
  writtenAt,
} from './order-text.ts'
import { parseOrder, type Order } from './order-schema.ts'

/** Shows an order for printing: the one just sent from here, or one from a file. */
export const orderSheet: PageModule<Services> = {
  name: 'order-sheet',
  mount($root, { t }) {
    const own = ownOrder()
    part($root, 'tools').removeAttr('data-reserved')
    part($root, 'none')
      .prop('hidden', own !== null)
      .removeAttr('data-reserved')
    if (own !== null) render($root, own, t)
    part($root, 'file').on('change', (event) => {
      const file = (event.currentTarget as HTMLInputElement).files?.[0]
      if (file !== undefined) void open($root, file, t)
    })
    $root.on('click', '[data-action="print"]', () => {
      window.print()
    })
  },
}

async function open($root: JQuery, file: File, t: Translate): Promise<void> {
  const order = parseOrder(await file.text())
  const isOrder = typeof order !== 'string'
  part($root, 'none').prop('hidden', true)
  part($root, 'problem').text(isOrder ? '' : t(`order.fault.${order}`))
  part($root, 'sheet').prop('hidden', !isOrder)
  part($root, 'print').prop('hidden', !isOrder)
  if (isOrder) render($root, order, t)
}

/** The last order sent from this tab, or the one that is being submitted. */
function ownOrder(): Order | null {
  const last = readLastOrder(openStoredText(openStorage('sessionStorage'), LAST_ORDER_KEY).read())
  if (last !== null) return last.order
  const submission = readSubmission(
    openStoredText(openStorage('localStorage'), SUBMISSION_KEY).read(),
  )
  return submission === null || submission.state === 'sent' ? null : submission.order
}

function render($root: JQuery, order: Order, t: Translate): void {
  const { contact, address, delivery, note, locale, totals } = order
  part($root, 'sheet').prop('hidden', false)
  part($root, 'print').prop('hidden', false)
  part($root, 'shop').text(order.shop.name)
  part($root, 'title').text(orderTitle(order, t))
  part($root, 'date').text(writtenAt(order))
  const country = countryName(address.country, locale)
  part($root, 'ship-to').text([contact.name, ...addressLines(address), country].join('\n'))
  part($root, 'contact').text([contact.email, contact.phone].filter(Boolean).join('\n'))
  part($root, 'delivery').text(delivery === null ? t('order.no-price') : deliveryWords(delivery, t))
  part($root, 'tax').text(t(`order.tax.${totals.tax}`))
  part($root, 'note').text(note)
  part($root, 'note-block').prop('hidden', note === '')
  renderTable($root, order, t)
}

function renderTable($root: JQuery, order: Order, t: Translate): void {
  const { totals, currency, locale } = order
  const money = (minor: number): string => formatMoney(minor, currency, locale)
  const rows = order.lines.map((line) => {
    const $row = cloneTemplate($root, 'row')
    const find = (name: string): JQuery => $row.find(`[data-part="${name}"]`)
    find('row-quantity').text(line.quantity)
    find('row-name').text(line.name)
    find('row-options').text(optionsText(line))
    find('row-sku').text(line.sku)
    find('row-each').text(money(line.unitPriceMinor))
    find('row-total').text(money(line.totalMinor))
    return $row
  })
  part($root, 'rows')
    .empty()
    .append(...rows)
  const sums: readonly (readonly [name: string, value: string])[] = [
    [t('order.subtotal'), money(totals.subtotalMinor)],
    [t('order.shipping'), shippingWords(order, t)],
    [t('order.total'), money(totals.totalMinor) + plusShipping(order, t)],
  ]
  part($root, 'sums')
    .empty()
    .append(
      ...sums.map(([name, value]) => {
        const $sum = cloneTemplate($root, 'sum')
        const find = (which: string): JQuery => $sum.find(`[data-part="${which}"]`)
        find('sum-name').text(name)
        find('sum-value').text(value)
        return $sum
      }),
    )
}

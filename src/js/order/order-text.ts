import { shippingPrice } from '../cart/shipping-text.ts'
import { formatMoney } from '../lib/money.ts'
import type { Translate } from '../lib/messages.ts'
import { addressLines } from './address-lines.ts'
import { countryName } from './countries.ts'
import { timeIn } from './order-time.ts'
import type { Order, OrderLine } from './order-schema.ts'

/** List a line's options: "Color Ember, Size EU 42". */
export function optionsText({ options }: Pick<OrderLine, 'options'>): string {
  return options.map(({ name, value }) => `${name} ${value}`).join(', ')
}

/** Write an order as plain text for people to read. Lines end in `\n`. */
export function orderText(order: Order, t: Translate): string {
  const { contact, totals, delivery, note } = order
  const money = (minor: number): string => formatMoney(minor, order.currency, order.locale)
  return [
    orderTitle(order, t),
    writtenAt(order),
    '',
    ...order.lines.flatMap((line) => [
      t('order.text-line', { quantity: line.quantity, name: line.name, sku: line.sku }),
      t('order.text-detail', {
        options: optionsText(line),
        each: money(line.unitPriceMinor),
        total: money(line.totalMinor),
      }),
    ]),
    '',
    `${t('order.subtotal')}: ${money(totals.subtotalMinor)}`,
    `${t('order.shipping')}: ${shippingWords(order, t)}`,
    `${t('order.total')}: ${money(totals.totalMinor)}${plusShipping(order, t)}`,
    t(`order.tax.${totals.tax}`),
    '',
    t('order.deliver-to'),
    contact.name,
    ...addressLines(order.address),
    countryName(order.address.country, order.locale),
    '',
    `${t('order.email')}: ${contact.email}`,
    ...(contact.phone === '' ? [] : [`${t('order.phone')}: ${contact.phone}`]),
    ...(delivery === null ? [] : [`${t('order.delivery')}: ${deliveryWords(delivery, t)}`]),
    ...(note === '' ? [] : ['', `${t('order.note')}:`, note]),
    '',
  ].join('\n')
}

/** Name an order, and say so if it was changed after it may have arrived. */
export function orderTitle({ id, revision }: Order, t: Translate): string {
  return revision === 1 ? t('order.title', { id }) : t('order.title-changed', { id, revision })
}

/** The subject line of an e-mail with the order. */
export function orderSubject(order: Order, t: Translate): string {
  return t('order.subject', { title: orderTitle(order, t), name: order.shop.name })
}

/** Say when an order was written, in the shop's time zone. */
export function writtenAt({ createdAt, timeZone, locale }: Order): string {
  return timeIn(timeZone, new Date(createdAt), locale)
}

/** Say what shipping costs, or that the shop will say. */
export function shippingWords({ totals, currency, locale }: Order, t: Translate): string {
  const formatPrice = (minor: number): string => formatMoney(minor, currency, locale)
  return shippingPrice(totals.shippingMinor, { t, formatPrice })
}

/** Words after a total that excludes shipping; empty if it includes it. */
export function plusShipping({ totals }: Order, t: Translate): string {
  return totals.shippingMinor === null ? t('order.plus-shipping') : ''
}

/** Name the shipping method: "Standard, 3 to 5 business days". */
export function deliveryWords(
  { name, days }: NonNullable<Order['delivery']>,
  t: Translate,
): string {
  return t('order.delivery-days', { name, from: days.from, to: days.to })
}

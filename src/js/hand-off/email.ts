import { formatMoney } from '../lib/money.ts'
import type { Translate } from '../lib/messages.ts'
import { addressLines } from '../order/address-format.ts'
import { countryName } from '../order/countries.ts'
import type { HandOff } from './hand-off.ts'
import type { Order } from '../order/order-schema.ts'
import { orderText, orderTitle, shippingWords } from '../order/order-text.ts'

/**
 * Longest `mailto:` that every program takes: Windows cuts an address it opens at 2,048
 * characters, and older Outlooks sooner.
 */
export const LONGEST_MAILTO = 1900

/** The order as an e-mail that the shopper sends. */
export function byEmail(email: string): HandOff {
  return {
    by: 'email',
    receiver: email,
    prepare: (order, { t }) => ({ kind: 'link', href: mailtoUrl(order, email, t) }),
  }
}

/**
 * Write an order into a `mailto:` of at most {@link LONGEST_MAILTO} characters: whole, or by
 * article numbers, or as a note that the order follows.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6068 — line breaks are CRLF
 */
export function mailtoUrl(order: Order, email: string, t: Translate): string {
  const bodies = [orderText(order, t), shortText(order, t), noteText(order, t)]
  const urls = bodies.map((body) => toUrl(email, orderSubject(order, t), body))
  return urls.find((url) => url.length <= LONGEST_MAILTO) ?? toUrl(email, order.id, order.id)
}

/** Whether an e-mail's body can hold the whole order, so that nothing need be pasted into it. */
export function fitsMailto(order: Order, email: string, t: Translate): boolean {
  return toUrl(email, orderSubject(order, t), orderText(order, t)).length <= LONGEST_MAILTO
}

/** The subject of an order's e-mail. */
export function orderSubject(order: Order, t: Translate): string {
  return t('order.subject', { title: orderTitle(order, t), name: order.shop.name })
}

function toUrl(email: string, subject: string, body: string): string {
  const text = body.replace(/\n/g, '\r\n')
  // An address may hold `%`, `?` or `&`, which would end it.
  const to = encodeURIComponent(email).replaceAll('%40', '@')
  return `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`
}

/** All that a shop needs, without the names and prices it knows itself. */
function shortText(order: Order, t: Translate): string {
  const { contact, address, locale, note } = order
  return [
    orderTitle(order, t),
    '',
    ...order.lines.map(({ quantity, sku }) => `${String(quantity)} × ${sku}`),
    '',
    ...sums(order, t),
    '',
    contact.name,
    ...addressLines(address),
    countryName(address.country, locale),
    contact.email,
    ...(contact.phone === '' ? [] : [contact.phone]),
    ...(order.delivery === null ? [] : [order.delivery.name]),
    ...(note === '' ? [] : ['', note]),
    '',
  ].join('\n')
}

function noteText(order: Order, t: Translate): string {
  return [orderTitle(order, t), '', ...sums(order, t), '', t('order.paste-here'), ''].join('\n')
}

function sums(order: Order, t: Translate): readonly string[] {
  const { totals, currency, locale } = order
  return [
    `${t('order.shipping')}: ${shippingWords(order, t)}`,
    `${t('order.total')}: ${formatMoney(totals.totalMinor, currency, locale)}`,
  ]
}

import { mailtoHref } from '../lib/email-address.ts'
import { formatMoney } from '../lib/money.ts'
import type { Translate } from '../lib/messages.ts'
import { addressLines } from '../order/address-lines.ts'
import { countryName } from '../order/countries.ts'
import type { Order } from '../order/order-schema.ts'
import { orderSubject, orderText, orderTitle, shippingWords } from '../order/order-text.ts'
import type { HandOff } from './types.ts'

/**
 * Longest `mailto:` link that every mail program opens: Windows cuts links at 2,048 characters,
 * and older versions of Outlook cut them sooner.
 */
export const LONGEST_MAILTO = 1900

/** The shopper sends the order from their own mail program. */
export function byEmail(_: unknown, email: string): HandOff {
  return {
    by: 'email',
    receiver: email,
    prepare(order, { t }) {
      const { href, isShortened } = mailtoLink(order, email, t)
      return { kind: 'link', href, isShortened }
    },
  }
}

/**
 * Write an order into a `mailto:` link of at most {@link LONGEST_MAILTO} characters: the whole
 * order if it fits, or else SKUs only, or else a note that the order follows.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6068 — line breaks are CRLF
 */
export function mailtoLink(
  order: Order,
  email: string,
  t: Translate,
): { readonly href: string; readonly isShortened: boolean } {
  const bodies = [orderText(order, t), shortText(order, t), noteText(order, t)]
  const urls = bodies.map((body) => toUrl(email, orderSubject(order, t), body))
  const index = urls.findIndex((url) => url.length <= LONGEST_MAILTO)
  return { href: urls[index] ?? toUrl(email, order.id, order.id), isShortened: index !== 0 }
}

function toUrl(email: string, subject: string, body: string): string {
  const text = body.replace(/\n/g, '\r\n')
  return `${mailtoHref(email)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`
}

/** Everything the shop needs, without the names and prices it already knows. */
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

import { toDecimal } from '../lib/money.ts'
import type { Order } from '../order/order-schema.ts'
import { hostOf } from './host-of.ts'
import type { HandOff, HandOffConfig, HandOffContext } from './types.ts'

/** Longest values that PayPal accepts. */
const LONGEST_ITEM = 127
const LONGEST_OPTION = 200
const LONGEST_CUSTOM = 256
/** How many options of an item PayPal shows. */
const MOST_OPTIONS = 7

/**
 * PayPal's cart upload: the browser submits a form with every line, then the shopper pays on
 * PayPal's site. The order number is sent as `invoice`, which PayPal accepts only once.
 *
 * @see https://developer.paypal.com/api/nvp-soap/paypal-payments-standard/integration-guide/cart-upload/
 */
export function byPaypal(config: HandOffConfig<'paypal'>): HandOff {
  return {
    by: 'paypal',
    receiver: hostOf(config.endpoint),
    prepare: (order, context) => {
      if (order.totals.shippingMinor === null) {
        return { kind: 'unfit', why: 'shipping-unknown', skus: [] }
      }
      if (order.note.length > LONGEST_CUSTOM) {
        return { kind: 'unfit', why: 'note-too-long', skus: [] }
      }
      return { kind: 'form', action: config.endpoint, fields: cartFields(order, config, context) }
    },
  }
}

type FormField = readonly [name: string, value: string]

function cartFields(
  order: Order,
  config: HandOffConfig<'paypal'>,
  context: HandOffContext,
): readonly FormField[] {
  return [
    ['cmd', '_cart'],
    ['upload', '1'],
    ['charset', 'utf-8'],
    ['business', config.account],
    ['currency_code', order.currency],
    ['invoice', order.revision === 1 ? order.id : `${order.id}.${String(order.revision)}`],
    ['custom', order.note],
    // The checkout page then asks the shopper whether they paid.
    ['return', context.returnUrl],
    ['cancel_return', context.returnUrl],
    ['rm', '1'],
    ...order.lines.flatMap((_, index) => itemFields(order, index)),
    ...shippingFields(order),
    ...payerFields(order),
  ]
}

function itemFields({ lines, currency }: Order, index: number): readonly FormField[] {
  const line = lines[index]
  if (line === undefined) return []
  const n = String(index + 1)
  return [
    [`item_name_${n}`, cut(line.name, LONGEST_ITEM)],
    [`item_number_${n}`, line.sku],
    [`amount_${n}`, toDecimal(line.unitPriceMinor, currency)],
    [`quantity_${n}`, String(line.quantity)],
    ...line.options.slice(0, MOST_OPTIONS).flatMap(({ name, value }, option): FormField[] => [
      [`on${String(option)}_${n}`, cut(name, 64)],
      [`os${String(option)}_${n}`, cut(value, LONGEST_OPTION)],
    ]),
  ]
}

/** The whole shipping price goes on the first item; more pieces of it add nothing. */
function shippingFields({ totals, currency }: Order): readonly FormField[] {
  return [
    ['shipping_1', toDecimal(totals.shippingMinor ?? 0, currency)],
    ['shipping2_1', toDecimal(0, currency)],
  ]
}

function payerFields({ contact, address }: Order): readonly FormField[] {
  const [first = '', ...rest] = contact.name.split(' ')
  return [
    ['email', contact.email],
    ['first_name', cut(first, 32)],
    ['last_name', cut(rest.join(' '), 64)],
    ['address1', cut(address.line1, 100)],
    ['address2', cut(address.line2, 100)],
    ['city', cut(address.city, 40)],
    ['state', cut(address.region, 100)],
    ['zip', cut(address.postal, 32)],
    ['country', address.country],
    // 2: PayPal requires an address and suggests this one.
    ['no_shipping', '2'],
  ]
}

/** Cut a text without leaving half an emoji at the end. */
function cut(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, '')
}

import { ONE_SIZE, type Variant } from '../catalog/product-data.ts'
import type { Cart, CartLine } from '../cart/cart.ts'
import type { Quote } from '../cart/quote.ts'
import { shippingFor, type ShippingMethod } from '../cart/shipping.ts'
import { priceCart, type Totals } from '../cart/totals.ts'
import type { VariantLookup } from '../catalog/product-data.ts'
import type { Translate } from '../lib/messages.ts'
import { dayIn } from './order-time.ts'
import type { Address, Contact, Order, OrderLine, TaxMode } from './order-schema.ts'

/** Letters and digits that are hard to confuse: Crockford's base 32. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * Make an order number from the day in the shop's time zone and eight random letters:
 * `20261125-7F3K-9Q2M`. The chance that two orders on one day get the same number is one in 10¹².
 *
 * @param random - at least eight bytes
 */
export function orderId(now: Date, random: Uint8Array, timeZone: string): string {
  const letters = [...random.slice(0, 8)].map((byte) => ALPHABET[byte % 32]).join('')
  return `${dayIn(timeZone, now)}-${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** Give an order number another day, and keep its letters. */
export function redateId(id: string, now: Date, timeZone: string): string {
  return dayIn(timeZone, now) + lettersOf(id)
}

/** Whether two order numbers differ in nothing but the day. */
export function hasSameLetters(id: string, other: string): boolean {
  return lettersOf(id) === lettersOf(other)
}

function lettersOf(id: string): string {
  return id.slice('20261125'.length)
}

/** What the shopper says about an order in the checkout form. */
export interface Details {
  readonly contact: Contact
  readonly address: Address
  readonly note: string
  /** Id of the shipping method; empty if there is none to choose. */
  readonly delivery: string
}

/** The shop's side of an order. */
export interface OrderTerms {
  readonly t: Translate
  readonly locale: string
  readonly currency: string
  readonly shop: { readonly name: string; readonly email: string }
  /** IANA. */
  readonly timeZone: string
  readonly tax: TaxMode
  readonly methods: readonly ShippingMethod[]
}

/** What tells apart two orders for the same cart. */
export interface OrderStamp {
  readonly id: string
  readonly revision: number
  readonly now: Date
}

/** What an order is written from. */
export interface OrderSource {
  readonly cart: Cart
  readonly lookup: VariantLookup
  readonly details: Details
}

/** A cart's totals with a shipping method; undefined if the shop has no price for the country. */
export interface PricedOrder {
  readonly totals: Totals
  readonly method: ShippingMethod | undefined
}

/** Price a cart for a country and a shipping method. */
export function priceOrder(
  { cart, lookup, details }: OrderSource,
  methods: readonly ShippingMethod[],
): PricedOrder {
  const method = methods.find(
    ({ id, countries }) => id === details.delivery && countries.includes(details.address.country),
  )
  const rule = method ?? { rateMinor: null, freeFromMinor: null }
  return { totals: priceCart(cart, lookup, rule), method }
}

/** Write an order for a cart at today's prices; undefined if nothing in it can be ordered. */
export function writeOrder(
  source: OrderSource,
  terms: OrderTerms,
  { id, revision, now }: OrderStamp,
): Order | undefined {
  const { totals, method } = priceOrder(source, terms.methods)
  const lines = totals.lines.flatMap(({ variant, quantity, totalMinor }): OrderLine[] =>
    variant === undefined || quantity === 0
      ? []
      : [
          {
            sku: variant.sku,
            name: variant.product.name,
            options: optionsOf(variant, terms.t),
            unitPriceMinor: variant.product.priceMinor,
            quantity,
            totalMinor,
          },
        ],
  )
  if (lines.length === 0) return undefined
  return {
    schema: 'cinder.order',
    version: 1,
    id,
    revision,
    createdAt: now.toISOString(),
    timeZone: terms.timeZone,
    locale: terms.locale,
    currency: terms.currency,
    shop: { name: terms.shop.name, email: terms.shop.email },
    lines,
    totals: {
      subtotalMinor: totals.subtotalMinor,
      shippingMinor: totals.shippingMinor,
      totalMinor: totals.totalMinor,
      tax: terms.tax,
    },
    delivery:
      method === undefined ? null : { id: method.id, name: method.name, days: { ...method.days } },
    contact: source.details.contact,
    address: source.details.address,
    note: source.details.note,
  }
}

function optionsOf({ product, colour, width, size }: Variant, t: Translate): OrderLine['options'] {
  const isShoe = product.gender !== null
  return [
    { name: t('order.colour'), value: colour.name },
    ...(size === ONE_SIZE ? [] : [{ name: t('order.size'), value: isShoe ? `EU ${size}` : size }]),
    ...(isShoe && width !== 'regular'
      ? [{ name: t('order.width'), value: t(`width.${width}`) }]
      : []),
  ]
}

/** The cart lines an order was written from, to write it again at new prices. */
export function linesOf({ lines }: Pick<Order, 'lines'>): readonly CartLine[] {
  return lines.map(({ sku, quantity }) => ({ sku, quantity }))
}

/** The details an order was written from. */
export function detailsOf({ contact, address, note, delivery }: Order): Details {
  return { contact, address, note, delivery: delivery?.id ?? '' }
}

/** The prices that an order shows. */
export function quoteOfOrder({ lines }: Pick<Order, 'lines'>): Quote {
  return lines.map(({ sku, quantity, unitPriceMinor }) => ({ sku, quantity, unitPriceMinor }))
}

/** Whether two orders have the same content, apart from number, revision, date and time zone. */
export function isSameOrder(one: Order, other: Order): boolean {
  const content = (order: Order): string =>
    JSON.stringify({ ...order, id: '', revision: 0, createdAt: '', timeZone: '' })
  return content(one) === content(other)
}

/** What a shipping method costs for a cart, to show beside the choice. */
export function priceOfMethod(method: ShippingMethod, totals: Totals): number | null {
  return shippingFor(method, totals)
}

/** A key that stays the same when the same order is sent again. */
export function idempotencyKey({ id, revision }: Pick<Order, 'id' | 'revision'>): string {
  return `${id}.${String(revision)}`
}

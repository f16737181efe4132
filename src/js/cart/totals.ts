import type { Variant, VariantLookup } from '../catalog/product-data.ts'
import { MAX_QUANTITY, type Cart, type CartLine } from './cart.ts'

/** A market's shipping: one rate, free from a subtotal on. Minor units of the market's currency. */
export interface ShippingRule {
  readonly rateMinor: number
  readonly freeFromMinor: number
}

/** A line as the cart shows it today. */
export interface PricedLine {
  readonly line: CartLine
  /** Undefined: no longer sold. */
  readonly variant: Variant | undefined
  /** How many are charged: never more than stock; 0 where sold out or no longer sold. */
  readonly quantity: number
  readonly totalMinor: number
}

/** The cart at today's prices, in minor units. */
export interface Totals {
  readonly lines: readonly PricedLine[]
  readonly subtotalMinor: number
  readonly shippingMinor: number
  readonly totalMinor: number
  /** What is missing for free shipping; 0 once reached, or with nothing to send. */
  readonly untilFreeMinor: number
}

/** Most of a variant one line may hold. */
export function lineLimit(variant: Variant): number {
  return Math.min(variant.stock, MAX_QUANTITY)
}

/**
 * Price a cart by today's catalogue. Lines sold out or no longer sold stay in it and cost nothing;
 * a line above the stock is charged for what there is.
 */
export function priceCart(cart: Cart, lookup: VariantLookup, shipping: ShippingRule): Totals {
  const lines = cart.lines.map((line) => priceLine(line, lookup(line.sku)))
  const subtotalMinor = lines.reduce((sum, line) => sum + line.totalMinor, 0)
  const shippingMinor = shippingFor(subtotalMinor, shipping)
  return {
    lines,
    subtotalMinor,
    shippingMinor,
    totalMinor: subtotalMinor + shippingMinor,
    untilFreeMinor: shippingMinor === 0 ? 0 : shipping.freeFromMinor - subtotalMinor,
  }
}

function priceLine(line: CartLine, variant: Variant | undefined): PricedLine {
  const quantity = variant === undefined ? 0 : Math.min(line.quantity, lineLimit(variant))
  return { line, variant, quantity, totalMinor: quantity * (variant?.product.priceMinor ?? 0) }
}

function shippingFor(subtotalMinor: number, { rateMinor, freeFromMinor }: ShippingRule): number {
  const isFree = subtotalMinor === 0 || subtotalMinor >= freeFromMinor
  return isFree ? 0 : rateMinor
}

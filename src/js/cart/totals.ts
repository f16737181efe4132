import type { Variant, VariantLookup } from '../catalog/product-data.ts'
import { MAX_QUANTITY, type Cart, type CartLine } from './cart.ts'
import { shippingFor, type ShippingRule } from './shipping.ts'

/** A cart line at today's price. */
export interface PricedLine {
  readonly line: CartLine
  /** Undefined if it is no longer sold. */
  readonly variant: Variant | undefined
  /** How many are charged: at most the stock; 0 if it is sold out or no longer sold. */
  readonly quantity: number
  readonly totalMinor: number
}

/** The cart at today's prices, in minor units. */
export interface Totals {
  readonly lines: readonly PricedLine[]
  readonly subtotalMinor: number
  /** Null if the shop has to be asked. The total then excludes it. */
  readonly shippingMinor: number | null
  readonly totalMinor: number
  /** What is missing for free shipping; 0 if nothing is, or if there is no free shipping. */
  readonly untilFreeMinor: number
  /** Weight of the parcel. */
  readonly grams: number
}

/** The most of a variant that a line may have. */
export function lineLimit(variant: Variant): number {
  return Math.min(variant.stock, MAX_QUANTITY)
}

/**
 * Price a cart with today's catalog. Lines that are sold out or no longer sold stay in it and cost
 * nothing. A line with more than the stock is charged for the stock.
 */
export function priceCart(cart: Cart, lookup: VariantLookup, shipping: ShippingRule): Totals {
  const lines = cart.lines.map((line) => priceLine(line, lookup(line.sku)))
  const subtotalMinor = lines.reduce((sum, line) => sum + line.totalMinor, 0)
  const grams = lines.reduce(
    (sum, { quantity, variant }) => sum + quantity * (variant?.product.shippingGrams ?? 0),
    0,
  )
  const shippingMinor = shippingFor(shipping, { subtotalMinor, grams })
  return {
    lines,
    subtotalMinor,
    shippingMinor,
    totalMinor: subtotalMinor + (shippingMinor ?? 0),
    untilFreeMinor:
      shippingMinor === 0 ? 0 : Math.max(0, (shipping.freeFromMinor ?? 0) - subtotalMinor),
    grams,
  }
}

function priceLine(line: CartLine, variant: Variant | undefined): PricedLine {
  const quantity = variant === undefined ? 0 : Math.min(line.quantity, lineLimit(variant))
  return { line, variant, quantity, totalMinor: quantity * (variant?.product.priceMinor ?? 0) }
}

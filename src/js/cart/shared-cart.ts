import type { Variant, VariantLookup } from '../catalog/product-data.ts'
import { EMPTY_CART, type Cart } from './cart.ts'
import type { CartLink } from './stored-cart.ts'
import { lineLimit } from './totals.ts'

/** A line of a shared cart, according to today's catalog. */
export interface SharedLine {
  readonly sku: string
  /** As in the link; may be huge. */
  readonly asked: number
  /** Undefined if it is no longer sold. */
  readonly variant: Variant | undefined
  /** How many can be ordered: 0 if it is sold out or no longer sold. */
  readonly quantity: number
  readonly totalMinor: number
}

/** A shared cart, according to today's catalog. */
export interface SharedCart {
  readonly lines: readonly SharedLine[]
  /** Number of items that can be ordered. */
  readonly quantity: number
  readonly totalMinor: number
}

/** Look up what a link contains: today's prices, and what is in stock. */
export function priceSharedCart({ lines }: CartLink, lookup: VariantLookup): SharedCart {
  const priced = lines.map(({ sku, quantity: asked }): SharedLine => {
    const variant = lookup(sku)
    const quantity = variant === undefined ? 0 : Math.min(asked, lineLimit(variant))
    const totalMinor = quantity * (variant?.product.priceMinor ?? 0)
    return { sku, asked, variant, quantity, totalMinor }
  })
  return {
    lines: priced,
    quantity: priced.reduce((sum, { quantity }) => sum + quantity, 0),
    totalMinor: priced.reduce((sum, { totalMinor }) => sum + totalMinor, 0),
  }
}

/** The part of a shared cart that can be ordered. */
export function orderablePart({ lines }: SharedCart): Cart {
  const fit = lines.filter(({ quantity }) => quantity > 0)
  if (fit.length === 0) return EMPTY_CART
  return { lines: fit.map(({ sku, quantity }) => ({ sku, quantity })) }
}

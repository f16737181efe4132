import type { Totals } from './totals.ts'

/** One line of a quote: how many, and at what price each. */
export interface QuoteLine {
  readonly sku: string
  readonly quantity: number
  readonly unitPriceMinor: number
}

/** The prices a shopper has seen. Lines that cost nothing because they are sold out are left out. */
export type Quote = readonly QuoteLine[]

/** The quote that a page shows for a cart. */
export function quoteOf({ lines }: Pick<Totals, 'lines'>): Quote {
  return lines.flatMap(({ line: { sku }, quantity, variant }) =>
    variant === undefined || quantity === 0
      ? []
      : [{ sku, quantity, unitPriceMinor: variant.product.priceMinor }],
  )
}

import type { Totals } from './totals.ts'

/** What a shopper has been shown of one line: how many, at which price each. */
export interface OfferLine {
  readonly sku: string
  readonly quantity: number
  readonly unitPriceMinor: number
}

/** What a shopper has been shown; lines that cost nothing, being sold out, are left out. */
export type Offer = readonly OfferLine[]

/** A difference between what was shown and what holds now. */
export interface OfferChange {
  readonly sku: string
  readonly before: OfferLine
  /** Undefined: not to be had any more. */
  readonly now: OfferLine | undefined
}

/** Note what a page shows of a cart. */
export function offerOf({ lines }: Pick<Totals, 'lines'>): Offer {
  return lines.flatMap(({ line: { sku }, quantity, variant }) =>
    variant === undefined || quantity === 0
      ? []
      : [{ sku, quantity, unitPriceMinor: variant.product.priceMinor }],
  )
}

/**
 * List what a shopper would not expect: another price, fewer pieces than asked for, nothing left.
 *
 * @param asked - how many the shopper asks for now; what was taken away on purpose is no change
 */
export function changesBetween(
  before: Offer,
  now: Offer,
  asked: (sku: string) => number,
): readonly OfferChange[] {
  const bySku = new Map(now.map((line) => [line.sku, line]))
  return before.flatMap((line) => {
    const present = bySku.get(line.sku)
    const wanted = Math.min(line.quantity, asked(line.sku))
    const isSame =
      (present?.quantity ?? 0) >= wanted &&
      (present === undefined || present.unitPriceMinor === line.unitPriceMinor)
    return isSame || wanted === 0 ? [] : [{ sku: line.sku, before: line, now: present }]
  })
}

/** Read an offer from storage, whatever the text is; null for none. */
export function parseOffer(text: string | null): Offer | null {
  try {
    const data: unknown = JSON.parse(text ?? '')
    return Array.isArray(data) && data.every(isOfferLine) ? data : null
  } catch {
    return null
  }
}

function isOfferLine(data: unknown): data is OfferLine {
  if (typeof data !== 'object' || data === null) return false
  const { sku, quantity, unitPriceMinor } = data as Readonly<Record<string, unknown>>
  return typeof sku === 'string' && Number.isInteger(quantity) && Number.isInteger(unitPriceMinor)
}

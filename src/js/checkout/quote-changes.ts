import type { Quote, QuoteLine } from '../cart/quote.ts'
import { isRecord, parseJson } from '../lib/json.ts'

/** A difference between a quote and what applies now. */
export interface QuoteChange {
  readonly sku: string
  readonly before: QuoteLine
  /** Undefined if it is no longer available. */
  readonly now: QuoteLine | undefined
}

/**
 * List what a shopper wouldn't expect: another price, fewer than asked for, or nothing left.
 *
 * @param asked - how many the shopper asks for now; what they removed themselves doesn’t count
 */
export function changesBetween(
  before: Quote,
  now: Quote,
  asked: (sku: string) => number,
): readonly QuoteChange[] {
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

/** Read a quote from storage; null if there is none, or if it can't be read. */
export function parseQuote(text: string | null): Quote | null {
  const data = parseJson(text ?? '')
  return Array.isArray(data) && data.every(isQuoteLine) ? data : null
}

function isQuoteLine(data: unknown): data is QuoteLine {
  if (!isRecord(data)) return false
  const { sku, quantity, unitPriceMinor } = data
  return typeof sku === 'string' && Number.isInteger(quantity) && Number.isInteger(unitPriceMinor)
}

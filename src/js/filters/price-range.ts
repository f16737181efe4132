import type { Translate } from '../lib/messages.ts'
import { readPrice, type Money } from './price-text.ts'

/** What the two price fields hold. */
export interface PriceTexts {
  readonly from: string
  readonly to: string
}

/** What two price fields ask for, and what is odd about them. */
export interface JudgedPrices {
  /** In minor units; null where nothing is asked for, or nothing that could be read. */
  readonly range: { readonly from: number | null; readonly to: number | null }
  readonly unread: readonly (keyof PriceTexts)[]
  /** The higher one is in “From”: the range between both is meant. */
  readonly isTurnedAround: boolean
}

/** Judge what was typed as prices. */
export function judgePrices({ from, to }: PriceTexts, money: Money): JudgedPrices {
  const read = { from: readPrice(from, money), to: readPrice(to, money) }
  const unread = (['from', 'to'] as const).filter((key) => read[key] === undefined)
  const [low, high] = [read.from ?? null, read.to ?? null]
  const isTurnedAround = low !== null && high !== null && low > high
  const range = isTurnedAround ? { from: high, to: low } : { from: low, to: high }
  return { range, unread, isTurnedAround }
}

interface Words {
  readonly t: Translate
  readonly formatPrice: (minor: number) => string
  /** A price to show how one is written. */
  readonly example: number
}

/** Say what is odd about the prices; empty where nothing is. */
export function describePrices(
  { range, unread, isTurnedAround }: JudgedPrices,
  texts: PriceTexts,
  { t, formatPrice, example }: Words,
): string {
  const [first] = unread
  if (first !== undefined) {
    return t('filters.price-unread', { text: texts[first].trim(), example: formatPrice(example) })
  }
  if (!isTurnedAround) return ''
  return t('filters.price-turned', {
    from: formatPrice(range.from ?? 0),
    to: formatPrice(range.to ?? 0),
  })
}

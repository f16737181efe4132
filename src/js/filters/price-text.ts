import { toMajor, toMinor } from '../lib/money.ts'
import { normalizeCode } from '../lib/normalize.ts'

/** The money a price is in, and how the market writes it. */
export interface Money {
  readonly currency: string
  /** BCP 47. */
  readonly tag: string
}

/** Highest price that is read, in major units: nine digits, for currencies with small units. */
const HIGHEST_AMOUNT = 999_999_999

/** Between the digits of a price: blanks and quotes group them, points and commas may do either. */
const SEPARATOR = /[ '’ʼ`´٬.,٫]/gu

/**
 * Read a price as a person means it, in the market's notation or another's: "$100", "100 USD",
 * "1,000.50", "1.000,50", "1 000,50", "1'000.50", "100.-". A lone point or comma before three digits
 * groups thousands, since no price has three decimals; in a currency that has them, a point does not.
 *
 * @returns minor units; null for an empty text; undefined for one that is not a price
 */
export function readPrice(text: string, money: Money): number | null | undefined {
  const folded = normalizeCode(text)
  if (folded === '') return null
  const marks = marksOf(money)
  const letters = folded.match(/[\p{L}\p{Sc}]+/gu) ?? []
  if (!letters.every((one) => marks.has(one.toLowerCase()))) return undefined
  const digits = folded
    .replace(/[\p{L}\p{Sc}]+/gu, ' ')
    .trim()
    // "100.-" has no cents.
    .replace(/[.,:]\s?[-‐-―−]+$/u, '')
    .replace(/[.,;:!?)]+$/, '')
    .trim()
    .replace(/^(?=[.,]\d)/, '0')
  const decimal = toDecimalText(digits, decimalsOf(money.currency))
  if (decimal === null || !/^\d{1,9}(?:\.\d+)?$/.test(decimal)) return undefined
  return toMinor(Math.min(Number(decimal), HIGHEST_AMOUNT), money.currency)
}

/** "1.000,50" → "1000.50"; null where points and commas are nowhere a price has them. */
function toDecimalText(digits: string, decimals: number): string | null {
  const signs = digits.match(SEPARATOR) ?? []
  const groups = digits.split(SEPARATOR)
  const hasCents = isDecimalSign(signs, groups, decimals)
  const cents = hasCents ? (groups.pop() ?? '') : '0'
  const isCents = /^\d+$/.test(cents) && cents.length <= Math.max(2, decimals)
  // One sign groups all thousands.
  const isOneSign = new Set(hasCents ? signs.slice(0, -1) : signs).size <= 1
  return isCents && isOneSign && isGrouped(groups) ? `${groups.join('')}.${cents}` : null
}

/** Whether the last separator is in front of cents. */
function isDecimalSign(
  signs: readonly string[],
  groups: readonly string[],
  decimals: number,
): boolean {
  const last = signs.at(-1) ?? ''
  if (!/[.,٫]/.test(last)) return false
  return signs.length === 1 ? isCents(groups, last, decimals) : !signs.slice(0, -1).includes(last)
}

/** Whether the only separator is in front of decimals. */
function isCents(
  [whole = '', rest = '']: readonly string[],
  sign: string,
  decimals: number,
): boolean {
  const isThousand = rest.length === 3 && /^[1-9]\d{0,2}$/.test(whole)
  return !isThousand || (decimals === 3 && sign === '.')
}

/** "1", "000" as of 1,000, or "12", "34", "000" as India groups. */
function isGrouped([first = '', ...rest]: readonly string[]): boolean {
  if (rest.length === 0) return /^\d+$/.test(first)
  return (
    /^\d{1,3}$/.test(first) &&
    rest.slice(0, -1).every((group) => /^\d{2,3}$/.test(group)) &&
    /^\d{3}$/.test(rest.at(-1) ?? '')
  )
}

function decimalsOf(currency: string): number {
  return Math.round(-Math.log10(toMajor(1, currency)))
}

const DISPLAYS = ['symbol', 'narrowSymbol', 'name'] as const
const knownMarks = new Map<string, ReadonlySet<string>>()

/** How people write the currency: "$", "US$", "usd", "dollars". */
function marksOf({ currency, tag }: Money): ReadonlySet<string> {
  const key = `${tag} ${currency}`
  const known = knownMarks.get(key)
  if (known !== undefined) return known
  const [symbol = '', narrow = '', name = ''] = DISPLAYS.map((currencyDisplay) =>
    new Intl.NumberFormat(tag, { style: 'currency', currency, currencyDisplay })
      .formatToParts(1.5)
      .find(({ type }) => type === 'currency')
      ?.value.normalize('NFKC')
      .toLowerCase(),
  )
  const words = `${symbol} ${narrow} ${name}`.split(/[\s.]+/)
  const marks = new Set([
    currency.toLowerCase(),
    `${currency.slice(0, 2).toLowerCase()}${narrow}`,
    ...words,
    // "1 dollar" as well.
    ...words.map((word) => word.replace(/s$/, '')),
  ])
  knownMarks.set(key, marks)
  return marks
}

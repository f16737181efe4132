import type { Gender } from './vocabulary.ts'
import { type SizeRow, sizeChart } from './size-chart.ts'

/** The systems a shopper can read sizes in, in the order of the switch. */
export const SIZE_SYSTEMS = ['eu', 'us', 'uk', 'cm'] as const
/** One of them; "cm" is the box's centimetres, not the foot's. */
export type SizeSystem = (typeof SIZE_SYSTEMS)[number]

/** A suggestion for a measured foot. */
export interface FootFit {
  /** The smallest size made for a foot at least this long. */
  readonly row: SizeRow
  /** How much longer a foot the size would still take, in millimetres; 0 or more. */
  readonly spareMm: number
}

/** The next sizes either way; absent where there is none. */
export interface Neighbours {
  readonly smaller?: number
  readonly larger?: number
}

/** Half a US or UK size: a sixth of an inch, in millimetres. */
const HALF_SIZE_MM = 25.4 / 6

/**
 * Write an EU size in the shopper's system, without the system's name: "42.5", "9", "8", "27".
 *
 * US sizes of unisex models name both scales: "M 9 / W 10.5". Centimetres are the box's (see
 * {@link SizeRow.cm}). A size that is not on the chart is written as "EU 42" in the other systems,
 * so that it is never taken for one of theirs; nothing throws.
 */
export function sizeLabel(eu: number, gender: Gender, system: SizeSystem): string {
  if (system === 'eu') return String(eu)
  const row = sizeChart(gender).find((candidate) => candidate.eu === eu)
  if (row === undefined) return `EU ${eu}`
  if (system === 'us' && gender === 'unisex' && row.usWomen !== undefined) {
    return `M ${row.us} / W ${row.usWomen}`
  }
  return String(row[system])
}

/**
 * Suggest a size for a foot, heel to longest toe, in millimetres: the smallest made for a foot at
 * least that long.
 *
 * No toe room is added or taken off: a size's `footMm` is the foot it is made for, not the shoe's
 * inside, and spikes are worn snug. Undefined outside the chart: for a foot longer than the largest
 * size takes, for one that would fit half a size below the smallest, and for NaN.
 */
export function findByFootLength(footMm: number, gender: Gender): FootFit | undefined {
  const chart = sizeChart(gender)
  const smallest = chart[0]
  if (smallest === undefined || footMm <= smallest.footMm - HALF_SIZE_MM) return undefined
  const row = chart.find((candidate) => candidate.footMm >= footMm)
  return row === undefined ? undefined : { row, spareMm: row.footMm - footMm }
}

/**
 * Find the nearest sizes below and above one, among the EU sizes that can be had, in any order.
 * The size itself is never its own neighbour, and need not be among them.
 */
export function neighbours(eu: number, available: readonly number[]): Neighbours {
  const below = available.filter((size) => size < eu)
  const above = available.filter((size) => size > eu)
  return {
    ...(below.length > 0 ? { smaller: Math.max(...below) } : {}),
    ...(above.length > 0 ? { larger: Math.min(...above) } : {}),
  }
}

/**
 * Order sizes and accessory options as a shelf does, for `sort`: plain numbers by value, then all
 * other labels, the numbers within them by value too: "9", "10", "6 mm", "12 mm", "one-size".
 *
 * A total order: 0 only for equal texts, so sorting gives one answer, whatever the browser's
 * language.
 */
export function compareSizes(a: string, b: string): number {
  const partsOfA = partsOf(a)
  const partsOfB = partsOf(b)
  return (
    Number(!isNumber(partsOfA)) - Number(!isNumber(partsOfB)) ||
    compareParts(partsOfA, partsOfB) ||
    compare(a, b)
  )
}

/**
 * Read an EU size as a shopper or the catalogue writes it: two digits, whole or half, with a point
 * or a comma: "42", "42.5", "42,5". Undefined for anything else, so also for "9", "42.3" or " 42".
 * Whether a chart has the size is not asked.
 */
export function parseSize(text: string): number | undefined {
  return /^[1-9]\d(?:[.,]5)?$/.test(text) ? toNumber(text) : undefined
}

type Part = number | string

/** Cut a label into its numbers and what stands between: "2.5 l" is 2.5 and " l". */
function partsOf(label: string): Part[] {
  const parts = label.match(/\d+(?:[.,]\d+)?|\D+/g) ?? []
  return parts.map((part) => (/^\d/.test(part) ? toNumber(part) : part))
}

function isNumber(parts: readonly Part[]): boolean {
  return parts.length === 1 && typeof parts[0] === 'number'
}

/** Part by part; where one label ends first, it is the lesser. */
function compareParts(a: readonly Part[], b: readonly Part[]): number {
  for (const [index, part] of a.entries()) {
    const other = b[index]
    if (other === undefined) return 1
    const order = comparePart(part, other)
    if (order !== 0) return order
  }
  return a.length - b.length
}

function comparePart(a: Part, b: Part): number {
  if (typeof a === 'number' && typeof b === 'number') return compare(a, b)
  if (typeof a === 'string' && typeof b === 'string') return compare(a, b)
  return typeof a === 'number' ? -1 : 1
}

/** Not by subtraction, which is NaN for two numbers too long to hold. */
function compare<T extends Part>(a: T, b: T): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function toNumber(text: string): number {
  return Number(text.replace(',', '.'))
}

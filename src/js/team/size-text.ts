import type { Gender, Width } from '../catalog/vocabulary.ts'
import { normalizeCode } from '../lib/normalize.ts'
import { sizeChart, type SizeRow } from '../catalog/size-chart.ts'
import type { SizeSystem } from '../catalog/sizes.ts'

/** A size as a coach wrote it. */
export interface WrittenSize {
  readonly system: SizeSystem
  /** Without unit: "42.5", "13.5C". */
  readonly label: string
  /** Which US scale was named: "W 10.5". */
  readonly scale: 'men' | 'women' | null
  /** A width written with the size: "42 wide", "42W". */
  readonly width: Width | null
}

const UNIT = /(?:^|[^a-z])(eu|eur|us|usa|uk|gb|cm|jp|mondo)(?![a-z])/
const SYSTEMS: Readonly<Record<string, SizeSystem>> = {
  eu: 'eu',
  eur: 'eu',
  us: 'us',
  usa: 'us',
  uk: 'uk',
  gb: 'uk',
  cm: 'cm',
  jp: 'cm',
  mondo: 'cm',
}

/** A scale, a number, C or Y for kids, and then a scale or a width. */
const SIZE = /^([a-z]*)\s*(\d{1,2}(?:\.\d{1,2})?)\s*([cy](?![a-z]))?\s*([a-z0-9 ]*)$/

/** Smallest number that only the European system has: centimeters end at 33. */
const ONLY_EU = 33.5

const WIDTHS: readonly (readonly [RegExp, Width])[] = [
  [/^(?:narrow|slim|b|n)$/, 'narrow'],
  [/^(?:regular|normal|standard|medium|d|m)$/, 'regular'],
  [/^(?:wide|extra wide|2e|ee|w)$/, 'wide'],
]

/** Read a width: "wide", "W", "2E"; null if it isn't one. */
export function readWidth(text: string): Width | null {
  const word = text.trim().toLowerCase()
  return WIDTHS.find(([pattern]) => pattern.test(word))?.[1] ?? null
}

/**
 * Read a shoe size as people write it: "42", "42,5", "42½", "EU 42.5", "US M 9", "9 US", "W10.5",
 * "13.5C", "27 cm", "42W", "42 wide".
 *
 * @param text - as typed
 * @param system - what a bare number means, unless only the European system has it
 * @returns undefined if there is no size in it
 */
export function readSize(text: string, system: SizeSystem): WrittenSize | undefined {
  const plain = plainSize(text)
  const unit = UNIT.exec(plain)?.[1] ?? ''
  const parts = SIZE.exec(plain.replace(unit, ' ').trim())
  return parts === null ? undefined : toWritten(parts.slice(1), SYSTEMS[unit], system)
}

function toWritten(
  parts: readonly (string | undefined)[],
  named: SizeSystem | undefined,
  assumed: SizeSystem,
): WrittenSize | undefined {
  const [before = '', number = '', age = '', after = ''] = parts
  const width = readWidth(after)
  const scale = before + (width === null ? after : '')
  if (!/^(?:(?:women|men)s?|w|m|f)?$/.test(scale)) return undefined
  return {
    system: named ?? (Number(number) >= ONLY_EU ? 'eu' : assumed),
    label: `${Number(number)}${age.toUpperCase()}`,
    scale: scaleOf(scale),
    width,
  }
}

/** Find the rows of a chart that a written size may mean: none, one, or, as with UK 6, two. */
export function sizesMeant(written: WrittenSize, gender: Gender): readonly SizeRow[] {
  return sizeChart(gender).filter((row) => labelsOf(row, written, gender).includes(written.label))
}

function labelsOf(row: SizeRow, { system, scale }: WrittenSize, gender: Gender): string[] {
  if (system !== 'us') return [String(row[system])]
  // The men's chart, which unisex models share, has both scales.
  if (scale === 'women' && row.usWomen !== undefined) return [row.usWomen]
  if (scale === 'men' && gender === 'women') return []
  return [row.us, row.us.replace(/[CY]$/, '')]
}

function scaleOf(word: string): 'men' | 'women' | null {
  if (/^(?:w|f)/.test(word)) return 'women'
  return word.startsWith('m') ? 'men' : null
}

/**
 * "42½", "42 1/2", "42-1/2" and "42,5" become "42.5", "43⅓" becomes "43.33"; anything but letters
 * and digits becomes a space.
 */
function plainSize(text: string): string {
  return normalizeCode(text)
    .toLowerCase()
    .replace(/(\d)[ -](\d) ?\/ ?(\d)(?!\d)/g, joinFraction)
    .replace(/(\d)\s*[.,]\s*(\d)/g, '$1.$2')
    .replace(/(\d)\.0+(?!\d)/g, '$1')
    .replace(/['’]s\b/g, 's')
    .replace(/\b(?:size|sz)\b/g, ' ')
    .replace(/[^a-z0-9.]+/g, ' ')
    .trim()
}

/** "9 1/2" is 9.5 and "9 1/3" is 9.33; anything but a proper fraction stays as it is. */
function joinFraction(match: string, ...[whole = '', over, under]: readonly string[]): string {
  const part = Number(over) / Number(under)
  if (!(part > 0 && part < 1)) return match
  return whole + String(Math.round(part * 100) / 100).slice(1)
}

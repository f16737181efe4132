import { normalizeCode } from '../lib/normalize.ts'
import { CODES } from './address-data.ts'
import { rowOf } from './address-lines.ts'

/** What we know of a country's postal codes. */
export interface PostalFormat {
  /** Fits a code as its country writes it. */
  readonly pattern: RegExp
  /** Whether every code there fits. If not, any other code is taken as typed. */
  readonly isSure: boolean
  /** Whether all codes are digits and nothing else, so that a keypad of digits is enough. */
  readonly isNumeric: boolean
  readonly example: string
}

/** Countries where people write its code in front: "SE-111 22", "LV-1073". */
const PREFIXED =
  'AD AL AT AX AZ BA BB BE BG CH CY CZ DE DK EE ES FI FO FR GL GR HR HT HU IS IT KY LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM UA VC VG XK'

/** What was in front before, and still is: the codes on cars. */
const CARS =
  'AT:A BE:B DE:D ES:E FI:FIN FR:F HU:H IT:I LI:FL LU:L NO:N PT:P RS:SRB SE:S SI:SLO'.split(' ')

/** Longer ones are none, and would take long to try. */
const LONGEST = 12

const formats = new Map<string, PostalFormat | undefined>()

/** Look up a country's postal codes; undefined if it has none, or if we don't know. */
export function postalFormat(country: string): PostalFormat | undefined {
  if (!formats.has(country)) formats.set(country, readFormat(country))
  return formats.get(country)
}

function readFormat(country: string): PostalFormat | undefined {
  const row = rowOf(CODES, country)
  if (row === undefined) return undefined
  const [source, sureness, example] = row
  const pattern = new RegExp(`^(?:${source})$`)
  return {
    pattern,
    isSure: sureness !== '',
    isNumeric: sureness !== '' && source.replace(/\\d|\[[\d-]+\]|\{[\d,]+\}|[\d()|?]/g, '') === '',
    example: fit(example, country, pattern) ?? example,
  }
}

/**
 * Write a postal code as its country does: "97403-1234" for "974031234", "SW1A 1AA" for "sw1a1aa",
 * "10115" for "D-10115". A code that can't be read so is only normalized.
 *
 * @param country - ISO 3166-1, two letters
 */
export function canonicalPostal(text: string, country: string): string {
  const code = normalizeCode(text)
  const format = postalFormat(country)
  return (format && fit(code, country, format.pattern)) ?? code
}

/** Whether a postal code can be right. Countries whose codes we aren't sure of have any. */
export function isPostal(text: string, country: string): boolean {
  const format = postalFormat(country)
  return !format?.isSure || format.pattern.test(canonicalPostal(text, country))
}

function fit(code: string, country: string, pattern: RegExp): string | undefined {
  const bare = code.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')
  if (bare.length > LONGEST) return undefined
  return withPrefixes(bare, country)
    .flatMap(separated)
    .find((written) => pattern.test(written))
}

/** The code, and what it may be with or without the country in front. */
function withPrefixes(bare: string, country: string): readonly string[] {
  if (!PREFIXED.includes(country)) return [bare]
  const ofCars = CARS.find((one) => one.startsWith(country))?.slice(3) ?? country
  const without = [country, ofCars]
    .filter((prefix) => bare.startsWith(prefix))
    .map((prefix) => bare.slice(prefix.length))
  return [bare, ...without, country + bare]
}

/** The code with a dash or a blank at each place, and without. The pattern says which is right. */
function separated(bare: string): readonly string[] {
  const places = Array.from({ length: Math.max(0, bare.length - 1) }, (_, index) => index + 1)
  const withSeparator = ['-', ' '].flatMap((separator) =>
    places.map((at) => bare.slice(0, at) + separator + bare.slice(at)),
  )
  return [...withSeparator, bare]
}

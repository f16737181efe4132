import { LAYOUTS } from './address-layouts.ts'

/** The parts of an address. Not every country uses every part. */
export const ADDRESS_FIELDS = ['line1', 'line2', 'city', 'region', 'postal'] as const
export type AddressField = (typeof ADDRESS_FIELDS)[number]

type Parts = Readonly<Record<AddressField, string>>

/** The parts that a letter of a layout means. */
export const PARTS: Readonly<Record<string, readonly AddressField[]>> = {
  A: ['line1', 'line2'],
  C: ['city'],
  S: ['region'],
  Z: ['postal'],
}

/** Lines, order and required parts of a country we know nothing of: all, but little required. */
const UNKNOWN = ['A|C|S|Z', '', 'C', ''] as const

/**
 * Find a country in a table whose last column lists countries, separated by blanks, so that two
 * letters never match across a border.
 */
export function rowOf<Row extends readonly string[]>(
  rows: readonly Row[],
  country: string,
): Row | undefined {
  return country.length === 2 ? rows.find((row) => row.at(-1)?.includes(country)) : undefined
}

/** Look up the lines of a country's addresses, the order to ask in, and what is required. */
export function layoutOf(country: string): (typeof LAYOUTS)[number] {
  return rowOf(LAYOUTS, country) ?? UNKNOWN
}

/**
 * Write an address as its country does, as lines without empty ones and without the country. Parts
 * that the country doesn't use come last, so that nothing is lost.
 */
export function addressLines(address: Parts & { readonly country: string }): readonly string[] {
  const [layout] = layoutOf(address.country)
  const unused = Object.keys(PARTS).filter((letter) => !layout.includes(letter))
  return [...layout.split('|'), ...unused]
    .flatMap((line) => writeLine(line, address).split('\n'))
    .filter((line) => line !== '')
}

/** Fill in a line such as "C, S Z". What separates parts is left out with them. */
function writeLine(line: string, address: Parts): string {
  let written = ''
  let separator = ''
  for (const piece of line.match(/[ACSZ]|[^ACSZ]+/g) ?? []) {
    const fields = PARTS[piece]
    const text = (fields ?? [])
      .map((field) => address[field])
      .filter((part) => part !== '')
      .join('\n')
    if (fields === undefined) separator ||= piece
    else if (text !== '') {
      written += written === '' ? text : separator + text
      separator = ''
    }
  }
  return written
}

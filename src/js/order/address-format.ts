/** A part of an address. Not every country uses every part. */
export type AddressField = 'line1' | 'line2' | 'city' | 'region' | 'postal'

/** How a country writes addresses. */
export interface AddressFormat {
  /** The parts to ask for, in the order people write them. */
  readonly fields: readonly AddressField[]
  readonly required: readonly AddressField[]
  /** What a region is called there: a key of `checkout.region`. */
  readonly region: 'state' | 'province' | 'county' | 'prefecture' | 'region'
  /** What a postal code is called there: a key of `checkout.postal`. */
  readonly postal: 'zip' | 'postcode' | 'postal'
  /** Pattern of a postal code, for an input; empty if unknown. */
  readonly pattern: string
  readonly isNumeric: boolean
  /** An example of a postal code; empty if unknown. */
  readonly example: string
  /** The lines of the address after the street. */
  readonly lines: readonly string[]
}

interface Row {
  /** In the order people write them; `?` marks optional ones. */
  readonly fields: string
  /** The lines after the street, separated by `|`. */
  readonly lines: string
  readonly pattern?: string
  readonly example?: string
  readonly region?: AddressFormat['region']
  readonly postal?: AddressFormat['postal']
}

const WEST = 'line1 line2? city region postal'
const PLAIN = 'line1 line2? city postal'
/** From large to small. */
const EAST = 'postal region city line1 line2?'
const FOUR = '\\d{4}'
const FIVE = '\\d{5}'
const SIX = '\\d{6}'

/** Most of Europe writes the postal code before the city. */
const EUROPE: readonly (readonly [pattern: string, example: string, countries: string])[] = [
  [FIVE, '10115', 'DE EE ES FI FR HR IT TR UA'],
  [FOUR, '1010', 'AT BE BG CH CY DK HU LU NO SI'],
  ['\\d{3} ?\\d{2}', '111 22', 'CZ GR SE SK'],
  ['\\d{4} ?[A-Za-z]{2}', '1012 AB', 'NL'],
  ['\\d{2}-\\d{3}', '00-001', 'PL'],
  ['\\d{4}-\\d{3}', '1000-001', 'PT'],
]

/**
 * How countries write addresses, according to the Universal Postal Union.
 *
 * @see https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions
 */
const ROWS: Readonly<Record<string, Row>> = {
  ...Object.fromEntries(
    EUROPE.flatMap(([pattern, example, countries]) =>
      countries
        .split(' ')
        .map((code) => [
          code,
          { fields: 'line1 line2? postal city', lines: '{postal} {city}', pattern, example },
        ]),
    ),
  ),
  US: {
    fields: WEST,
    lines: '{city}, {region} {postal}',
    pattern: '\\d{5}(-\\d{4})?',
    example: '97403',
    region: 'state',
    postal: 'zip',
  },
  CA: {
    fields: WEST,
    lines: '{city} {region} {postal}',
    pattern: '[A-Za-z]\\d[A-Za-z] ?\\d[A-Za-z]\\d',
    example: 'M5V 3L9',
    region: 'province',
  },
  AU: {
    fields: WEST,
    lines: '{city} {region} {postal}',
    pattern: FOUR,
    example: '3000',
    region: 'state',
    postal: 'postcode',
  },
  MX: {
    fields: 'line1 line2? postal city region',
    lines: '{postal} {city}, {region}',
    pattern: FIVE,
    example: '06600',
    region: 'state',
  },
  BR: {
    fields: WEST,
    lines: '{city}, {region}|{postal}',
    pattern: '\\d{5}-?\\d{3}',
    example: '01310-100',
    region: 'state',
  },
  IN: {
    fields: WEST,
    lines: '{city} {postal}|{region}',
    pattern: SIX,
    example: '560001',
    region: 'state',
  },
  GB: {
    fields: PLAIN,
    lines: '{city}|{postal}',
    pattern: '[A-Za-z]{1,2}\\d[A-Za-z\\d]? ?\\d[A-Za-z]{2}',
    example: 'SW1A 1AA',
    postal: 'postcode',
  },
  IE: {
    fields: 'line1 line2? city region? postal?',
    lines: '{city}|{region}|{postal}',
    region: 'county',
  },
  NZ: {
    fields: PLAIN,
    lines: '{city} {postal}',
    pattern: FOUR,
    example: '6011',
    postal: 'postcode',
  },
  ZA: { fields: PLAIN, lines: '{city}|{postal}', pattern: FOUR, example: '8001' },
  JP: {
    fields: EAST,
    lines: '{city}, {region} {postal}',
    pattern: '\\d{3}-?\\d{4}',
    example: '150-0001',
    region: 'prefecture',
  },
  CN: {
    fields: EAST,
    lines: '{city}, {region}|{postal}',
    pattern: SIX,
    example: '100000',
    region: 'province',
  },
  KR: {
    fields: EAST,
    lines: '{city}, {region} {postal}',
    pattern: FIVE,
    example: '04524',
    region: 'province',
  },
  SG: { fields: PLAIN, lines: '{city} {postal}', pattern: SIX, example: '018956' },
  HK: { fields: 'line1 line2? city region', lines: '{city}|{region}' },
}

/** For other countries we ask for everything but require little, because they may use less. */
const UNKNOWN: Row = {
  fields: 'line1 line2? city region? postal?',
  lines: '{city}|{region}|{postal}',
}

/**
 * Look up how a country writes addresses.
 *
 * @param country - ISO 3166-1, two letters
 */
export function addressFormat(country: string): AddressFormat {
  const row = (Object.hasOwn(ROWS, country) ? ROWS[country] : undefined) ?? UNKNOWN
  const { pattern = '', example = '', region = 'region', postal = 'postal' } = row
  const fields = row.fields.split(' ')
  return {
    fields: fields.map((field) => field.replace('?', '')) as AddressField[],
    required: fields.filter((field) => !field.endsWith('?')) as AddressField[],
    region,
    postal,
    pattern,
    isNumeric: /^\d+$/.test(example),
    example,
    lines: row.lines.split('|'),
  }
}

/** Write an address as its country does, as lines without empty ones and without the country. */
export function addressLines(
  address: Readonly<Record<AddressField, string>> & { readonly country: string },
): readonly string[] {
  const last = addressFormat(address.country).lines.map((line) =>
    line.replace(/\{(\w+)\}/g, (_, field: AddressField) => address[field]),
  )
  return [address.line1, address.line2, ...last]
    .map((line) => line.replace(/\s+/g, ' ').replace(/^[ ,]+|[ ,]+$/g, ''))
    .filter((line) => line !== '')
}

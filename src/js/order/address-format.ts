import { CODE_NAMES, REGIONS } from './address-data.ts'
import { layoutOf, PARTS, rowOf, type AddressField } from './address-lines.ts'

/** What a region can be called: keys of `checkout.region`. */
export const REGION_NAMES = [
  'county',
  'department',
  'emirate',
  'island',
  'parish',
  'prefecture',
  'province',
  'region',
  'state',
] as const

/** What a postal code can be called: keys of `checkout.postal`. */
export const POSTAL_NAMES = ['zip', 'postcode', 'postal'] as const

/** How a country writes addresses. */
export interface AddressFormat {
  /** The parts to ask for, in the order people write them. */
  readonly fields: readonly AddressField[]
  readonly required: readonly AddressField[]
  readonly region: (typeof REGION_NAMES)[number]
  readonly postal: (typeof POSTAL_NAMES)[number]
}

/**
 * Look up how a country writes addresses.
 *
 * @param country - ISO 3166-1, two letters
 */
export function addressFormat(country: string): AddressFormat {
  const [layout, order, required, known] = layoutOf(country)
  const [region = known === '' ? 'region' : 'province'] = rowOf(REGIONS, country) ?? []
  const [postal] = rowOf(CODE_NAMES, country) ?? []
  const fieldsOf = (letters: string): AddressField[] =>
    Array.from(letters).flatMap((letter) => PARTS[letter] ?? [])
  return {
    fields: fieldsOf(order === '' ? layout : order),
    required: ['line1', ...fieldsOf(required)],
    region: REGION_NAMES.find((name) => name === region) ?? 'region',
    postal: POSTAL_NAMES.find((name) => name === postal) ?? 'postal',
  }
}

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { orderOf } from '../../../tests/fixtures/orders.ts'
import { scriptWords as t } from '../../../tests/fixtures/words.ts'
import { mailtoLink } from '../hand-off/email.ts'
import { addressFormat } from './address-format.ts'
import { ADDRESS_FIELDS, addressLines } from './address-lines.ts'
import { countriesIn } from './countries.ts'
import { parseOrder } from './order-schema.ts'
import { orderText } from './order-text.ts'

const COUNTRIES = countriesIn('en').map(({ code }) => code)
const ADDRESS = { line1: '1 A', line2: '', city: 'Eugene', region: 'OR', postal: '97403' }

describe('an address', () => {
  test('has a street in every country, and a city in nearly every one', () => {
    expect(COUNTRIES.length).toBeGreaterThan(200)
    const without = COUNTRIES.filter((country) => {
      const { fields, required } = addressFormat(country)
      expect(fields.filter((name) => name.startsWith('line'))).toEqual(['line1', 'line2'])
      expect(required).toContain('line1')
      expect(fields).toEqual(expect.arrayContaining([...required]))
      expect(new Set(fields).size).toBe(fields.length)
      return !fields.includes('city')
    })
    // Emirates, islands and cities that are the country.
    expect(without).toEqual(expect.arrayContaining(['AE', 'MO']))
    expect(without.length).toBeLessThan(8)
  })

  test('shows everything that was filled in once, wherever it goes', () => {
    const parts = { line1: 'L1', line2: 'L2', city: 'Ci', region: 'Re', postal: 'Po' }
    for (const country of COUNTRIES) {
      const text = addressLines({ country, ...parts }).join('\n')
      for (const field of ADDRESS_FIELDS) {
        expect(text.split(parts[field]), `${country} ${field}`).toHaveLength(2)
      }
    }
  })

  test('loses no part on the way to the shop, whatever was filled in', () => {
    const part = fc.oneof(
      fc.constant(''),
      fc.constantFrom(',', '-', '3, rue de la Paix,', '$&', '{city}', 'A|C', '東京都'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map((text) => text.trim()),
    )
    const postal = fc.constantFrom('', ',', '97403', 'SW1A 1AA', '$&')
    const parts = fc.record({ line2: part, city: part, region: part, postal })
    fc.assert(
      fc.property(parts, fc.constantFrom(...COUNTRIES), (filled, country) => {
        const address = { ...ADDRESS, ...filled, country }
        const order = orderOf({ details: { address } })
        const lines = addressLines(address)
        for (const field of ADDRESS_FIELDS) {
          expect(lines.join('\n')).toContain(address[field])
          expect(orderText(order, t)).toContain(address[field])
        }
        expect(lines).not.toContain('')
        const { href } = mailtoLink(order, 'shop@example.org', t)
        const body = new URL(href).searchParams.get('body') ?? ''
        for (const line of lines) expect(body).toContain(line)
        expect(parseOrder(JSON.stringify(order))).toMatchObject({ address })
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ['US', ['1 A', 'Eugene, OR 97403']],
    ['CA', ['1 A', 'Eugene OR 97403']],
    ['DE', ['1 A', '97403 Eugene', 'OR']],
    ['IT', ['1 A', '97403 Eugene OR']],
    ['ES', ['1 A', '97403 Eugene OR']],
    ['TR', ['1 A', '97403 Eugene/OR']],
    ['GB', ['1 A', 'Eugene', '97403', 'OR']],
    ['BR', ['1 A', 'Eugene-OR', '97403']],
    ['JP', ['1 A', 'Eugene, OR', '97403']],
    ['HU', ['Eugene', '1 A', '97403', 'OR']],
    ['PR', ['1 A', 'Eugene PR 97403', 'OR']],
    ['SG', ['1 A', 'Eugene 97403', 'OR']],
    ['AE', ['1 A', 'OR', 'Eugene', '97403']],
    ['XX', ['1 A', 'Eugene', 'OR', '97403']],
    ['', ['1 A', 'Eugene', 'OR', '97403']],
  ])('in %s reads %o', (country, lines) => {
    expect(addressLines({ ...ADDRESS, country })).toEqual(lines)
  })

  test.each([
    [{ region: '' }, ['1 A', 'Eugene, 97403']],
    [{ region: '', postal: '' }, ['1 A', 'Eugene']],
    [{ city: '' }, ['1 A', 'OR 97403']],
    [{ line2: 'Suite 5,' }, ['1 A', 'Suite 5,', 'Eugene, OR 97403']],
  ])('with %o has no comma but those that were typed', (changes, lines) => {
    expect(addressLines({ ...ADDRESS, ...changes, country: 'US' })).toEqual(lines)
  })
})

test.each([
  ['US', 'line1 line2 city region postal', 'line1 city region postal', 'state', 'zip'],
  ['DE', 'line1 line2 postal city', 'line1 city postal', 'province', 'postal'],
  ['IT', 'line1 line2 postal city region', 'line1 city postal', 'province', 'postal'],
  ['TR', 'line1 line2 postal city region', 'line1 city postal', 'province', 'postal'],
  ['GB', 'line1 line2 city postal', 'line1 city postal', 'province', 'postcode'],
  ['IE', 'line1 line2 city region postal', 'line1 city', 'county', 'postal'],
  ['JP', 'postal region city line1 line2', 'line1 city region postal', 'prefecture', 'postal'],
  ['CN', 'postal region city line1 line2', 'line1 city region postal', 'province', 'postal'],
  ['HK', 'region city line1 line2', 'line1 region', 'region', 'postal'],
  ['JM', 'line1 line2 city region', 'line1 city region', 'parish', 'postal'],
  ['BO', 'line1 line2 city region postal', 'line1 city', 'region', 'postal'],
])('%s asks for %s', (country, fields, required, region, postal) => {
  expect(addressFormat(country)).toEqual({
    fields: fields.split(' '),
    required: required.split(' '),
    region,
    postal,
  })
})

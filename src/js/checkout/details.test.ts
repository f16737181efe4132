import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressFormat, addressLines } from '../order/address-format.ts'
import { countriesIn } from '../order/countries.ts'
import { emptyValues, readDetails, tidyLine, tidyText } from './details.ts'
import { draftFormat } from './draft.ts'

const RIGHT = {
  ...emptyValues('US'),
  name: 'Ada',
  email: 'ada@example.org',
  line1: '1 A',
  city: 'Eugene',
  region: 'OR',
  postal: '97403',
}

function problemsWith(changes: Partial<typeof RIGHT>): unknown {
  const read = readDetails({ ...RIGHT, ...changes })
  return 'problems' in read ? read.problems : {}
}

describe('a form', () => {
  test.each([
    [{ name: '' }, { name: 'missing' }],
    [{ name: ' \u202e \n ' }, { name: 'missing' }],
    [{ name: 'x'.repeat(10_000) }, { name: 'too-long' }],
    [{ email: 'ada' }, { email: 'email' }],
    [{ email: 'ada@example.org\nBcc: x@y.z' }, { email: 'email' }],
    [{ postal: 'ABC' }, { postal: 'postal' }],
    [{ postal: '' }, { postal: 'missing' }],
    [{ country: '' }, { country: 'missing' }],
    [{ country: '__proto__' }, { country: 'missing' }],
    [{ note: 'x'.repeat(1001) }, { note: 'too-long' }],
    [{ phone: '' }, {}],
    [{ name: '<b>', line1: '=1+1', city: '👩🏽‍🚀' }, {}],
  ])('with %o has the problems %o', (changes, problems) => {
    expect(problemsWith(changes)).toMatchObject(problems)
    if (Object.keys(problems).length === 0) expect(problemsWith(changes)).toEqual({})
  })

  test('drops what the country’s addresses do not have', () => {
    const read = readDetails({ ...RIGHT, country: 'DE', postal: '10115' })
    expect('details' in read && read.details.address).toMatchObject({ region: '', postal: '10115' })
  })

  test('gives details without control characters and half emoji, whatever was typed', () => {
    const odd = ['a', ' ', '\n', '\r\n', '\u0007', '\u202e', '\ud83d', '\udfc3', 'é', '\u2028']
    const text = fc.array(fc.constantFrom(...odd), { maxLength: 30 }).map((all) => all.join(''))
    fc.assert(
      fc.property(text, text, (line, note) => {
        expect(tidyLine(line)).not.toMatch(/[\p{Cc}\u202a-\u202e]/u)
        expect(tidyLine(line).isWellFormed()).toBe(true)
        expect(tidyLine(tidyLine(line))).toBe(tidyLine(line))
        expect(tidyText(note).isWellFormed()).toBe(true)
      }),
    )
  })

  test('is kept as it was typed, and noise gives an empty one', () => {
    const fresh = { id: '20261125-AAAA-BBBB', country: 'US' }
    const draft = { id: '20261124-CCCC-DDDD', values: { ...RIGHT, name: ' \ud83d' } }
    const format = draftFormat(() => fresh)
    expect(format.parse(format.serialize(draft))).toEqual({ value: draft, isWhole: true })
    for (const text of [null, 'noise', '[]', '{"version":1,"values":7}', '{"version":2}']) {
      const value = { id: fresh.id, values: emptyValues('US') }
      expect(format.parse(text)).toEqual({ value, isWhole: text === null })
    }
  })
})

describe('addresses', () => {
  const all = countriesIn('en').map(({ code }) => code)

  test('of every country ask for a street and a town', () => {
    expect(all.length).toBeGreaterThan(200)
    for (const country of all) {
      const { fields, required, pattern, example } = addressFormat(country)
      expect(fields).toEqual(expect.arrayContaining(['line1', 'city']))
      expect(required).toEqual(expect.arrayContaining(['line1', 'city']))
      expect(fields).toEqual(expect.arrayContaining([...required]))
      if (pattern !== '') expect(example).toMatch(new RegExp(`^(?:${pattern})$`))
    }
  })

  test('show everything that was filled in, once', () => {
    const parts = { line1: 'L1', line2: 'L2', city: 'Ci', region: 'Re', postal: 'Po' }
    for (const country of all) {
      const text = addressLines({ country, ...parts }).join('\n')
      for (const field of addressFormat(country).fields) {
        expect(text.split(parts[field]), `${country} ${field}`).toHaveLength(2)
      }
    }
  })

  test.each([
    ['US', ['1 A', 'Eugene, OR 97403']],
    ['DE', ['1 A', '97403 Eugene']],
    ['GB', ['1 A', 'Eugene', '97403']],
    ['XX', ['1 A', 'Eugene', 'OR', '97403']],
  ])('in %s read %o', (country, lines) => {
    expect(addressLines({ ...RIGHT, country })).toEqual(lines)
  })

  test('leave no comma behind where a part is missing', () => {
    expect(addressLines({ ...RIGHT, region: '', postal: '' })).toEqual(['1 A', 'Eugene'])
  })
})

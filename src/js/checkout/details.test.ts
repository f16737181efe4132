import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalValues, DETAIL_FIELDS, emptyValues, readDetails } from './details.ts'
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
    [{ email: '' }, { email: 'missing' }],
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

  test.each([
    ['a blank that autofill adds', { postal: '97403 ', email: 'ada@example.org ' }],
    ['a no-break space', { postal: '\u00a097403', name: 'Ada\u00a0' }],
    [
      'what no one sees',
      { postal: '97403\u200b', email: '\ufeffada@example.org', city: 'Eugene\u200b' },
    ],
    ['full-width letters and digits', { postal: '９７４０３', line1: '１　Ａ' }],
    ['more than an address', { email: 'Ada <mailto:ada@example.org>,' }],
  ] as const)('is read as meant in spite of %s', (_, changes) => {
    const read = readDetails({ ...RIGHT, ...changes })
    const { name, email } = RIGHT
    expect(read).toMatchObject({
      details: {
        contact: { name, email },
        address: { line1: '1 A', city: 'Eugene', region: 'OR', postal: '97403' },
      },
    })
  })

  test.each([
    ['+1 (555) 010‑0100', '+1 (555) 010-0100'],
    ['tel:+15550100', '+15550100'],
    ['＋１ ５５５', '+1 555'],
    ['٠٥٠ ١٢٣', '050 123'],
  ])('has the phone number %j as %j', (phone, meant) => {
    expect(readDetails({ ...RIGHT, phone })).toMatchObject({
      details: { contact: { phone: meant } },
    })
  })

  test('keeps what the country’s addresses do not have', () => {
    const read = readDetails({ ...RIGHT, country: 'DE', postal: '10115' })
    expect(read).toMatchObject({ details: { address: { region: 'OR', postal: '10115' } } })
  })

  test('asks for a code where the country has one, and takes any where we are not sure', () => {
    const missing = { problems: { postal: 'missing' } }
    expect(readDetails({ ...RIGHT, country: 'DE', postal: ' ' })).toEqual(missing)
    expect(readDetails({ ...RIGHT, country: 'AE', postal: '' })).toHaveProperty('details')
    expect(readDetails({ ...RIGHT, country: 'KZ', postal: 'A10A5T4' })).toHaveProperty('details')
  })

  test('that is right is the same and right again as it is written', () => {
    const odd = ['a', ' ', '\n', '\r\n', '\u0007', '\u202e', '\ud83d', '\udfc3', 'é', '\u2028', '1']
    const text = fc.array(fc.constantFrom(...odd), { maxLength: 30 }).map((all) => all.join(''))
    const fields = DETAIL_FIELDS.filter((name) => name !== 'country')
    const values = fc.record(Object.fromEntries(fields.map((name) => [name, text])))
    fc.assert(
      fc.property(values, fc.constantFrom('US', 'GB', 'LV', 'CL'), (typed, country) => {
        const once = canonicalValues({ ...RIGHT, ...typed, country })
        expect(canonicalValues(once)).toEqual(once)
        expect(readDetails(once)).toEqual(readDetails({ ...RIGHT, ...typed, country }))
        for (const name of fields) expect(once[name].isWellFormed()).toBe(true)
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

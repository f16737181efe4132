import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countriesIn } from './countries.ts'
import { canonicalPostal, isPostal, postalFormat } from './postal-code.ts'

const COUNTRIES = countriesIn('en').map(({ code }) => code)

describe('a postal code', () => {
  test.each([
    ['US', '97403 ', '97403'],
    ['US', '\u00a097403\u200b', '97403'],
    ['US', '97403.', '97403'],
    ['US', '974031234', '97403-1234'],
    ['US', '97403 1234', '97403-1234'],
    ['US', '97403–1234', '97403-1234'],
    ['US', '97403 - 1234', '97403-1234'],
    ['PR', '009301234', '00930-1234'],
    ['CA', 'M5V-3L9', 'M5V 3L9'],
    ['CA', 'm5v3l9', 'M5V 3L9'],
    ['CA', 'M5V  3L9', 'M5V 3L9'],
    ['GB', 'SW1A  1AA', 'SW1A 1AA'],
    ['GB', 'sw1a1aa', 'SW1A 1AA'],
    ['GB', 'M11AE', 'M1 1AE'],
    ['GB', 'ec1y-8sy', 'EC1Y 8SY'],
    ['GB', 'GIR0AA', 'GIR 0AA'],
    ['GB', 'gir 0aa', 'GIR 0AA'],
    ['GB', 'BFPO 61', 'BFPO 61'],
    ['GB', 'bfpo1234', 'BFPO 1234'],
    ['GB', 'BF1 3AA', 'BF1 3AA'],
    ['JE', 'je11aa', 'JE1 1AA'],
    ['IE', 'a65f4e2', 'A65 F4E2'],
    ['IE', 'D02-X285', 'D02 X285'],
    ['NL', '1012-AB', '1012 AB'],
    ['NL', '1012ab', '1012 AB'],
    ['NL', 'NL-1012 AB', '1012 AB'],
    ['SE', '111-22', '111 22'],
    ['SE', '11122', '111 22'],
    ['SE', 'SE-111 22', '111 22'],
    ['SE', 'S-111 22', '111 22'],
    ['CZ', '11000', '110 00'],
    ['SK', 'SK-811 01', '811 01'],
    ['GR', '10431', '104 31'],
    ['PL', '00001', '00-001'],
    ['PL', '00 001', '00-001'],
    ['PL', 'PL-00-001', '00-001'],
    ['PT', '1000001', '1000-001'],
    ['PT', 'P-1000-001', '1000-001'],
    ['BR', '01310100', '01310-100'],
    ['BR', '01.310-100', '01310-100'],
    ['JP', '1500001', '150-0001'],
    ['JP', '１５０－０００１', '150-0001'],
    ['JP', '〒150ー0001', '150-0001'],
    ['CN', '１０００００', '100000'],
    ['KR', '０４５２４', '04524'],
    ['KR', '04-524', '04524'],
    ['IN', '560 001', '560001'],
    ['IN', '५६०००१', '560001'],
    ['DE', 'D-10115', '10115'],
    ['DE', 'DE 10115', '10115'],
    ['CH', 'CH-8001', '8001'],
    ['AT', 'A-1010', '1010'],
    ['LU', 'L-1009', '1009'],
    ['LI', 'FL-9490', '9490'],
    ['LV', '1073', 'LV-1073'],
    ['LV', 'LV1073', 'LV-1073'],
    ['LV', 'LV–1073', 'LV-1073'],
    ['LT', 'LT-01100', '01100'],
    ['FI', 'FIN-00100', '00100'],
    ['FI', 'FI-00100', '00100'],
    ['DK', 'DK-1050', '1050'],
    ['NO', 'N-0150', '0150'],
    ['FR', '75 001', '75001'],
    ['FR', 'F-75001', '75001'],
    ['IT', 'I-00144', '00144'],
    ['ES', '28 039', '28039'],
    ['MT', 'vlt1117', 'VLT 1117'],
    ['AD', '500', 'AD500'],
    ['KY', 'KY11100', 'KY1-1100'],
    ['FK', 'fiqq1zz', 'FIQQ 1ZZ'],
    ['TW', '10603', '10603'],
    ['SG', '018 956', '018956'],
  ])('in %s typed %j is %s', (country, typed, meant) => {
    expect(canonicalPostal(typed, country)).toBe(meant)
    expect(isPostal(typed, country)).toBe(true)
  })

  test.each([
    ['US', 'ABC'],
    ['US', '9740'],
    ['US', '97403-12'],
    ['US', 'US-97403'],
    ['DE', 'CH-10115'],
    ['DE', '1011'],
    ['GB', '97403'],
    ['CA', '97403'],
    ['NL', '0012 AB'],
    ['PL', '0001'],
    ['JP', '150-001'],
    ['US', '-'],
    ['US', '9'.repeat(10_000)],
  ])('in %s is not %j', (country, typed) => {
    expect(isPostal(typed, country)).toBe(false)
  })

  test.each([
    ['KZ', 'A10A5T4'],
    ['SA', '11564-1234'],
    ['IE', 'Dublin 2'],
    ['CL', '834-0457'],
    ['AE', '00000'],
    ['BO', 'La Paz'],
    ['XX', '97403'],
    ['', '97403'],
  ])('in %s, whose codes we are not sure of, may be %j', (country, typed) => {
    expect(canonicalPostal(`${typed} `, country)).toBe(typed)
    expect(isPostal(typed, country)).toBe(true)
  })

  test('of each country fits its own example, however it is separated', () => {
    for (const country of COUNTRIES) {
      const format = postalFormat(country)
      if (format === undefined) continue
      const { example, pattern } = format
      expect(example, country).toMatch(pattern)
      for (const typed of [
        example.replace(/[ -]/g, ''),
        example.replace(/[ -]/g, ' - '),
        ` ${example}.`,
      ]) {
        expect(canonicalPostal(typed.toLowerCase(), country), country).toBe(example)
      }
    }
  })

  test('that is accepted is accepted again as it is written', () => {
    const signs = fc.constantFrom(...'0123456789１ABSELV- –.\u00a0\u200b'.split(''))
    const typed = fc.oneof(
      fc.array(signs, { maxLength: 12 }).map((all) => all.join('')),
      fc.constantFrom(...COUNTRIES.map((one) => postalFormat(one)?.example ?? '1')),
    )
    fc.assert(
      fc.property(typed, fc.constantFrom(...COUNTRIES), (text, country) => {
        const once = canonicalPostal(text, country)
        expect(canonicalPostal(once, country)).toBe(once)
        expect(isPostal(once, country)).toBe(isPostal(text, country))
      }),
      { numRuns: 3000 },
    )
  })
})

test.each([
  ['DE', true],
  ['IN', true],
  ['KR', true],
  ['AU', true],
  ['US', false],
  ['PL', false],
  ['BR', false],
  ['JP', false],
  ['SE', false],
  ['LV', false],
  ['GB', false],
  ['CA', false],
  ['NL', false],
])('a keypad of digits is enough in %s: %s', (country, isEnough) => {
  expect(postalFormat(country)?.isNumeric).toBe(isEnough)
})

test('a keypad of digits is enough for every example of a country that has one', () => {
  for (const country of COUNTRIES) {
    const format = postalFormat(country)
    if (format?.isNumeric === true) expect(format.example, country).toMatch(/^\d+$/)
  }
})

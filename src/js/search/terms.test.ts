import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languageOf } from './language.ts'
import { termsOf } from './terms.ts'

const ENGLISH = languageOf('en-US', ['for', 'the', 'of'])

function read(text: string, language = ENGLISH): string {
  return termsOf(text, language)
    .map(({ term }) => term)
    .join(' ')
}

describe('a text', () => {
  test.each([
    ['Cross-Country', 'cross country'],
    ['cross\u2011country', 'cross country'],
    ['long_jump', 'long jump'],
    ['kite100', 'kite 100'],
    ['KITE–100', 'kite 100'],
    ['Ｋｉｔｅ１００', 'kite 100'],
    ['  kite   100 ', 'kite 100'],
    ['"kite"!', 'kite'],
    ['Élan', 'elan'],
    ['Große Straße', 'grosse strasse'],
    ['Smørrebrød Łódź', 'smorrebrod lodz'],
    ['women’s', 'women'],
    ["women's", 'women'],
    ['womens', 'women'],
    ['ladies', 'lady'],
    ['javelins hurdles spikes shoes', 'javelin hurdle spike shoe'],
    ['boxes glasses inches', 'box glass inch'],
    ['cross discus grass bus', 'cross discus grass bus'],
    ['spikes for the women', 'spike women'],
    ['Fors', 'fors'],
    ['👟', ''],
    ['.*+?^${}()|[]\\', ''],
    ['钉鞋', '钉 鞋'],
    ['حذاء الجري', 'حذاء الجري'],
  ])('“%s” has the terms “%s”', (text, terms) => {
    expect(read(text)).toBe(terms.normalize('NFKD').replace(/\p{M}/gu, ''))
  })

  test.each([
    ['100m', '100m'],
    ['100 m', '100m'],
    ['100-meter dash', '100m dash'],
    ['100 metres', '100m'],
    ['1500', '1500'],
    ['5k', '5000m'],
    ['5 K', '5000m'],
    ['5000m', '5000m'],
    ['5,000 m', '5000m'],
    ['5.000 m', '5000m'],
    ['10 000 m', '10000m'],
    ['10km', '10000m'],
    ['1.5 km', '1500m'],
    ['1 mile', '1609m'],
    ['2 miles', '3218m'],
    ['mile', 'mile'],
    ['4x100', '100'],
    ['4 × 400 m relay', '400m relay'],
    ['42.5', '42.5'],
    ['42,5', '42.5'],
    ['42.0', '42'],
    ['007', '7'],
    ['١٠٠', '100'],
    ['110mh', '110 mh'],
    ['m', 'm'],
    ['0 m', '0 m'],
    ['99999999999999999999 m', '99999999999999999999 m'],
  ])('“%s” is the distance “%s”', (text, terms) => {
    expect(read(text)).toBe(terms)
  })

  test('folds case as its language does', () => {
    expect(read('KIVILCIM', languageOf('tr-TR'))).toBe(read('kıvılcım', languageOf('tr-TR')))
  })

  test('keeps the plurals of a language without rules, and its metric units', () => {
    expect(read('spikes 5 km', languageOf('cs-CZ'))).toBe('spikes 5000m')
  })
})

describe('the terms of a text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(
        fc.constantFrom('kite', '100', '5', 'k', 'm', 'x', '000', '4', 'for', 'fors', 'miles', '.'),
        { maxLength: 8 },
      )
      .map((words) => words.join(' ')),
    fc
      .array(fc.constantFrom('1', ',', '.', ' ', 'x', 'm', '0', '-'), { maxLength: 12 })
      .map((all) => all.join('')),
  )

  test.each(['en-US', 'tr-TR', 'zh-CN', 'xx'])('are the terms of themselves, in %s', (tag) => {
    const language = languageOf(tag, ['for'])
    fc.assert(
      fc.property(text, (any) => {
        const once = read(any, language)
        expect(read(once, language)).toBe(once)
      }),
      { numRuns: 1000 },
    )
  })

  test('are the same whatever case and accents it is in', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9 ]{0,30}$/), (plain) => {
        expect(read(plain.toUpperCase())).toBe(read(plain))
        expect(read(plain.replaceAll('e', 'é'))).toBe(read(plain))
      }),
    )
  })

  test('come in no time, whatever the length', () => {
    for (const one of ['a', '1', ' ', '-', '1,', '钉', '4x'])
      expect(read(one.repeat(5000)).length).toBeLessThan(20_001)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GENDERS } from '../catalog/vocabulary.ts'
import { sizeChart } from '../catalog/size-chart.ts'
import { SIZE_SYSTEMS } from '../catalog/sizes.ts'
import { readSize, readWidth, sizesMeant } from './size-text.ts'

function meant(
  text: string,
  system: (typeof SIZE_SYSTEMS)[number],
  gender: 'men' | 'women' | 'unisex' | 'kids' = 'unisex',
): string {
  const written = readSize(text, system)
  if (written === undefined) return 'none'
  return sizesMeant(written, gender)
    .map(({ eu }) => eu)
    .join(' or ')
}

describe('a size', () => {
  test.each([
    ['42', '42'],
    [' 42 ', '42'],
    ['42.5', '42.5'],
    ['42,5', '42.5'],
    ['42.0', '42'],
    ['42½', '42.5'],
    ['42 1/2', '42.5'],
    ['４２', '42'],
    ['\u00a042\u200b', '42'],
    ['４２，５', '42.5'],
    ['42-1/2', '42.5'],
    ['42 1⁄2', '42.5'],
    ['42.50', '42.5'],
    ['٤٢', '42'],
    ['size 42', '42'],
    ['EU: 42', '42'],
    ['EU 42', '42'],
    ['UK 8.5', '43'],
    ['UK8½', '43'],
    ['US ９½', '43'],
    ['43 1/3', ''],
    ['43⅓', ''],
    ['43 2/3', ''],
    ['EU 42,5', '42.5'],
    ['eu42', '42'],
    ['EUR 42', '42'],
    ['42 EU', '42'],
    ['US 9', '42.5'],
    ['9 US', '42.5'],
    ['US M 9', '42.5'],
    ['US Men’s 9', '42.5'],
    ['UK 8', '42.5'],
    ['27 cm', '42.5'],
    ['JP 27', '42.5'],
    ['UK 6', '39 or 40'],
    ['41.5', ''],
    ['60', ''],
  ])('written %j in a European list is EU %s', (text, expected) => {
    expect(meant(text, 'eu')).toBe(expected)
  })

  test.each([
    ['us', '9', '42.5'],
    ['us', '９½', '43'],
    ['us', '9 1/2', '43'],
    ['uk', '8,5', '43'],
    ['us', '42.5', '42.5'],
    ['us', 'W 10.5', '42.5'],
    ['us', 'M 9 / W 10.5', 'none'],
    ['uk', '8', '42.5'],
    ['cm', '27', '42.5'],
    ['eu', '9', ''],
  ] as const)('in a list in %s, %j is EU %s', (system, text, expected) => {
    expect(meant(text, system)).toBe(expected)
  })

  test.each([
    ['W 10.5', 'women', '42.5'],
    ['10.5', 'women', '42.5'],
    ['M 9', 'women', ''],
    ['W 9', 'men', '40.5'],
    ['13.5C', 'kids', '31.5'],
    ['13.5', 'kids', '31.5'],
    ['1.5Y', 'kids', '33'],
    ['1.5', 'kids', '33'],
    ['1.5 y', 'kids', '33'],
  ] as const)('US %s on a %s last is EU %s', (text, gender, expected) => {
    expect(meant(text, 'us', gender)).toBe(expected)
  })

  test.each([
    '',
    ' ',
    'large',
    'forty-two',
    '42.55',
    '4.2.5',
    '421',
    '-42',
    '42-43',
    '42 3/2',
    '42 1/0',
    '4²',
    '42/43',
    '=42+1',
    '👟',
  ])('is not in %j', (text) => {
    const read = readSize(text, 'eu')
    // "-42" is 42 to whoever reads it; everything else is no size, or one no chart has.
    if (text === '-42') expect(read?.label).toBe('42')
    else expect(read === undefined ? [] : sizesMeant(read, 'unisex')).toEqual([])
  })

  test.each([
    ['42W', 'wide'],
    ['42 wide', 'wide'],
    ['42 2E', 'wide'],
    ['42N', 'narrow'],
    ['42 D', 'regular'],
    ['42', null],
  ] as const)('%s names the width %s', (text, width) => {
    expect(readSize(text, 'eu')?.width).toBe(width)
  })

  test('of every chart is found by what its row says', () => {
    for (const gender of GENDERS) {
      for (const row of sizeChart(gender)) {
        for (const system of SIZE_SYSTEMS) {
          const written = readSize(`${system} ${row[system]}`, 'eu')
          expect(written).toBeDefined()
          expect(sizesMeant(written!, gender)).toContain(row)
        }
      }
    }
  })

  test('may be any text at all', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => readSize(text, 'us')).not.toThrow()
      }),
    )
  })
})

test.each([
  ['Wide', 'wide'],
  [' 2e ', 'wide'],
  ['N', 'narrow'],
  ['medium', 'regular'],
  ['', null],
  ['broad', null],
] as const)('a width written %j is %s', (text, expected) => {
  expect(readWidth(text)).toBe(expected)
})

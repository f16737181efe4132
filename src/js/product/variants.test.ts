import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { colour, keyModel, model } from '../../../tests/fixtures/products.ts'
import { ONE_SIZE, variantsOf } from '../catalog/product-data.ts'
import { WIDTHS, type Width } from '../catalog/vocabulary.ts'
import { alternativesTo, findVariant, stockOf, type Choice } from './variants.ts'

const swift = model({
  colours: [
    colour('EMB', {
      regular: { 40: 2, 41: 0, 42: 0, 42.5: 0, 43: 5, 44: 1 },
      wide: { 42: 3, 42.5: 0 },
    }),
    colour('SLT', { regular: { 42: 1, 42.5: 0 }, narrow: { 42: 2 } }),
    colour('CHK', { regular: { 42: 4, 41: 0 }, wide: { 41: 7 } }),
  ],
})

function choose(code: string, width: Width, size: string): Choice {
  return { colour: code, width, size }
}

describe('what was chosen', () => {
  test('is found by colour, width and size together', () => {
    expect(findVariant(swift, choose('EMB', 'wide', '42'))).toMatchObject({
      sku: 'SW1-EMB-42W',
      stock: 3,
    })
    expect(findVariant(swift, choose('EMB', 'regular', '42.5'))?.sku).toBe('SW1-EMB-42.5')
  })

  test.each([
    ['a size not made in this width', choose('EMB', 'wide', '43')],
    ['a width this colour lacks', choose('SLT', 'wide', '42')],
    ['a colour there is not', choose('XXX', 'regular', '42')],
    ['no size yet', choose('EMB', 'regular', '')],
    ['a size that reads alike', choose('EMB', 'regular', '42.0')],
  ])('is not there for %s', (_, choice) => {
    expect(findVariant(swift, choice)).toBeUndefined()
    expect(stockOf(swift, choice)).toBe(0)
  })

  test('is found for every variant the model has', () => {
    for (const variant of variantsOf(swift)) {
      const choice = choose(variant.colour.code, variant.width, variant.size)
      expect(findVariant(swift, choice)).toEqual(variant)
      expect(stockOf(swift, choice)).toBe(variant.stock)
    }
  })
})

describe('next to a size that is sold out', () => {
  const codes = (choice: Choice): string[] =>
    alternativesTo(swift, choice).colours.map(({ code }) => code)

  test('stand the colours that have it in this width', () => {
    expect(codes(choose('EMB', 'regular', '42'))).toEqual(['SLT', 'CHK'])
  })

  test('stand the widths that have it in this colour', () => {
    expect(alternativesTo(swift, choose('EMB', 'regular', '42')).widths).toEqual(['wide'])
    expect(alternativesTo(swift, choose('SLT', 'wide', '42')).widths).toEqual(['regular', 'narrow'])
  })

  test.each([
    ['EMB', '42', ['40', '43'], 'the nearest there are, sold-out ones left out'],
    ['EMB', '41', ['40', '43'], 'the nearest there are, sold-out ones left out'],
    ['EMB', '38', ['40'], 'only a larger one, below the smallest'],
    ['EMB', '47', ['44'], 'only a smaller one, beyond the largest'],
    ['SLT', '42.5', ['42'], 'of this colour, not of the others'],
    ['XXX', '42', [], 'none for a colour there is not'],
  ] as [string, string, string[], string][])('in %s %s stand the sizes %j (%s)', (...row) => {
    const [code, size, expected] = row
    expect(alternativesTo(swift, choose(code, 'regular', size)).sizes).toEqual(expected)
  })

  test('stands nothing where everything is gone', () => {
    const gone = model({ colours: [colour('EMB', { regular: { 42: 0, 43: 0 } })] })
    const nothing = { colours: [], widths: [], sizes: [] }
    expect(alternativesTo(gone, choose('EMB', 'regular', '42'))).toEqual(nothing)
    const noKey = alternativesTo(keyModel(0), choose('RED', 'regular', ONE_SIZE))
    expect(noKey).toEqual(nothing)
  })

  test('stands no size of pins as if it were a neighbour', () => {
    const pins = model({
      gender: null,
      colours: [colour('STL', { regular: { '6 mm': 0, '9 mm': 4 } })],
    })
    expect(alternativesTo(pins, choose('STL', 'regular', '6 mm')).sizes).toEqual([])
  })

  test('stands only what can be had', () => {
    const codesToChoose = fc.constantFrom('EMB', 'SLT', 'CHK')
    const sizes = fc.constantFrom('40', '41', '42', '42.5', '43', '44')
    fc.assert(
      fc.property(codesToChoose, fc.constantFrom(...WIDTHS), sizes, (code, width, size) => {
        const { colours, widths, sizes: near } = alternativesTo(swift, choose(code, width, size))
        const offered = [
          ...colours.map((one) => choose(one.code, width, size)),
          ...widths.map((one) => choose(code, one, size)),
          ...near.map((one) => choose(code, width, one)),
        ]
        for (const choice of offered) expect(stockOf(swift, choice)).toBeGreaterThan(0)
        expect(offered).not.toContainEqual(choose(code, width, size))
      }),
    )
  })
})

import { describe, expect, test } from 'vitest'
import { makeSite, productOf, shoeOf } from '../../tests/fixtures/site.ts'
import type { Product, Shoe } from '../catalog/catalogue.ts'
import { VIEWS, type View } from '../pictures.ts'
import { colourWord } from './colour-word.ts'
import { pictureText } from './picture-text.ts'

const site = makeSite()
const swift = shoeOf(site, 'swift')

function say(product: Product, view: View = 'side'): string {
  return pictureText(site, product, { colour: product.colours[0]!, view })
}

describe('a picture is described', () => {
  test.each([
    ['side', 'Side view, Swift in ember: low white midsole, seven steel pins under the forefoot'],
    [
      'three-quarter',
      'Three-quarter view, Swift in ember: film upper with laces, low white midsole',
    ],
    [
      'sole',
      'Sole view, Swift in ember: full-length carbon fiber plate, seven steel pins under the forefoot',
    ],
    ['top', 'Top view, Swift in ember: film upper with laces'],
    ['pins', 'Close-up of the sole, Swift in ember: seven steel pins under the forefoot'],
  ] as const)('from %s by what is to be seen there', (view, words) => {
    expect(say(swift, view)).toBe(words)
  })

  test.each<[string, Partial<Shoe>]>([
    ['no pins', { pins: { forefoot: 0, heel: 0, fixing: 'none' } }],
    ['one steel pin under the forefoot', { pins: { forefoot: 1, heel: 0, fixing: 'fixed' } }],
    [
      'seven steel pins under the forefoot and four under the heel',
      { pins: { forefoot: 7, heel: 4, fixing: 'removable' } },
    ],
    ['no midsole', { midsole: 'none' }],
    ['high white midsole', { 'stack-height': { 'heel-mm': 30, 'forefoot-mm': 24 } }],
    ['medium-height white midsole', { 'stack-height': { 'heel-mm': 24, 'forefoot-mm': 18 } }],
  ])('with %s', (words, changes) => {
    expect(say({ ...swift, ...changes })).toContain(words)
  })

  test('with what an accessory is', () => {
    expect(say(productOf(site, 'steel-pins'))).toBe(
      'Steel Pins in steel: twelve steel pyramid pins',
    )
    expect(say(productOf(site, 'old-key'))).toMatch(/: a key for changing pins$/)
  })

  test('and no two pictures of the real catalogue have the same text', () => {
    const real = makeSite({ isReal: true })
    const texts = real.catalogue.products.flatMap((product) =>
      product.colours.flatMap((colour) =>
        VIEWS.map((view) => pictureText(real, product, { colour, view })),
      ),
    )
    expect(new Set(texts).size).toBe(texts.length)
  })
})

describe('a colour is called', () => {
  test.each([
    ['#f7f4ee', 'white'],
    ['#ffffff', 'white'],
    ['#1d1f24', 'black'],
    ['#14242b', 'black'],
    ['#8d9296', 'grey'],
    ['#c4262e', 'red'],
    ['#f2a03d', 'orange'],
    ['#f5e03a', 'yellow'],
    ['#b9df3c', 'green'],
    ['#1f6f86', 'blue'],
    ['#1b2f5b', 'blue'],
    ['#6a3fa0', 'purple'],
    ['#e56aa8', 'pink'],
  ])('%s %s', (hex, word) => {
    expect(colourWord(hex)).toBe(word)
  })
})

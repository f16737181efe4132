import { describe, expect, test } from 'vitest'
import { scriptWords } from '../../../tests/fixtures/words.ts'
import { colour, keyModel, model } from '../../../tests/fixtures/products.ts'
import { variantsOf, type ProductData } from '../catalog/product-data.ts'
import { variantText } from './variant-text.ts'

function texts(product: ProductData): string[] {
  return variantsOf(product).map((variant) => variantText(variant, scriptWords))
}

describe('a line of the cart says', () => {
  test('the colour and the EU size of a shoe', () => {
    expect(texts(model())).toEqual(['Ember, size EU 42'])
  })

  test('the width where it is not the regular one', () => {
    const colours = [colour('EMB', { narrow: { 42: 1 }, wide: { 42.5: 1 } })]
    expect(texts(model({ colours })).sort()).toEqual([
      'Ember, size EU 42, narrow',
      'Ember, size EU 42.5, wide',
    ])
  })

  test('the length of pins, which is no shoe size', () => {
    const colours = [colour('SLT', { regular: { '6 mm': 1 } })]
    expect(texts(model({ gender: null, colours }))).toEqual(['Slate, 6 mm'])
  })

  test('the colour alone of what has no choice', () => {
    expect(texts(keyModel(3))).toEqual(['RED'])
  })
})

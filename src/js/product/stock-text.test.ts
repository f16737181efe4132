import { describe, expect, test } from 'vitest'
import { colour, keyModel, model } from '../../../tests/fixtures/products.ts'
import { scriptWords } from '../../../tests/fixtures/words.ts'
import { ONE_SIZE, type ColourData } from '../catalog/product-data.ts'
import type { Width } from '../catalog/vocabulary.ts'
import { stockText } from './stock-text.ts'

/** What the page says of EU 42 in Ember, or of another size or width. */
function say(colours: readonly ColourData[], size = '42', width: Width = 'regular'): string {
  return stockText(model({ colours }), { colour: 'EMB', width, size }, scriptWords)
}

function ember(regular: Record<string, number>, wide?: Record<string, number>): ColourData {
  return colour('EMB', wide === undefined ? { regular } : { regular, wide })
}

describe('the stock line', () => {
  test.each([
    [1, 'Only 1 left.'],
    [3, 'Only 3 left.'],
    [4, 'In stock.'],
    [63, 'In stock.'],
  ])('of %d pairs says “%s”', (pairs, expected) => {
    expect(say([ember({ 42: pairs })])).toBe(expected)
  })

  test.each<[string, readonly ColourData[], string]>([
    [
      'other colours',
      [
        ember({ 42: 0 }),
        colour('SLT', { regular: { 42: 1 } }),
        colour('CHK', { regular: { 42: 9 } }),
      ],
      'EU 42 is sold out in Ember. Other colors in EU 42: Slate, Chalk.',
    ],
    [
      'another width',
      [ember({ 42: 0 }, { 42: 1 })],
      'EU 42 is sold out in Ember. Other widths in EU 42: wide.',
    ],
    [
      'sizes either side',
      [ember({ 41: 2, 42: 0, 42.5: 0, 43: 1 })],
      'EU 42 is sold out in every color. Nearby sizes in this color: EU 41, EU 43.',
    ],
    [
      'all of these',
      [ember({ 41: 2, 42: 0 }, { 42: 1 }), colour('SLT', { regular: { 42: 1 } })],
      'EU 42 is sold out in Ember. Other colors in EU 42: Slate. ' +
        'Other widths in EU 42: wide. Nearby sizes in this color: EU 41.',
    ],
    ['nothing', [ember({ 42: 0 })], 'EU 42 is sold out in every color.'],
  ])('of a sold-out size names %s', (_, colours, expected) => {
    expect(say(colours)).toBe(expected)
  })

  test('of a size that is not made in this width says the same as of a sold-out one', () => {
    const both = [ember({ 42: 5, 43: 2 }, { 43: 3 })]
    expect(say(both, '42', 'wide')).toBe(
      'EU 42 is sold out in Ember. Other widths in EU 42: regular. ' +
        'Nearby sizes in this color: EU 43.',
    )
  })

  test('does not say “every colour” while another colour has it in another width', () => {
    const elsewhere = [ember({ 42: 0 }), colour('SLT', { wide: { 42: 2 } })]
    expect(say(elsewhere)).not.toContain('every color')
  })

  test('calls pins by their length', () => {
    const pins = model({
      gender: null,
      colours: [ember({ '6 mm': 0 }), colour('SLT', { regular: { '6 mm': 3 } })],
    })
    const choice = { colour: 'EMB', width: 'regular', size: '6 mm' } as const
    expect(stockText(pins, choice, scriptWords)).toBe(
      '6 mm is sold out in Ember. Other colors in 6 mm: Slate.',
    )
  })

  test('of what has no size says how many there are', () => {
    const choice = { colour: 'RED', width: 'regular', size: ONE_SIZE } as const
    expect(stockText(keyModel(2), choice, scriptWords)).toBe('Only 2 left.')
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createTranslate } from './messages.ts'

const t = createTranslate(
  {
    plain: 'Add to cart',
    'cart.label.one': 'Cart, {count} item',
    'cart.label.other': 'Cart, {count} items',
    'left.other': '{count} left',
    fixed: 'Up to {count} pins',
    removed: '{name} removed; {name} is gone',
    two: '{first} and {second}',
  },
  'en-US',
)

describe('a message', () => {
  test('without placeholders is returned unchanged', () => {
    expect(t('plain')).toBe('Add to cart')
  })

  test.each([
    [0, 'Cart, 0 items'],
    [1, 'Cart, 1 item'],
    [2, 'Cart, 2 items'],
    [1200, 'Cart, 1,200 items'],
  ])('with a count of %d uses the plural form of its language', (count, expected) => {
    expect(t('cart.label', { count })).toBe(expected)
  })

  test('without the plural form for a number uses the general one', () => {
    expect(t('left', { count: 1 })).toBe('1 left')
  })

  test('without plural forms can still show a count', () => {
    expect(t('fixed', { count: 11 })).toBe('Up to 11 pins')
  })

  test('uses the plural rules of its language, such as Polish', () => {
    const forms = { 'pins.one': '{count} kolec', 'pins.few': '{count} kolce', 'pins.other': '?' }
    const polish = createTranslate(forms, 'pl')
    expect(polish('pins', { count: 1 })).toBe('1 kolec')
    expect(polish('pins', { count: 3 })).toBe('3 kolce')
  })

  test('fills every occurrence of a placeholder', () => {
    expect(t('removed', { name: 'Kite 100' })).toBe('Kite 100 removed; Kite 100 is gone')
  })

  test('inserts a value unchanged, whatever characters it has', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (first, second) => {
        expect(t('two', { first, second })).toBe(`${first} and ${second}`)
      }),
      {
        examples: [
          ['{second}', '$&'],
          ['$1', '{first}'],
        ],
      },
    )
  })

  test('that is missing throws an error with its key, so the page never shows a blank', () => {
    expect(() => t('cart.lable', { count: 1 })).toThrow('No message "cart.lable" for en-US')
  })

  test('without a value for a placeholder throws an error that names the placeholder', () => {
    expect(() => t('two', { first: 'a' })).toThrow('Message "two" needs "second"')
  })
})

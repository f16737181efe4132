import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeSite, productOf } from '../../tests/fixtures/site.ts'
import { priceIn, textFor, toSlug } from './catalogue.ts'

describe('a text', () => {
  test.each([
    ['Ember', 'zh', 'Ember', 'one text serves every language'],
    [{ en: 'Ember', zh: '余烬' }, 'zh', '余烬', 'each language gets its own'],
    [{ zh: '余烬', en: 'Ember' }, 'fr', 'Ember', 'a language without one gets English'],
    [{ zh: '余烬' }, 'fr', '余烬', 'without English, any there is'],
    [{}, 'en', '', 'nothing where there is nothing'],
  ] as [string | Record<string, string>, string, string, string][])(
    '%j for "%s" is "%s": %s',
    (text, locale, expected) => {
      expect(textFor(text, locale)).toBe(expected)
    },
  )
})

describe('a path', () => {
  test.each([
    ['Glacier Blue', 'glacier-blue'],
    ['Élan & Café', 'elan-cafe'],
    ['  two  spaces ', 'two-spaces'],
    ['Ember/Slate #2', 'ember-slate-2'],
    ['余烬', ''],
  ])('made of "%s" is "%s"', (text, expected) => {
    expect(toSlug(text)).toBe(expected)
  })

  test('never needs escaping, and stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const slug = toSlug(text)
        expect(slug).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/)
        expect(toSlug(slug)).toBe(slug)
      }),
    )
  })
})

describe('a price', () => {
  const site = makeSite()

  test('is the full one where nothing is reduced', () => {
    expect(priceIn(productOf(site, 'swift'), 'USD')).toEqual({ now: 129.95, was: null })
  })

  test('during a sale is the sale price, with the full price next to it', () => {
    expect(priceIn(productOf(site, 'mud-lark'), 'USD')).toEqual({ now: 69.95, was: 89.95 })
    expect(priceIn(productOf(site, 'mud-lark'), 'CNY')).toEqual({ now: 499, was: 699 })
  })
})

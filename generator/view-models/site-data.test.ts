import { describe, expect, test } from 'vitest'
import { CHINA, makeSite } from '../../tests/fixtures/site.ts'
import { siteData } from './site-data.ts'

describe('what a page gives its scripts', () => {
  test('are the shop’s terms in minor units', () => {
    expect(siteData(makeSite(), [], {}).shipping).toEqual({ rateMinor: 750, freeFromMinor: 12_000 })
    expect(siteData(makeSite({ market: CHINA }), [], {}).shipping).toEqual({
      rateMinor: 2000,
      freeFromMinor: 80_000,
    })
  })

  test.each([
    ['/', undefined, '/', '/cart/', '/products/', '/data/catalogue.en.json'],
    [
      '/spikes/',
      undefined,
      '/spikes/',
      '/spikes/cart/',
      '/spikes/products/',
      '/spikes/data/catalogue.en.json',
    ],
    [
      '/spikes/',
      CHINA,
      '/spikes/',
      '/spikes/xx/cart/',
      '/spikes/xx/products/',
      '/spikes/data/catalogue.en.json',
    ],
  ] as const)(
    'are addresses under %s, market %o',
    (base, market, files, cart, products, catalogue) => {
      const site = makeSite({ place: { base, siteUrl: '' }, ...(market ? { market } : {}) })
      expect(siteData(site, [], {}).urls).toEqual({ files, cart, products, catalogue })
    },
  )

  test('are the words they say, without the prefix that marks them', () => {
    const { messages } = siteData(makeSite(), ['order'], {})
    expect(messages['cart-count.label.one']).toBe('Cart, {count} item')
    expect(messages['order.subtotal']).toBe('Subtotal')
    expect(Object.keys(messages).filter((key) => key.startsWith('script.'))).toEqual([])
  })

  test('are no words that the page does not name', () => {
    const keys = Object.keys(siteData(makeSite(), [], {}).messages)
    const groups = new Set(keys.map((key) => key.split('.')[0]))
    expect([...groups].sort()).toEqual(['cart-count', 'offline', 'storage'])
  })

  test('names a group that the locale file does not have', () => {
    expect(() => siteData(makeSite(), ['carrt'], {})).toThrow('no words under script.carrt')
  })

  test('is one object for all pages with the same words, so that its JSON is made once', () => {
    const site = makeSite()
    expect(siteData(site, ['cart', 'width'], {})).toBe(siteData(site, ['cart', 'width'], {}))
    expect(siteData(site, ['cart'], {})).not.toBe(siteData(site, ['cart', 'width'], {}))
  })
})

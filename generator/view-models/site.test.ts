import { describe, expect, test } from 'vitest'
import { CHINA, makeSite } from '../../tests/fixtures/site.ts'
import { siteView } from './site.ts'

describe('what every page knows', () => {
  test('are the shop’s terms in the market’s money', () => {
    expect(siteView(makeSite()).terms).toMatchObject({
      rate: '$7.50',
      free: '$120.00',
      returnDays: 60,
    })
    expect(siteView(makeSite({ market: CHINA })).terms).toMatchObject({
      rate: 'CN¥20.00',
      free: 'CN¥800.00',
    })
  })

  test('are the same terms for scripts, in minor units', () => {
    expect(siteView(makeSite()).data.shipping).toEqual({ rateMinor: 750, freeFromMinor: 12_000 })
    expect(siteView(makeSite({ market: CHINA })).data.shipping).toEqual({
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
      expect(siteView(site).data.urls).toEqual({ files, cart, products, catalogue })
    },
  )

  test('are the words scripts say, without the prefix that marks them', () => {
    const { messages } = siteView(makeSite()).data
    expect(messages['cart.label.one']).toBe('Cart, {count} item')
    expect(Object.keys(messages).filter((key) => key.startsWith('script.'))).toEqual([])
  })

  test('leads to every event with a model', () => {
    expect(siteView(makeSite()).events.map(({ id }) => id)).toEqual([
      'sprint',
      'hurdles',
      'cross-country',
    ])
  })
})

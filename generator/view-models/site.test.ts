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

  test('leads to every event with a model', () => {
    expect(siteView(makeSite()).events.map(({ id }) => id)).toEqual([
      'sprint',
      'hurdles',
      'cross-country',
    ])
  })

  test('are names of languages and countries that no locale file has to list', () => {
    const main = makeSite()
    const german = { ...main.market, locale: 'de', country: 'DE', tag: 'de-DE', prefix: 'de/' }
    const catalogue = { ...main.catalogue, markets: [main.market, german] }
    expect(siteView({ ...main, catalogue }).languages).toMatchObject([
      { locale: 'en', name: 'English', isCurrent: true },
      { locale: 'de', name: 'Deutsch', isCurrent: false },
    ])
    expect(siteView({ ...main, catalogue, market: german }).terms.country).toBe('Deutschland')
  })
})

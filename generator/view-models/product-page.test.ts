import { describe, expect, test } from 'vitest'
import { CHINA, makeSite, productOf, shoeOf } from '../../tests/fixtures/site.ts'
import type { Shoe } from '../catalog/catalogue.ts'
import { productPageView } from './product-page.ts'
import { sizeGuideView } from './size-guide.ts'

const site = makeSite()
const real = makeSite({ isReal: true })
const swift = productPageView(site, productOf(site, 'swift'))

describe('a model’s page', () => {
  test('offers every size of any colour or width, in numerical order', () => {
    expect(swift.sizes.map(({ value }) => value)).toEqual(['40', '42', '42.5', '43'])
  })

  test('never sorts a half size or a length wrongly, in the whole catalogue', () => {
    for (const product of real.catalogue.products) {
      const sizes = productPageView(real, product).sizes.map(({ value }) =>
        Number.parseFloat(value),
      )
      expect(sizes, product.slug).toEqual(sizes.toSorted((a, b) => a - b))
    }
  })

  test('offers pins by length, 6 mm before 12 mm', () => {
    const { sizes, sizeSystems } = productPageView(site, productOf(site, 'steel-pins'))
    expect(sizes.map(({ value }) => value)).toEqual(['6 mm', '9 mm', '12 mm'])
    expect(sizes.map(({ isSoldOut }) => isSoldOut)).toEqual([false, true, false])
    expect(sizes[0]?.labels).toEqual([{ system: '', text: '6 mm' }])
    expect(sizeSystems).toEqual([])
  })

  test('offers no options if there is only one', () => {
    const key = productPageView(site, productOf(site, 'old-key'))
    expect([key.sizes, key.widths, key.plate]).toEqual([[], [], null])
  })

  test('writes each size in all four systems', () => {
    const { labels } = swift.sizes.find(({ value }) => value === '42.5')!
    expect(labels).toEqual([
      { system: 'eu', text: '42.5' },
      { system: 'us', text: 'M 9 / W 10.5' },
      { system: 'uk', text: '8' },
      { system: 'cm', text: '27' },
    ])
  })

  test('marks sizes that are sold out in the colour and width it opens with', () => {
    const soldOut = swift.sizes.filter(({ isSoldOut }) => isSoldOut).map(({ value }) => value)
    expect(soldOut).toEqual(['42.5'])
  })

  test('opens with a colour’s only width, even if that is not regular', () => {
    const shoe = shoeOf(site, 'swift')
    const wide: Shoe = {
      ...shoe,
      colours: [{ ...shoe.colours[0]!, stock: { wide: { 42: 2, 43: 0 } } }],
    }
    const { sizes, widths } = productPageView(site, wide)
    expect(sizes.map(({ value, isSoldOut }) => [value, isSoldOut])).toEqual([
      ['42', false],
      ['43', true],
    ])
    expect(widths).toEqual([])
  })

  test('offers widths only if there are two', () => {
    expect(swift.widths).toEqual([
      { value: 'regular', label: 'Regular', isChosen: true },
      { value: 'wide', label: 'Wide', isChosen: false },
    ])
    expect(productPageView(site, productOf(site, 'mud-lark')).widths).toEqual([])
  })

  test('says that a model is sold out or discontinued', () => {
    const states = ['swift', 'mud-lark', 'old-key'].map((slug) => {
      const { isSoldOut, isDiscontinued } = productPageView(site, productOf(site, slug))
      return [isSoldOut, isDiscontinued]
    })
    expect(states).toEqual([
      [false, false],
      [true, false],
      [false, true],
    ])
  })

  test('links to its event and its brand, in its own market and folder', () => {
    const here = makeSite({ market: CHINA, place: { base: '/spikes/', siteUrl: '' } })
    expect(productPageView(here, productOf(here, 'swift'))).toMatchObject({
      event: { name: 'Sprint', url: '/spikes/xx/events/sprint/' },
      brandUrl: '/spikes/xx/shop/?brand=kestrel',
      price: { now: 'CN¥999.00', was: null },
    })
    expect(productPageView(here, productOf(here, 'steel-pins')).event).toBeNull()
  })

  test('draws as many pins as the specs say', () => {
    for (const product of real.catalogue.products) {
      if (product.kind !== 'shoe') continue
      const { plate } = productPageView(real, product)
      expect(plate?.pins).toHaveLength(product.pins.forefoot + product.pins.heel)
    }
  })
})

describe('the size guide', () => {
  test('has a chart for men, women and kids, from the shortest foot to the longest', () => {
    const { charts } = sizeGuideView()
    expect(charts.map(({ gender }) => gender)).toEqual(['men', 'women', 'kids'])
    for (const { rows, shortestMm, longestMm } of charts) {
      expect([rows[0]?.footMm, rows.at(-1)?.footMm]).toEqual([shortestMm, longestMm])
      expect(longestMm).toBeGreaterThan(shortestMm)
    }
  })
})

import { describe, expect, test } from 'vitest'
import { ALL_PICTURES, CHINA, makeSite, productOf } from '../../tests/fixtures/site.ts'
import type { Pictures } from '../pictures.ts'
import { pictureOf, picturesOf } from './picture.ts'
import { badgesOf, cardView, isSoldOut, priceView } from './product-card.ts'

const site = makeSite()
const swift = productOf(site, 'swift')
const mudLark = productOf(site, 'mud-lark')

describe('a card', () => {
  test('says what a shopper compares: brand, event, weight, price, colours', () => {
    expect(cardView(site, swift)).toMatchObject({
      url: '/products/swift/',
      name: 'Swift',
      brand: 'Kestrel',
      facts: ['Sprint', '148 g'],
      price: { now: '$129.95', was: null },
      dotsLabel: '2 colors: Ember, Slate',
    })
  })

  test('of an accessory says what it is', () => {
    expect(cardView(site, productOf(site, 'steel-pins')).facts).toEqual(['Pins'])
  })

  test('shows a dot for every colour, without overlap', () => {
    const { dots, dotsWidth } = cardView(site, swift)
    expect(dots.map(({ fill }) => fill)).toEqual(['#d6452b', '#4a525c'])
    expect(dots.map(({ cx }) => cx)).toEqual([9, 27])
    expect(dotsWidth).toBe(36)
  })

  test('links into its own market and shows that market’s price', () => {
    const china = makeSite({ market: CHINA, place: { base: '/spikes/', siteUrl: '' } })
    expect(cardView(china, swift).url).toBe('/spikes/xx/products/swift/')
    expect(priceView(china, mudLark)).toEqual({ now: 'CN¥499.00', was: 'CN¥699.00' })
  })
})

describe('a badge', () => {
  const kinds = (slug: string): string[] =>
    badgesOf(site, productOf(site, slug)).map(({ kind }) => kind)

  test.each([
    ['swift', ['new']],
    ['mud-lark', ['sold-out', 'sale']],
    ['steel-pins', []],
    ['old-key', ['discontinued']],
  ])('of %s: %j', (slug, expected) => {
    expect(kinds(slug)).toEqual(expected)
  })

  test('“New” is never on a discontinued model', () => {
    const badges = badgesOf(site, { ...swift, status: 'discontinued' })
    expect(badges.map(({ kind }) => kind)).toEqual(['discontinued'])
  })

  test('“Sold out” only appears if every size of every colour is sold out', () => {
    expect(isSoldOut(mudLark)).toBe(true)
    expect(isSoldOut(swift)).toBe(false)
    expect(isSoldOut(productOf(site, 'steel-pins'))).toBe(false)
  })
})

describe('the second picture of a card', () => {
  test('is the three-quarter view, without alt text', () => {
    const { second } = cardView(makeSite({ pictures: ALL_PICTURES }), swift)
    expect(second).toMatchObject({ view: 'three-quarter', alt: '' })
  })

  test('is left out if there is none, or if the first picture is not a side view', () => {
    expect(cardView(site, swift).second).toBeNull()
    const onlyAngle = { ...ALL_PICTURES, find: angleOnly }
    expect(cardView(makeSite({ pictures: onlyAngle }), swift).second).toBeNull()
  })
})

const angleOnly: Pictures['find'] = (slug, colour, view) =>
  view === 'three-quarter' ? ALL_PICTURES.find(slug, colour, view) : undefined

describe('a picture', () => {
  test('that does not exist is replaced by a drawing that says so', () => {
    expect(pictureOf(site, swift, swift.colours[0]!)).toMatchObject({
      srcset: '',
      src: '/img/placeholder-shoe.svg',
      width: 800,
      height: 600,
      isPlaceholder: true,
      alt: 'Placeholder drawing; no picture of Swift in ember yet',
    })
  })

  test('is the first existing view if there is no side view', () => {
    const here = makeSite({ pictures: { ...ALL_PICTURES, find: angleOnly } })
    expect(pictureOf(here, swift, swift.colours[0]!).view).toBe('three-quarter')
  })

  test('of a colourway: all existing views, in the gallery’s order', () => {
    const here = makeSite({ pictures: ALL_PICTURES })
    const views = picturesOf(here, swift, swift.colours[0]!).map(({ view }) => view)
    expect(views).toEqual(['side', 'three-quarter', 'sole', 'top', 'pins'])
  })

  test('comes in three widths, under the site’s folder and not a market’s', () => {
    const here = makeSite({
      market: CHINA,
      place: { base: '/spikes/', siteUrl: '' },
      pictures: ALL_PICTURES,
    })
    const { srcset, src } = pictureOf(here, swift, swift.colours[0]!)
    const stem = '/spikes/img/products/swift/ember/side'
    expect(srcset).toBe(`${stem}-400.avif 400w, ${stem}-800.avif 800w, ${stem}-1600.avif 1600w`)
    expect(src).toBe(`${stem}-800.webp`)
  })
})

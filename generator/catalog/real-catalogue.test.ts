import { describe, expect, test } from 'vitest'
import { makeSite } from '../../tests/fixtures/site.ts'
import { variantsOf } from '../../src/js/catalog/product-data.ts'
import { EVENTS } from '../../src/js/catalog/vocabulary.ts'
import { isSoldOut } from '../view-models/product-card.ts'
import { productData } from '../view-models/product-data.ts'
import type { Shoe } from './catalogue.ts'

const site = makeSite({ isReal: true })
const { products, listed, brands, newSince } = site.catalogue
const shoes = products.filter((product): product is Shoe => product.kind === 'shoe')

function slugs(list: readonly { slug: string }[]): string[] {
  return list.map(({ slug }) => slug)
}

describe('the shop’s range', () => {
  test('has enough to choose from', () => {
    expect(shoes.length).toBeGreaterThanOrEqual(40)
    expect(products.length).toBeGreaterThan(shoes.length)
  })

  test('has six brands or more, each with a model', () => {
    const makers = new Set(products.map(({ brand }) => brand))
    expect(makers.size).toBeGreaterThanOrEqual(6)
    expect([...makers].sort()).toEqual(Object.keys(brands).sort())
  })

  test.each(EVENTS)('has two models or more for %s', (event) => {
    const models = listed.filter((one) => one.kind === 'shoe' && one.events.includes(event))
    expect(models.length).toBeGreaterThanOrEqual(2)
  })

  test('has models for men, women, kids and unisex', () => {
    const lasts = new Set(shoes.map(({ gender }) => gender))
    expect([...lasts].sort()).toEqual(['kids', 'men', 'unisex', 'women'])
  })

  test('has new, reduced, sold-out and discontinued models', () => {
    const discontinued = products.filter(({ status }) => status === 'discontinued')
    const reduced = listed.filter((product) => product['sale-price'] !== undefined)
    const fresh = listed.filter(({ released }) => released >= newSince)
    expect(discontinued.length).toBeGreaterThanOrEqual(1)
    expect(listed.filter(isSoldOut).length).toBeGreaterThanOrEqual(1)
    for (const some of [reduced, fresh]) {
      expect(some.length).toBeGreaterThanOrEqual(4)
      expect(some.length).toBeLessThan(listed.length / 2)
    }
  })
})

describe('every model', () => {
  test('of a shoe has two to four colourways', () => {
    const others = shoes.filter(({ colours }) => colours.length < 2 || colours.length > 4)
    expect(slugs(others)).toEqual([])
  })

  test('has a price in US dollars and in yuan', () => {
    const without = products.filter(({ price }) => !price['USD'] || !price['CNY'])
    expect(slugs(without)).toEqual([])
  })

  test('for the track has a sole of at most 20 mm, as the rules require', () => {
    const onTrack = shoes.filter(({ surfaces }) => surfaces.includes('track'))
    const thick = onTrack.filter(
      ({ 'stack-height': sole }) => Math.max(sole['heel-mm'], sole['forefoot-mm']) > 20,
    )
    expect(onTrack.length).toBeGreaterThan(20)
    expect(slugs(thick)).toEqual([])
  })

  test('for the throwing circle has no pins, and for the javelin has some at the heel', () => {
    const circle = shoes.filter(({ events }) => events[0] === 'throws')
    const javelin = shoes.filter(({ events }) => events[0] === 'javelin')
    expect(slugs(circle.filter(({ pins }) => pins.forefoot + pins.heel > 0))).toEqual([])
    expect(slugs(javelin.filter(({ pins }) => pins.heel === 0))).toEqual([])
    expect(circle.length * javelin.length).toBeGreaterThan(0)
  })

  test('has its own texts', () => {
    for (const texts of [
      products.map(({ name }) => name),
      products.map(({ summary }) => JSON.stringify(summary)),
      products.map(({ description }) => JSON.stringify(description)),
    ]) {
      expect(new Set(texts).size).toBe(texts.length)
    }
  })
})

describe('every SKU', () => {
  const skus = products.flatMap((product) =>
    variantsOf(productData(site, product)).map(({ sku }) => sku),
  )

  test('belongs to one variant', () => {
    const seen = new Set<string>()
    expect(skus.filter((sku) => seen.size === seen.add(sku).size)).toEqual([])
    expect(skus.length).toBeGreaterThan(1000)
  })

  test('can be used unchanged in a cart’s link and in storage', () => {
    expect(skus.filter((sku) => !/^[A-Z0-9.-]{5,80}$/.test(sku))).toEqual([])
  })
})

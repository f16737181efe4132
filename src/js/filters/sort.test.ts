import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listing } from '../../../tests/fixtures/products.ts'
import { SORT_KEYS, type SortKey } from './filter-query.ts'
import type { ListedProduct } from './listing.ts'
import { sortProducts } from './sort.ts'

function named(name: string, changes: Partial<ListedProduct> = {}): ListedProduct {
  return {
    slug: name,
    name,
    facets: {},
    priceMinor: 10_000,
    isOnSale: false,
    released: '2026-01-01',
    weightGrams: 150,
    variants: [],
    ...changes,
  }
}

function names(products: readonly ListedProduct[], sort: SortKey): string[] {
  return sortProducts(products, sort, 'en-US').map(({ name }) => name)
}

/** What each order sorts by. */
const MEASURES: Readonly<
  Record<Exclude<SortKey, 'featured' | 'name-asc'>, (one: ListedProduct) => number>
> = {
  'price-asc': ({ priceMinor }) => priceMinor,
  'price-desc': ({ priceMinor }) => -priceMinor,
  newest: ({ released }) => -Date.parse(released),
  'weight-asc': ({ weightGrams }) => weightGrams ?? Infinity,
}

describe('sorting', () => {
  test('as featured keeps the shop’s own order', () => {
    expect(names([named('b'), named('a'), named('c')], 'featured')).toEqual(['b', 'a', 'c'])
  })

  test.each(Object.entries(MEASURES))(
    '%s: ascends by its measure, ties as featured',
    (sort, measure) => {
      fc.assert(
        fc.property(listing, (products) => {
          const sorted = sortProducts(products, sort as SortKey, 'en-US')
          for (const [index, product] of sorted.entries()) {
            const next = sorted[index + 1]
            if (next === undefined) continue
            expect(measure(product)).toBeLessThanOrEqual(measure(next))
            if (measure(product) !== measure(next)) continue
            expect(products.indexOf(product)).toBeLessThan(products.indexOf(next))
          }
        }),
      )
    },
  )

  test.each(SORT_KEYS)('%s: loses no product and leaves the list it was given alone', (sort) => {
    fc.assert(
      fc.property(listing, (products) => {
        const before = [...products]
        const sorted = sortProducts(products, sort, 'en-US')
        expect(products).toEqual(before)
        expect(new Set(sorted)).toEqual(new Set(products))
        expect(sorted).toHaveLength(products.length)
      }),
    )
  })

  test('by weight puts what has no weight last', () => {
    const key = named('key', { weightGrams: null })
    const heavy = named('heavy', { weightGrams: 600 })
    expect(names([key, heavy, named('light', { weightGrams: 90 })], 'weight-asc')).toEqual([
      'light',
      'heavy',
      'key',
    ])
  })

  test('by name reads numbers as numbers and case as nothing', () => {
    const shelf = [
      named('kite 100'),
      named('Kite 90'),
      named('Élan'),
      named('Zephyr'),
      named('bow'),
    ]
    expect(names(shelf, 'name-asc')).toEqual(['bow', 'Élan', 'Kite 90', 'kite 100', 'Zephyr'])
  })

  test('by name keeps the featured order of names that differ by case or accent only', () => {
    expect(names([named('elan'), named('Élan'), named('ELAN')], 'name-asc')).toEqual([
      'elan',
      'Élan',
      'ELAN',
    ])
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listing, looseFilter } from '../../../tests/fixtures/products.ts'
import { VOCABULARY } from '../../../tests/fixtures/products.ts'
import { applyFilter, countFacets } from './apply-filter.ts'
import { FACET_KEYS, type FacetKey, type ModelFacetKey } from './facets.ts'
import { EMPTY_FILTER, type Filter } from './filter-query.ts'
import type { ListedProduct, ListedVariant } from './listing.ts'

function variant(size: string, changes: Partial<ListedVariant> = {}): ListedVariant {
  return { families: ['black'], width: 'regular', size, isInStock: true, ...changes }
}

function shoe(slug: string, changes: Partial<ListedProduct> = {}): ListedProduct {
  return {
    slug,
    name: slug,
    facets: { event: ['sprint'], gender: ['men'], brand: ['kestrel'], pins: ['7'] },
    priceMinor: 10_000,
    isOnSale: false,
    released: '2026-01-01',
    weightGrams: 150,
    variants: [variant('42')],
    ...changes,
  }
}

function asking(values: Partial<Record<FacetKey, string[]>>, rest: Partial<Filter> = {}): Filter {
  return { ...EMPTY_FILTER, ...rest, values: { ...EMPTY_FILTER.values, ...values } }
}

function slugs(products: readonly ListedProduct[], filter: Filter): string[] {
  return applyFilter(products, filter).map(({ slug }) => slug)
}

function answering(slug: string, facets: Partial<Record<ModelFacetKey, string[]>>): ListedProduct {
  return shoe(slug, { facets: { ...shoe(slug).facets, ...facets } })
}

const key = shoe('key', {
  facets: { brand: ['kestrel'] },
  variants: [variant('', { families: ['red'] })],
})

describe('a filter', () => {
  const both = answering('both', { event: ['sprint', 'hurdles'] })
  const javelin = answering('javelin', { event: ['javelin'], brand: ['ostra'], pins: ['11'] })

  test('that asks for nothing lists everything, in the shop’s order', () => {
    expect(slugs([javelin, key, both], EMPTY_FILTER)).toEqual(['javelin', 'key', 'both'])
  })

  test('with two events lists what is for one or the other', () => {
    expect(slugs([both, javelin], asking({ event: ['hurdles', 'javelin'] }))).toEqual([
      'both',
      'javelin',
    ])
  })

  test('with an event and a brand lists only what is both', () => {
    expect(
      slugs([both, javelin], asking({ event: ['sprint', 'javelin'], brand: ['ostra'] })),
    ).toEqual(['javelin'])
  })

  test.each([
    ['event', 'sprint'],
    ['gender', 'men'],
    ['pins', '7'],
    ['size', '42'],
    ['surface', 'track'],
    ['level', 'club'],
    ['plate', '5'],
  ] as const)('by %s never lists a spike key', (facet, value) => {
    const spike = answering('spike', { surface: ['track'], level: ['club'], plate: ['5'] })
    expect(slugs([key, spike], asking({ [facet]: [value] }))).toEqual(['spike'])
  })

  test.each([
    [9999, 10_001, true],
    [10_000, 10_000, true],
    [10_001, null, false],
    [null, 9999, false],
    [10_001, 9999, false],
  ])('from %s to %s cents lists a shoe of 10000: %s', (priceMinMinor, priceMaxMinor, isListed) => {
    const found = slugs([both], { ...EMPTY_FILTER, priceMinMinor, priceMaxMinor })
    expect(found.length === 1).toBe(isListed)
  })

  test('by sale lists what is reduced, and nothing else', () => {
    const reduced = shoe('reduced', { isOnSale: true })
    expect(slugs([both, reduced], { ...EMPTY_FILTER, sale: true })).toEqual(['reduced'])
  })
})

describe('a size, a width, a colour and “in stock”', () => {
  const mixed = shoe('mixed', {
    variants: [
      variant('42', { families: ['black'], isInStock: true }),
      variant('43', { families: ['red', 'orange'], isInStock: true }),
      variant('44', { families: ['black'], isInStock: false }),
      variant('44', { families: ['black'], width: 'wide', isInStock: true }),
    ],
  })

  test.each<[string, Partial<Record<FacetKey, string[]>>, boolean, boolean]>([
    ['a red 42, where 42 is black only', { size: ['42'], colour: ['red'] }, false, false],
    ['a red 43', { size: ['43'], colour: ['red'] }, false, true],
    ['a red or black 42', { size: ['42'], colour: ['red', 'black'] }, false, true],
    ['an orange 43, seen as red and orange', { size: ['43'], colour: ['orange'] }, true, true],
    ['44 in stock, which there is in wide', { size: ['44'] }, true, true],
    ['a regular 44', { size: ['44'], width: ['regular'] }, false, true],
    ['a regular 44 in stock', { size: ['44'], width: ['regular'] }, true, false],
    ['a wide 42, where wide is 44 only', { size: ['42'], width: ['wide'] }, false, false],
    ['42 or a half size nobody makes', { size: ['42', '42.5'] }, true, true],
  ])('must hold of one pair: %s', (_, values, instock, isListed) => {
    expect(slugs([mixed], asking(values, { instock })).length === 1).toBe(isListed)
  })

  test('leave out a model without a single pair left', () => {
    const gone = shoe('gone', { variants: [variant('42', { isInStock: false })] })
    expect(slugs([gone, mixed], { ...EMPTY_FILTER, instock: true })).toEqual(['mixed'])
    expect(slugs([gone, mixed], EMPTY_FILTER)).toEqual(['gone', 'mixed'])
  })

  test('count a size only under the colour already chosen', () => {
    const { size } = countFacets([mixed], asking({ colour: ['red'] })).values
    expect([...size]).toEqual([['43', 1]])
  })

  test('count a model once for a size it has in two widths', () => {
    expect(countFacets([mixed], EMPTY_FILTER).values.size.get('44')).toBe(1)
  })
})

describe('the counts beside the filters', () => {
  test('say what choosing that value alone would list, the other filters as they are', () => {
    fc.assert(
      fc.property(listing, looseFilter, (products, filter) => {
        const counts = countFacets(products, filter)
        for (const facet of FACET_KEYS) {
          for (const value of VOCABULARY.values[facet]) {
            const alone = { ...filter, values: { ...filter.values, [facet]: [value] } }
            const listed = applyFilter(products, alone).length
            expect(counts.values[facet].get(value) ?? 0, `${facet} ${value}`).toBe(listed)
          }
        }
        expect(counts.sale).toBe(applyFilter(products, { ...filter, sale: true }).length)
        expect(counts.instock).toBe(applyFilter(products, { ...filter, instock: true }).length)
      }),
    )
  })

  test('do not change within a facet as its own values are chosen', () => {
    fc.assert(
      fc.property(
        listing,
        looseFilter,
        fc.constantFrom(...FACET_KEYS),
        (products, filter, facet) => {
          const open = { ...filter, values: { ...filter.values, [facet]: [] } }
          const before = countFacets(products, open).values[facet]
          expect(countFacets(products, filter).values[facet]).toEqual(before)
        },
      ),
    )
  })

  test('leave out values that would list nothing', () => {
    fc.assert(
      fc.property(listing, looseFilter, (products, filter) => {
        const { values } = countFacets(products, filter)
        const all = FACET_KEYS.flatMap((facet) => [...values[facet].values()])
        expect(all.filter((count) => count < 1)).toEqual([])
      }),
    )
  })
})

describe('narrowing', () => {
  test('by one more facet never lists more, nor in another order', () => {
    fc.assert(
      fc.property(
        listing,
        looseFilter,
        fc.constantFrom(...FACET_KEYS),
        (products, filter, facet) => {
          const open = { ...filter, values: { ...filter.values, [facet]: [] } }
          const before = applyFilter(products, open)
          const after = applyFilter(products, filter)
          expect(before.filter((product) => after.includes(product))).toEqual(after)
        },
      ),
    )
  })

  test('by one more value of the same facet never lists less', () => {
    fc.assert(
      fc.property(
        listing,
        looseFilter,
        fc.constantFrom(...FACET_KEYS),
        (products, filter, facet) => {
          fc.pre(filter.values[facet].length > 0)
          const all = { ...filter, values: { ...filter.values, [facet]: VOCABULARY.values[facet] } }
          const wider = applyFilter(products, all)
          for (const product of applyFilter(products, filter)) expect(wider).toContain(product)
        },
      ),
    )
  })
})

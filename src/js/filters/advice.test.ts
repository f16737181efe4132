import { describe, expect, test } from 'vitest'
import { adviseOn } from './advice.ts'
import { chosenValues } from './chosen.ts'
import { EMPTY_FILTER, type Filter } from './filter-query.ts'

function asking(changes: Partial<Filter>, values: Partial<Filter['values']> = {}): Filter {
  return { ...EMPTY_FILTER, ...changes, values: { ...EMPTY_FILTER.values, ...values } }
}

/** A shop in which nothing is both red and of size 42, and no word but "kite" finds anything. */
function count(filter: Filter): number {
  const { q, values } = filter
  if (q !== '' && q !== 'kite') return 0
  if (values.colour.length > 0 && values.size.length > 0) return 0
  return 9 - chosenValues(filter).length
}

describe('where nothing is listed', () => {
  test('a search without a filter is advised to use other words, and nothing else', () => {
    expect(adviseOn(asking({ q: 'zzzz' }), count)).toEqual({ isSearchUnknown: true, removals: [] })
  })

  test('filters are advised by name, with what is listed without each', () => {
    const { isSearchUnknown, removals } = adviseOn(
      asking({ sale: true }, { size: ['42'], colour: ['red'] }),
      count,
    )
    expect(isSearchUnknown).toBe(false)
    expect(removals).toEqual([
      { chosen: { key: 'size', value: '42' }, count: 7 },
      { chosen: { key: 'colour', value: 'red' }, count: 7 },
    ])
  })

  test('a search that finds something is not blamed for what its filters leave out', () => {
    const { isSearchUnknown, removals } = adviseOn(
      asking({ q: 'kite' }, { size: ['42'], colour: ['red'] }),
      count,
    )
    expect(isSearchUnknown).toBe(false)
    expect(removals.map(({ chosen }) => chosen.key)).toEqual(['size', 'colour'])
  })

  test('a search that finds nothing beside a filter gets both', () => {
    expect(adviseOn(asking({ q: 'zzzz', instock: true }), count)).toEqual({
      isSearchUnknown: true,
      removals: [{ chosen: { key: 'q' }, count: 8 }],
    })
  })

  test('no single filter is named where more than one must go', () => {
    const none = (): number => 0
    expect(adviseOn(asking({ sale: true, instock: true }), none).removals).toEqual([])
  })

  test('at most three are named, those that list the most first', () => {
    const filter = asking({ q: 'a', sale: true, instock: true, priceMinMinor: 1 })
    const { removals } = adviseOn(filter, ({ sale, instock, q }) =>
      !sale ? 4 : !instock ? 6 : q === '' ? 5 : 3,
    )
    expect(removals.map((one) => one.count)).toEqual([6, 5, 4])
  })
})

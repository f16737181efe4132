import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { filter } from '../../../tests/fixtures/products.ts'
import { chosenValues, clearFilter, withoutChosen } from './chosen.ts'
import { EMPTY_FILTER, toSearch, type Filter } from './filter-query.ts'

const asked: Filter = {
  q: 'kite',
  values: { ...EMPTY_FILTER.values, event: ['sprint', 'hurdles'], size: ['42'] },
  priceMinMinor: 0,
  priceMaxMinor: 12_995,
  sale: true,
  instock: true,
  sort: 'price-asc',
}

describe('the chips of a filter', () => {
  test('name each thing asked for once, in the order of the form; not the order of the list', () => {
    expect(chosenValues(asked)).toEqual([
      { key: 'q' },
      { key: 'event', value: 'sprint' },
      { key: 'event', value: 'hurdles' },
      { key: 'size', value: '42' },
      { key: 'price-min' },
      { key: 'price-max' },
      { key: 'instock' },
      { key: 'sale' },
    ])
  })

  test('are none where nothing is asked for', () => {
    expect(chosenValues({ ...EMPTY_FILTER, sort: 'newest' })).toEqual([])
  })

  test('take away one thing each and leave the rest', () => {
    fc.assert(
      fc.property(filter, (any) => {
        const chips = chosenValues(any)
        for (const chip of chips) {
          const rest = chips.filter((one) => one !== chip)
          const left = withoutChosen(any, chip)
          expect(chosenValues(left)).toEqual(rest)
          expect(left.sort).toBe(any.sort)
        }
      }),
    )
  })

  test('taken away one by one leave what “Clear all” leaves', () => {
    fc.assert(
      fc.property(filter, (any) => {
        const left = chosenValues(any).reduce(withoutChosen, any)
        expect(left).toEqual(clearFilter(any))
      }),
    )
  })
})

describe('“Clear all”', () => {
  test('keeps the order of the list and nothing else', () => {
    expect(toSearch(clearFilter(asked), 'USD')).toBe('sort=price-asc')
  })
})

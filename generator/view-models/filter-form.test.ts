import { describe, expect, test } from 'vitest'
import { makeSite } from '../../tests/fixtures/site.ts'
import { EVENTS } from '../../src/js/catalog/vocabulary.ts'
import { applyFilter, countFacets } from '../../src/js/filters/apply-filter.ts'
import { FACET_KEYS, type FacetKey } from '../../src/js/filters/facets.ts'
import {
  EMPTY_FILTER,
  parseFilter,
  SORT_KEYS,
  toSearch,
} from '../../src/js/filters/filter-query.ts'
import { unpackListing, type ListedProduct } from '../../src/js/filters/listing.ts'
import { eventPageView, shopPageView } from './list-page.ts'

const site = makeSite()
const small = shopPageView(site)
const real = shopPageView(makeSite({ isReal: true }))

function listed({ listing }: typeof real): readonly ListedProduct[] {
  return unpackListing(listing.products).filter((one) => one.isDiscontinued !== true)
}

function options(key: FacetKey, form = small.form): string[] {
  return form.facets.find((facet) => facet.key === key)?.options.map(({ value }) => value) ?? []
}

describe('the filter form', () => {
  test('offers the facets in the order of the address', () => {
    expect(real.form.facets.map(({ key }) => key)).toEqual([...FACET_KEYS])
  })

  test('opens with the counts that the page itself would count', () => {
    const products = listed(real)
    const counts = countFacets(products, EMPTY_FILTER)
    for (const { key, options: offered } of real.form.facets) {
      for (const { value, count } of offered) {
        expect(count, `${key} ${value}`).toBe(counts.values[key].get(value))
        const chosen = { ...EMPTY_FILTER.values, [key]: [value] }
        expect(applyFilter(products, { ...EMPTY_FILTER, values: chosen })).toHaveLength(count)
      }
    }
    expect(real.form.saleCount).toBe(counts.sale)
    expect(real.form.instockCount).toBe(counts.instock)
  })

  test('offers no value that would list nothing, and leaves none out that would list something', () => {
    const counts = countFacets(listed(real), EMPTY_FILTER)
    for (const key of FACET_KEYS) {
      const known = [...counts.values[key].keys()].filter((value) => value !== '')
      expect(options(key, real.form).toSorted(), key).toEqual(known.sort())
    }
  })

  test('sorts sizes by number, half sizes between whole ones', () => {
    expect(options('size')).toEqual(['38', '38.5', '40', '42', '42.5', '43'])
    const all = options('size', real.form).map(Number)
    expect(all).toEqual(all.toSorted((a, b) => a - b))
    expect(all.length).toBeGreaterThan(20)
  })

  test('sorts pins by number and events as a meet programme does', () => {
    const pins = options('pins', real.form).map(Number)
    expect(pins).toEqual(pins.toSorted((a, b) => a - b))
    expect(options('event', real.form)).toEqual(
      EVENTS.filter((one) => options('event', real.form).includes(one)),
    )
    expect(options('width')).toEqual(['regular', 'wide'])
  })

  test('names each value in words', () => {
    const labels = real.form.facets.flatMap(({ options: offered }) =>
      offered.map(({ label }) => label),
    )
    expect(labels).toEqual(
      expect.arrayContaining(['Sprint', 'Women', 'Wide', 'Kestrel', '42.5', '7 pins', 'No pins']),
    )
    expect(labels).toEqual(
      expect.arrayContaining(['Outdoor track', 'First pair and school', 'Very stiff', 'No plate']),
    )
    expect(labels.filter((label) => label.includes('undefined') || label.trim() === '')).toEqual([])
  })

  test('offers every order of the list, the featured one first', () => {
    expect(small.form.sorts.map(({ key }) => key)).toEqual([...SORT_KEYS])
  })

  test('on an event’s page does not ask for the event again', () => {
    const { form } = eventPageView(site, 'sprint')
    expect(form.facets.map(({ key }) => key)).not.toContain('event')
    expect(form.vocabulary.values.event).toEqual([])
  })

  test('makes addresses that are read back as they were', () => {
    const { vocabulary } = real.form
    for (const key of FACET_KEYS) {
      const filter = {
        ...EMPTY_FILTER,
        values: { ...EMPTY_FILTER.values, [key]: vocabulary.values[key] },
      }
      expect(parseFilter(toSearch(filter, vocabulary.currency), vocabulary)).toEqual(filter)
    }
  })
})

import { describe, expect, test } from 'vitest'
import { makeSite, productOf, shoeOf } from '../../tests/fixtures/site.ts'
import type { Product, Shoe } from '../catalog/catalogue.ts'
import { factsView } from './product-facts.ts'

const site = makeSite()
const swift = shoeOf(site, 'swift')
const mudLark = shoeOf(site, 'mud-lark')

/** One row's value; undefined if there is no such row. */
function fact(product: Product, term: string): string | undefined {
  return factsView(site, product).find((row) => row.term === term)?.value
}

describe('the specs', () => {
  test.each([
    ['Events', 'Sprint, Hurdles'],
    ['Distance', '60 to 400 m'],
    ['Surface', 'Outdoor track, indoor track'],
    ['Weight', '148 g per shoe in EU 42.5'],
    ['Spike plate', 'Carbon fiber, full length'],
    ['Stiffness', '5 out of 5'],
    ['Pins', '7 under the forefoot, removable'],
    ['Comes with', '6 mm pyramid pins'],
    ['Max pin length', '9 mm'],
    ['Drop', '-2.1 mm'],
    ['Fit', 'Runs small: go up half a size. Worn snug.'],
    ['Style code', 'SW1'],
  ])('says under %s: %s', (term, expected) => {
    expect(fact(swift, term)).toBe(expected)
  })

  test('counts heel pins apart', () => {
    expect(fact(mudLark, 'Pins')).toBe('5 under the forefoot, 2 under the heel, removable')
  })

  test('leaves out what the owner did not enter', () => {
    for (const term of ['Distance', 'Comes with', 'Max pin length', 'Takeoff foot']) {
      expect(fact(mudLark, term), term).toBeUndefined()
    }
  })

  test('subtracts tenths of a millimetre exactly', () => {
    const sole = { 'heel-mm': 20.3, 'forefoot-mm': 20.1 }
    expect(fact({ ...swift, 'stack-height': sole }, 'Drop')).toBe('0.2 mm')
  })

  test('shows a single distance as one number', () => {
    expect(fact({ ...swift, distance: { from: 400, to: 400 } }, 'Distance')).toBe('400 m')
  })

  test('names the takeoff foot if a shoe is made for one', () => {
    expect(fact({ ...swift, 'takeoff-foot': 'left' }, 'Takeoff foot')).toBe('Left foot')
  })

  test('says of a shoe for the circle that it has neither plate nor pins', () => {
    const thrower: Shoe = {
      ...swift,
      plate: { material: 'none', length: 'none', stiffness: 0 },
      pins: { forefoot: 0, heel: 0, fixing: 'none' },
      surfaces: ['circle'],
    }
    expect(fact(thrower, 'Pins')).toBe('None')
    expect(fact(thrower, 'Spike plate')).toBe('No plate')
    expect(fact(thrower, 'Stiffness')).toBeUndefined()
    expect(fact(thrower, 'Rules')).not.toContain('pins')
  })

  test('explains the rule on soles, and says to check for cross country', () => {
    expect(fact(swift, 'Rules')).toContain('The sole is 16.3 mm at its thickest')
    expect(fact(swift, 'Rules')).toContain('allows 20 mm')
    const country: Shoe = { ...mudLark, events: ['cross-country'] }
    expect(fact(country, 'Rules')).toBe(
      'Cross-country rules on sole thickness changed on April 1, 2026. Check with your meet.',
    )
  })

  test('lists number, shape and metal of a set of pins', () => {
    const pins = productOf(site, 'steel-pins')
    expect(factsView(site, pins).map(({ term, value }) => `${term}: ${value}`)).toEqual([
      'Type: Pins',
      'Shape: Pyramid',
      'In the set: 12 pins',
      'Material: Steel',
      'Style code: PIN',
    ])
  })
})

test('no product of the real catalogue has an empty fact, or one twice', () => {
  const real = makeSite({ isReal: true })
  for (const product of real.catalogue.products) {
    const facts = factsView(real, product)
    expect(
      facts.filter(({ value }) => value.trim() === '' || /undefined|NaN|null/.test(value)),
    ).toEqual([])
    expect(new Set(facts.map(({ term }) => term)).size).toBe(facts.length)
  }
})

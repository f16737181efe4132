import { expect, test } from 'vitest'
import { makeSite, productOf, shoeOf } from '../../tests/fixtures/site.ts'
import { keyFactsView } from './key-facts.ts'

const site = makeSite()
const swift = shoeOf(site, 'swift')

test('the key figures of a shoe are weight, pins, stack and plate', () => {
  expect(keyFactsView(site, swift)).toEqual([
    { term: 'Weight', value: '148 g' },
    { term: 'Pins', value: '7' },
    { term: 'Stack height', value: '14.2 / 16.3 mm' },
    { term: 'Plate', value: 'Carbon fiber' },
  ])
})

test.each([
  [7, 4, '7 + 4'],
  [0, 0, 'None'],
])('%d pins in front and %d at the heel are written %s', (forefoot, heel, value) => {
  const pins = { ...swift.pins, forefoot, heel }
  expect(keyFactsView(site, { ...swift, pins })[1]?.value).toBe(value)
})

test('an accessory has no key figures', () => {
  expect(keyFactsView(site, productOf(site, 'steel-pins'))).toEqual([])
})

import { expect, test } from 'vitest'
import type { ShippingMethod } from '../cart/shipping.ts'
import { addChoice, chooseMethod } from './choose-method.ts'

function method(id: string, name: string, ...countries: readonly string[]): ShippingMethod {
  return { id, name, countries, days: { from: 1, to: 2 }, rateMinor: 100, freeFromMinor: null }
}

const METHODS = [
  method('standard', 'Standard', 'US'),
  method('express', 'Express', 'US', 'GB'),
  method('north', 'Standard', 'CA', 'MX'),
  method('north-express', 'Express', 'MX'),
  method('world', 'International', 'DE', 'GB'),
]

/** Choose methods and countries one after the other, and say what is chosen then. */
function after(...steps: readonly string[]): readonly (string | undefined)[] {
  let country = 'US'
  let delivery = ''
  for (const step of steps) {
    if (/^[A-Z]{2}$/.test(step)) country = step
    else delivery = addChoice(delivery, step)
  }
  const { method: chosen, missed } = chooseMethod(METHODS, { country, delivery })
  return [chosen?.id, missed?.id]
}

test.each([
  ['nothing', [], ['standard', undefined]],
  ['Express', ['express'], ['express', undefined]],
  ['Express, then Germany', ['express', 'DE'], ['world', 'express']],
  ['Express, Germany and back', ['express', 'DE', 'US'], ['express', undefined]],
  ['Express, Germany, Canada and back', ['express', 'DE', 'CA', 'US'], ['express', undefined]],
  ['Express, then Chile', ['express', 'CL'], [undefined, 'express']],
  ['Express, Chile and back', ['express', 'CL', 'US'], ['express', undefined]],
  ['Express, then Mexico’s own Express', ['express', 'MX'], ['north-express', undefined]],
  ['Standard, then Canada’s own Standard', ['standard', 'CA'], ['north', undefined]],
  ['Express, then Standard', ['express', 'standard'], ['standard', undefined]],
  ['Express, then International in Britain', ['express', 'GB', 'world'], ['world', undefined]],
  ['the same and back', ['express', 'GB', 'world', 'US'], ['express', undefined]],
  ['a method that is gone', ['gone'], ['standard', undefined]],
] as const)('after %s, %o leads to %o', (_, steps, expected) => {
  expect(after(...steps)).toEqual(expected)
})

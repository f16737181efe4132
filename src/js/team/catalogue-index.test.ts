import { describe, expect, test } from 'vitest'
import { INDEX, SHOP } from '../../../tests/fixtures/team.ts'
import { matchColour, matchModel, matchOption, type Match } from './catalogue-index.ts'
import { likeness, plainWords } from './plain-words.ts'

function named(match: Match<{ readonly name: string }>): string {
  if (match.kind === 'one') return match.thing.name
  return `${match.kind}: ${match.near.map(({ name }) => name).join(', ')}`
}

describe('a model', () => {
  test.each([
    ['Swift', 'Swift'],
    ['  sWIFT ', 'Swift'],
    ['Kestrel Swift', 'Swift'],
    ['Swift Kestrel', 'Swift'],
    ['SW1', 'Swift'],
    ['sw-1', 'Swift'],
    ['swift-two', 'Swift Two'],
    ['SwiftTwo', 'Swift Two'],
    ['elan', 'Élan'],
    ['ÉLAN', 'Élan'],
    ['Steel', 'Steel Pins'],
    ['Swft', 'none: Swift, Swift Two'],
    ['Kestrel', 'several: Swift, Swift Two, Steel Pins, Key'],
    ['Zebra', 'none: '],
    ['', 'none: '],
    ['👟', 'none: '],
    ['__proto__', 'none: '],
  ])('written %j is %s', (text, expected) => {
    expect(named(matchModel(text, INDEX))).toBe(expected)
  })
})

describe('a colour of Swift', () => {
  const [swift] = SHOP

  test.each([
    ['Ember', 'Ember'],
    ['EMB', 'Ember'],
    ['ember', 'Ember'],
    ['emb.', 'Ember'],
    ['Sla', 'Slate'],
    ['Chalk', 'none: Ember, Slate'],
    ['🙂', 'none: Ember, Slate'],
  ])('written %j is %s', (text, expected) => {
    expect(named(matchColour(text, swift!))).toBe(expected)
  })
})

describe('an accessory’s option', () => {
  test.each([
    ['6 mm', '6 mm'],
    ['6mm', '6 mm'],
    ['6', '6 mm'],
    [' 9 MM', '9 mm'],
    ['7', 'none'],
    ['', 'none'],
  ])('written %j is %s', (text, expected) => {
    const match = matchOption(text, ['6 mm', '9 mm'])
    expect(match.kind === 'one' ? match.thing : match.kind).toBe(expected)
  })

  test('need not be written where there is one', () => {
    expect(matchOption('', ['one-size'])).toEqual({ kind: 'one', thing: 'one-size' })
  })
})

test.each([
  ['  KITE–100 ', 'kite 100'],
  ['Größe:', 'grosse'],
  ['Smørrebrød', 'smorrebrod'],
  ['张伟', '张伟'],
  ['محمد', 'محمد'],
  ['<b>x</b>', 'b x b'],
  ['!?', ''],
])('plain words of %j are %j', (text, expected) => {
  expect(plainWords(text)).toBe(expected)
})

test('names are alike by the letters they share', () => {
  expect(likeness('Kyte 100', 'Kite 100')).toBeGreaterThan(0.6)
  expect(likeness('Kite 100', 'kite-100')).toBe(1)
  expect(likeness('Kite', 'Vidd')).toBe(0)
  expect(likeness('', '')).toBe(0)
})

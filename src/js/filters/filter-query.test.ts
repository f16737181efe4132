import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { filter, VOCABULARY } from '../../../tests/fixtures/products.ts'
import {
  cleanSearch,
  EMPTY_FILTER,
  isCanonical,
  parseFilter,
  readFilter,
  toSearch,
} from './filter-query.ts'

const CURRENCIES = ['USD', 'JPY', 'KWD'] as const

function read(search: string, currency = 'USD'): ReturnType<typeof parseFilter> {
  return parseFilter(search, { ...VOCABULARY, currency })
}

function unknownIn(search: string): readonly string[] {
  return readFilter(search, VOCABULARY).unknown.map(({ key, text }) => `${key}: ${text}`)
}

/** What the address would become after reading it. */
function rewrite(search: string, currency = 'USD'): string {
  return toSearch(read(search, currency), currency)
}

/** Texts that look like addresses, and texts that break naive readers. */
const address = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 500 }),
  fc
    .array(
      fc.tuple(
        fc.constantFrom(
          'q',
          'event',
          'size',
          'price-min',
          'price-max',
          'sale',
          'sort',
          '__proto__',
        ),
        fc.oneof(
          fc.constantFrom(
            'sprint',
            '42',
            '42.5',
            '%',
            '%zz',
            '%F0%9F',
            '129,95',
            '999999.99',
            '-1',
          ),
          fc.constantFrom('1e9', 'NaN', '', '1', 'on', 'price-asc', '\ud83d', '000120', '0.1'),
          fc.string({ unit: 'binary', maxLength: 120 }),
        ),
      ),
    )
    .map((pairs) => pairs.map(([key, value]) => `${key}=${value}`).join('&')),
)

describe('an address', () => {
  test('with the documented keys is read as documented', () => {
    const search =
      '?event=sprint&event=hurdles&gender=women&size=42&width=wide&brand=ostra&colour=red' +
      '&surface=grass&level=elite&plate=5&pins=6&q=kite&price-min=50&price-max=129.95&sale=1&instock=1&sort=price-asc'
    expect(read(search)).toEqual({
      q: 'kite',
      values: {
        event: ['sprint', 'hurdles'],
        gender: ['women'],
        size: ['42'],
        width: ['wide'],
        brand: ['ostra'],
        colour: ['red'],
        surface: ['grass'],
        level: ['elite'],
        plate: ['5'],
        pins: ['6'],
      },
      priceMinMinor: 5000,
      priceMaxMinor: 12_995,
      sale: true,
      instock: true,
      sort: 'price-asc',
    })
  })

  test.each([
    ['', 'nothing at all'],
    ['?', 'a lone question mark'],
    ['utm_source=mail&ref=7', 'keys of other people'],
    ['event=knitting&size=42.3&brand=%', 'values nobody offers'],
    ['sort=cheapest', 'an order nobody offers'],
    ['price-min=abc&price-max=-1', 'prices that are none'],
    ['price-min=1e3&price-max=12.3456', 'prices no tag would show'],
    ['price-min=1234567890', 'a price beyond a billion'],
    ['sale=0&instock=no', 'switches that are off'],
    ['__proto__=x&constructor=y&values=z', 'names of JavaScript'],
    ['&&&===&=&%&%zz', 'noise'],
  ])('of "%s" (%s) asks for nothing', (search) => {
    expect(read(search)).toEqual(EMPTY_FILTER)
  })

  test('keeps what it knows beside what it does not', () => {
    expect(rewrite('event=knitting&event=sprint&x=1&size=42&sort=cheapest')).toBe(
      'event=sprint&size=42',
    )
  })

  test('names a value twice, or values in any order, to the same effect', () => {
    expect(rewrite('size=42.5&event=hurdles&size=42&event=sprint&event=sprint')).toBe(
      'event=sprint&event=hurdles&size=42&size=42.5',
    )
  })

  test.each([
    ['129.95', 12_995],
    ['129,95', 12_995],
    [' 129 ', 12_900],
    ['0', 0],
    ['0.5', 50],
    ['007', 700],
    ['999999', 99_999_900],
  ])('may write a price as "%s"', (text, expected) => {
    const search = new URLSearchParams({ 'price-max': text }).toString()
    expect(read(search).priceMaxMinor).toBe(expected)
  })

  test.each(['sale', 'sale=', 'sale=1', 'sale=on', 'sale=true'])(
    'turns the sale on by %s',
    (text) => {
      expect(rewrite(text)).toBe('sale=1')
    },
  )

  test('is empty for a filter that asks for nothing', () => {
    expect(toSearch(EMPTY_FILTER, 'USD')).toBe('')
  })

  test('leaves the featured order out, since that is what a page shows anyway', () => {
    expect(rewrite('sort=featured')).toBe('')
  })
})

describe('a filter and its address', () => {
  test.each(['USD', 'CNY'])('are the same thing, in %s', (currency) => {
    fc.assert(
      fc.property(filter, (asked) => {
        expect(parseFilter(toSearch(asked, currency), { ...VOCABULARY, currency })).toEqual(asked)
      }),
    )
  })

  test.each(CURRENCIES)(
    'settle at once, whatever was typed into the address bar, in %s',
    (currency) => {
      fc.assert(
        fc.property(address, (search) => {
          const once = rewrite(search, currency)
          expect(rewrite(once, currency)).toBe(once)
        }),
        { numRuns: 500 },
      )
    },
  )

  test.each([
    ['the letter a', 'a'],
    ['per cent signs', '%'],
    ['half emojis', '\ud83d'],
    ['repeated sizes', 'size=42&'],
    ['repeated searches', '&q=%F0%9F%91%9F'],
    ['new lines', '\n'],
  ])('settle for a hundred thousand characters of %s', (_, text) => {
    const search = text.repeat(Math.ceil(100_000 / text.length))
    const once = rewrite(search)
    expect(rewrite(once)).toBe(once)
    expect(once.length).toBeLessThan(2000)
  })
})

describe('a shared link', () => {
  test.each([
    ['event=Sprint', 'event=sprint'],
    ['event=SPRINT', 'event=sprint'],
    ['EVENT=sprint', 'event=sprint'],
    ['Event=Sprint&Size=42', 'event=sprint&size=42'],
    ['event[]=sprint&event[]=hurdles', 'event=sprint&event=hurdles'],
    ['event=sprint.', 'event=sprint'],
    ['event=sprint)', 'event=sprint'],
    ['event=sprint).', 'event=sprint'],
    ['event=sprint,', 'event=sprint'],
    ['event=sprint!', 'event=sprint'],
    ['event=sprint>', 'event=sprint'],
    ['event=%22sprint%22', 'event=sprint'],
    ['event=sprint%E2%80%9D', 'event=sprint'],
    ['event=sprint%20', 'event=sprint'],
    ['event=%20sprint', 'event=sprint'],
    ['event=sprint%0A', 'event=sprint'],
    ['event=sprint%E2%80%8B', 'event=sprint'],
    ['event=sprint,hurdles', 'event=sprint&event=hurdles'],
    ['event=sprint;%20hurdles', 'event=sprint&event=hurdles'],
    ['size=42,', 'size=42'],
    ['size=42.', 'size=42'],
    ['size=42)', 'size=42'],
    ['size=42.0', 'size=42'],
    ['size=42,5', 'size=42.5'],
    ['size=42%C2%BD', 'size=42.5'],
    ['size=EU42', 'size=42'],
    ['size=EU%2042', 'size=42'],
    ['size=%EF%BC%94%EF%BC%92', 'size=42'],
    ['size=41,42', 'size=41&size=42'],
    ['color=Red', 'colour=red'],
    ['sort=Price-Asc.', 'sort=price-asc'],
    ['sort=price_asc', 'sort=price-asc'],
    ['sale=TRUE', 'sale=1'],
    ['sale=yes', 'sale=1'],
    ['instock=1.', 'instock=1'],
    ['price-max=$100', 'price-max=100'],
    ['price-max=1.000,50', 'price-max=1000.5'],
    ['price-min=100.', 'price-min=100'],
    ['price-min=200&price-max=100', 'price-min=100&price-max=200'],
    ['q=kite%20&Q=x', 'q=kite'],
  ])('%s is read as %s', (search, meant) => {
    expect(rewrite(search)).toBe(meant)
    expect(unknownIn(search)).toEqual([])
  })

  test.each([
    ['event=knitting', ['event: knitting']],
    ['event=sprint,knitting', ['event: knitting']],
    ['event=__proto__&size=constructor', ['event: __proto__', 'size: constructor']],
    ['size=99&size=-42', ['size: 99', 'size: -42']],
    ['size=US%209', ['size: US 9']],
    ['pins=-6', ['pins: -6']],
    ['sort=cheapest', ['sort: cheapest']],
    ['sale=perhaps', ['sale: perhaps']],
    ['price-min=abc&price-max=-5', ['price-min: abc', 'price-max: -5']],
    ['price-max=1e9', ['price-max: 1e9']],
  ])('%s says what it does not know', (search, expected) => {
    expect(unknownIn(search)).toEqual(expected)
  })

  test.each(['event=&size=&sort=&price-min=', 'event=%&size=.', 'utm_source=mail', 'sale=0', 'x'])(
    '%s has nothing to say about',
    (search) => {
      expect(unknownIn(search)).toEqual([])
    },
  )

  test('to an event’s page does not ask for the event that it is about', () => {
    const vocabulary = { ...VOCABULARY, values: { ...VOCABULARY.values, event: [] } }
    expect(readFilter('event=hurdles&event=chess', vocabulary)).toEqual({
      filter: EMPTY_FILTER,
      unknown: [],
    })
  })

  test('is canonical as the page writes it, whatever others have added', () => {
    const isOurs = (search: string): boolean => isCanonical(search, read(search), 'USD')
    expect(['', '?q=kite+100&event=sprint', '?event=sprint&utm_source=x'].map(isOurs)).toEqual([
      true,
      true,
      true,
    ])
    expect(['?event=Sprint', '?Event=sprint', '?size=42&event=sprint', '?q='].map(isOurs)).toEqual([
      false,
      false,
      false,
      false,
    ])
  })

  test('keeps its meaning through what people and programs do to it', () => {
    const spoil = fc.constantFrom(
      (text: string) => text.toUpperCase(),
      (text: string) => `${text}.`,
      (text: string) => ` ${text}`,
      (text: string) => `${text})`,
      (text: string) => `“${text}”,`,
      (text: string) => text,
    )
    fc.assert(
      fc.property(filter, spoil, (asked, change) => {
        const meant = { ...asked, q: '' }
        const canonical = new URLSearchParams(toSearch(meant, 'USD'))
        const spoiled = new URLSearchParams(
          [...canonical].map(([key, value]) => [
            key,
            key.startsWith('price') ? value : change(value),
          ]),
        )
        expect(read(spoiled.toString())).toEqual(meant)
      }),
    )
  })
})

describe('search words', () => {
  test.each([
    ['  kite   100 ', 'kite 100'],
    ['kite\t\n100', 'kite 100'],
    ['   ', ''],
    ['Élan 👟', 'Élan 👟'],
    [`${'a'.repeat(99)} tail`, 'a'.repeat(99)],
    [`${'a'.repeat(99)}👟`, `${'a'.repeat(99)}\ufffd`],
  ])('“%s” are read as “%s”', (typed, expected) => {
    expect(cleanSearch(typed)).toBe(expected)
  })

  test('are cut to a hundred characters', () => {
    expect(read(`q=${'kite '.repeat(5000)}`).q).toHaveLength(99)
  })

  test('survive being read again, and can always be written into a link', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
        const q = cleanSearch(typed)
        expect(cleanSearch(q)).toBe(q)
        expect(decodeURIComponent(encodeURIComponent(q))).toBe(q)
      }),
    )
  })
})

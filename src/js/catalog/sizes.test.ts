import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GENDERS } from './vocabulary.ts'
import { sizeChart } from './size-chart.ts'
import {
  SIZE_SYSTEMS,
  compareSizes,
  findByFootLength,
  neighbours,
  parseSize,
  sizeLabel,
} from './sizes.ts'

const gender = fc.constantFrom(...GENDERS)
const euSize = fc.integer({ min: 20, max: 199 }).map((halves) => halves / 2)

/** Sizes, options, and texts made of the characters that could confuse an order. */
const label = fc.oneof(
  euSize.map(String),
  fc.constantFrom('one-size', '6 mm', '12 mm', '9.5 mm', '42,5', '42.50', '042', '', ' '),
  fc.string({
    unit: fc.constantFrom('0', '1', '9', '.', ',', ' ', '-', 'm', 'M', 'é'),
    maxLength: 8,
  }),
  fc.string(),
)

describe('a size’s label', () => {
  test.each([
    [42.5, 'men', 'eu', '42.5'],
    [42.5, 'men', 'us', '9'],
    [42.5, 'men', 'uk', '8'],
    [42.5, 'men', 'cm', '27'],
    [42.5, 'women', 'us', '10.5'],
    [42.5, 'unisex', 'uk', '8'],
    [31, 'kids', 'us', '13C'],
    [32, 'kids', 'us', '1Y'],
    [33, 'kids', 'uk', '1'],
  ] as const)('EU %d, %s, reads in %s as %s', (eu, whose, system, expected) => {
    expect(sizeLabel(eu, whose, system)).toBe(expected)
  })

  test('of a unisex model names the men’s and the women’s US size', () => {
    expect(sizeLabel(42.5, 'unisex', 'us')).toBe('M 9 / W 10.5')
  })

  test('says that it is EU where the chart cannot convert it', () => {
    expect(sizeLabel(41.5, 'men', 'us')).toBe('EU 41.5')
    expect(sizeLabel(50, 'unisex', 'us')).toBe('EU 50')
    expect(sizeLabel(41.5, 'men', 'eu')).toBe('41.5')
  })

  test('never fails and is never empty, whatever the size', () => {
    fc.assert(
      fc.property(fc.double(), gender, fc.constantFrom(...SIZE_SYSTEMS), (eu, whose, system) => {
        expect(sizeLabel(eu, whose, system)).not.toBe('')
      }),
    )
  })

  test.each(GENDERS)('in EU and in US tells every %s size from the others', (whose) => {
    const chart = sizeChart(whose)
    for (const system of ['eu', 'us'] as const) {
      const labels = new Set(chart.map(({ eu }) => sizeLabel(eu, whose, system)))
      expect(labels.size).toBe(chart.length)
    }
  })
})

describe('a size for a measured foot', () => {
  test('is the one made for exactly that foot, with nothing to spare', () => {
    for (const whose of GENDERS) {
      for (const row of sizeChart(whose)) {
        expect(findByFootLength(row.footMm, whose)).toEqual({ row, spareMm: 0 })
      }
    }
  })

  test('between two sizes is the larger', () => {
    const fit = findByFootLength(260, 'men')
    expect(fit?.row.eu).toBe(42.5)
    expect(fit?.spareMm).toBe(2)
  })

  test('is the smallest that the foot fits', () => {
    fc.assert(
      fc.property(fc.double({ min: 130, max: 330, noNaN: true }), gender, (footMm, whose) => {
        const fit = findByFootLength(footMm, whose)
        if (fit === undefined) return
        expect(fit.row.footMm).toBeGreaterThanOrEqual(footMm)
        expect(fit.spareMm).toBeGreaterThanOrEqual(0)
        for (const { eu, footMm: made } of sizeChart(whose)) {
          if (eu < fit.row.eu) expect(made).toBeLessThan(footMm)
        }
      }),
    )
  })

  test('is found for every foot between the chart’s ends', () => {
    fc.assert(
      fc.property(gender, fc.double({ min: 0, max: 1, noNaN: true }), (whose, share) => {
        const first = sizeChart(whose)[0]!.footMm
        const last = sizeChart(whose).at(-1)!.footMm
        const footMm = Math.min(last, first + share * (last - first))
        expect(findByFootLength(footMm, whose)).toBeDefined()
      }),
    )
  })

  test('never gets smaller as the foot gets longer', () => {
    const foot = fc.integer({ min: 220, max: 279 })
    fc.assert(
      fc.property(foot, foot, (one, other) => {
        const [short, long] = [Math.min(one, other), Math.max(one, other)]
        const sizeOf = (footMm: number): number => findByFootLength(footMm, 'women')!.row.eu
        expect(sizeOf(short)).toBeLessThanOrEqual(sizeOf(long))
      }),
    )
  })

  test('is not offered to a foot that the chart ends above or below', () => {
    expect(findByFootLength(314, 'men')).toBeUndefined()
    expect(findByFootLength(211, 'men')).toBeUndefined()
    expect(findByFootLength(280, 'women')).toBeUndefined()
    expect(findByFootLength(0, 'kids')).toBeUndefined()
    for (const odd of [Number.NaN, Infinity, -Infinity, -250]) {
      expect(findByFootLength(odd, 'unisex')).toBeUndefined()
    }
  })

  test('is the smallest there is for a foot less than half a size shorter', () => {
    expect(findByFootLength(212, 'men')?.row.eu).toBe(35.5)
  })
})

describe('neighbouring sizes', () => {
  test('are the nearest that can be had, in whatever order the stock lists them', () => {
    expect(neighbours(42, [44, 40, 43, 41, 42])).toEqual({ smaller: 41, larger: 43 })
  })

  test('are missing at the ends of the run', () => {
    expect(neighbours(40, [40, 41])).toEqual({ larger: 41 })
    expect(neighbours(41, [40, 41])).toEqual({ smaller: 40 })
    expect(neighbours(41, [])).toEqual({})
    expect(Object.keys(neighbours(41, [41]))).toEqual([])
  })

  test('lie strictly either side, with nothing to be had between', () => {
    fc.assert(
      fc.property(euSize, fc.array(euSize), (eu, available) => {
        const { smaller, larger } = neighbours(eu, available)
        if (smaller !== undefined) expect(smaller).toBeLessThan(eu)
        if (larger !== undefined) expect(larger).toBeGreaterThan(eu)
        for (const size of available) {
          if (size < eu) expect(size).toBeLessThanOrEqual(smaller!)
          if (size > eu) expect(size).toBeGreaterThanOrEqual(larger!)
        }
        for (const found of [smaller, larger]) {
          if (found !== undefined) expect(available).toContain(found)
        }
      }),
    )
  })
})

describe('the order of sizes', () => {
  test('is by number, half sizes between whole ones', () => {
    expect(['10', '9', '42.5', '43', '42', '9.5'].toSorted(compareSizes)).toEqual([
      '9',
      '9.5',
      '10',
      '42',
      '42.5',
      '43',
    ])
  })

  test('puts options after numbers, by the numbers in them', () => {
    const options = ['one-size', '12 mm', '2.5 l', '2.25 l', '6 mm', '45', '9 mm', 'pack of 8']
    expect([...options, 'pack of 12'].toSorted(compareSizes)).toEqual([
      '45',
      '2.25 l',
      '2.5 l',
      '6 mm',
      '9 mm',
      '12 mm',
      'one-size',
      'pack of 8',
      'pack of 12',
    ])
  })

  test('agrees with the numbers', () => {
    fc.assert(
      fc.property(euSize, euSize, (a, b) => {
        expect(compareSizes(String(a), String(b))).toBe(Math.sign(a - b))
      }),
    )
  })

  test('turns round when its two sizes do, and ties only a size with itself', () => {
    fc.assert(
      fc.property(label, label, (a, b) => {
        expect(Math.sign(compareSizes(a, b)) + Math.sign(compareSizes(b, a))).toBe(0)
        expect(compareSizes(a, b) === 0).toBe(a === b)
      }),
    )
  })

  test('never runs in a circle', () => {
    fc.assert(
      fc.property(label, label, label, (a, b, c) => {
        if (compareSizes(a, b) <= 0 && compareSizes(b, c) <= 0) {
          expect(compareSizes(a, c)).toBeLessThanOrEqual(0)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('is the same when sorted again, and from any order', () => {
    fc.assert(
      fc.property(fc.array(label), (labels) => {
        const once = labels.toSorted(compareSizes)
        expect(once.toSorted(compareSizes)).toEqual(once)
        expect(labels.toReversed().toSorted(compareSizes)).toEqual(once)
      }),
    )
  })

  test('puts a shorter label before the longer one it begins, however its numbers are written', () => {
    expect(compareSizes('6.0 m', '6,0 m2')).toBeLessThan(0)
    expect(compareSizes('6,0 m2', '6.0 m')).toBeGreaterThan(0)
  })

  test('ties no two numbers, even ones too long to hold', () => {
    const [one, other] = ['9'.repeat(400), '8'.repeat(400)] as const
    expect(compareSizes(one, other)).toBe(1)
    expect(compareSizes(other, one)).toBe(-1)
  })
})

describe('a size as typed', () => {
  test.each([
    ['42', 42],
    ['42.5', 42.5],
    ['42,5', 42.5],
    ['25', 25],
  ])('%s is read', (text, expected) => {
    expect(parseSize(text)).toBe(expected)
  })

  test.each([
    ...['', ' ', '9', '07', '420', '42.', '.5', '42.0', '42.3', '42.55', '42 2/3', '42,5,', '42\n'],
    ...[' 42', '-42', '+42', '4e1', '0x2a', '４２', '13C', 'EU 42', '6 mm', 'one-size', 'NaN'],
  ])('%j is not taken for one', (text) => {
    expect(parseSize(text)).toBeUndefined()
  })

  test('reads back every size of every chart, with a point or a comma', () => {
    for (const { eu } of GENDERS.flatMap(sizeChart)) {
      expect(parseSize(sizeLabel(eu, 'men', 'eu'))).toBe(eu)
      expect(parseSize(String(eu).replace('.', ','))).toBe(eu)
    }
  })

  test('is a whole or half number of two digits, or nothing, whatever the text', () => {
    fc.assert(
      fc.property(label, (text) => {
        const size = parseSize(text)
        if (size === undefined) return
        expect(String(size)).toBe(text.replace(',', '.'))
        expect(Number.isInteger(size * 2) && size >= 10 && size < 100).toBe(true)
      }),
    )
  })
})

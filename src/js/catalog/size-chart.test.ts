import { describe, expect, test } from 'vitest'
import { GENDERS } from './vocabulary.ts'
import { type SizeRow, sizeChart } from './size-chart.ts'

const MM_PER_INCH = 25.4

/** Foot length by the Brannock device: thirds of an inch from a zero 22 (women: 21) sizes down. */
function brannockMm(usSize: string, sizesToZero: number): number {
  return (MM_PER_INCH / 3) * (Number(usSize) + sizesToZero)
}

function pairs(chart: readonly SizeRow[]): [SizeRow, SizeRow][] {
  return chart.slice(1).map((row, index) => [chart[index]!, row])
}

function row(gender: (typeof GENDERS)[number], eu: number): SizeRow {
  return sizeChart(gender).find((candidate) => candidate.eu === eu)!
}

describe.each(GENDERS)('the %s chart', (gender) => {
  const chart = sizeChart(gender)

  test('lists every EU size once, smallest first, in whole and half sizes', () => {
    for (const [smaller, larger] of pairs(chart)) expect(larger.eu).toBeGreaterThan(smaller.eu)
    for (const { eu } of chart) expect(Number.isInteger(eu * 2)).toBe(true)
  })

  test('gives a larger size a longer foot', () => {
    for (const [smaller, larger] of pairs(chart)) {
      expect(larger.footMm, `EU ${larger.eu}`).toBeGreaterThan(smaller.footMm)
    }
  })

  test('never prints fewer centimetres on the box of a larger size', () => {
    for (const [smaller, larger] of pairs(chart)) {
      expect(larger.cm, `EU ${larger.eu}`).toBeGreaterThanOrEqual(smaller.cm)
    }
  })

  test('gives no two sizes the same US label', () => {
    expect(new Set(chart.map(({ us }) => us)).size).toBe(chart.length)
  })

  test('leaves out no half size between its smallest and largest US size', () => {
    for (const [smaller, larger] of pairs(chart)) {
      const step = Number.parseFloat(larger.us) - Number.parseFloat(smaller.us)
      expect(larger.us === '1Y' ? step + 13 : step, `US ${larger.us}`).toBe(0.5)
    }
  })

  test('spans one half size of foot between neighbours, give or take 2.5 mm', () => {
    for (const [smaller, larger] of pairs(chart)) {
      const step = larger.footMm - smaller.footMm
      expect(Math.abs(step - MM_PER_INCH / 6), `EU ${larger.eu}`).toBeLessThan(2.5)
    }
  })
})

describe('the charts together', () => {
  test('sell unisex models by the men’s chart', () => {
    expect(sizeChart('unisex')).toEqual(sizeChart('men'))
  })

  test('name the women’s US size 1.5 above the men’s, on the men’s chart alone', () => {
    for (const { us, usWomen } of sizeChart('unisex')) {
      expect(Number(usWomen)).toBe(Number(us) + 1.5)
    }
    for (const { usWomen } of [...sizeChart('women'), ...sizeChart('kids')]) {
      expect(usWomen).toBeUndefined()
    }
  })

  test('take adults’ foot lengths from the Brannock device, to the millimetre', () => {
    for (const { us, footMm } of sizeChart('men'))
      expect(footMm).toBe(Math.round(brannockMm(us, 22)))
    for (const { us, footMm } of sizeChart('women'))
      expect(footMm).toBe(Math.round(brannockMm(us, 21)))
  })

  test('round kids’ centimetres from the foot to the nearest 5 mm', () => {
    for (const { cm, footMm } of sizeChart('kids')) expect(cm * 10).toBe(Math.round(footMm / 5) * 5)
  })

  test('put women’s UK sizes 2.5 below the US ones', () => {
    for (const { us, uk } of sizeChart('women')) expect(Number(uk)).toBe(Number(us) - 2.5)
  })

  test('put men’s UK sizes half a size below the US ones up to US 6.5, a whole one above', () => {
    for (const { us, uk } of sizeChart('men')) {
      expect(Number(us) - Number(uk)).toBe(Number(us) < 7 ? 0.5 : 1)
    }
  })

  test('put kids’ UK sizes half a size below the US ones, save for the last', () => {
    const last = sizeChart('kids').at(-1)!
    expect([last.us, last.uk]).toEqual(['7Y', '6'])
    for (const { us, uk } of sizeChart('kids').slice(0, -1)) {
      const expected = us === '1Y' ? 13.5 : Number.parseFloat(us) - 0.5
      expect(Number(uk), `US ${us}`).toBe(expected)
    }
  })

  test('mark youth sizes from 3.5Y as the men’s chart does', () => {
    for (const { eu, us, uk } of sizeChart('kids').filter(({ eu }) => eu >= 35.5)) {
      expect(us).toBe(`${row('men', eu).us}Y`)
      expect(uk).toBe(row('men', eu).uk)
    }
  })

  test.each([
    ['women', [34.5, 44.5]],
    ['men', [35.5, 49.5]],
    ['unisex', [35.5, 49.5]],
    ['kids', [25, 40]],
  ] as const)('end where the source ends: %s %j', (gender, ends) => {
    expect([sizeChart(gender)[0]?.eu, sizeChart(gender).at(-1)?.eu]).toEqual(ends)
  })

  test('quote the source’s rows', () => {
    expect(row('men', 42.5)).toEqual({
      eu: 42.5,
      us: '9',
      usWomen: '10.5',
      uk: '8',
      cm: 27,
      footMm: 262,
    })
    expect(row('women', 38.5)).toEqual({ eu: 38.5, us: '7.5', uk: '5', cm: 24.5, footMm: 241 })
    expect(row('kids', 31)).toEqual({ eu: 31, us: '13C', uk: '12.5', cm: 19, footMm: 192 })
    expect(row('kids', 32)).toEqual({ eu: 32, us: '1Y', uk: '13.5', cm: 20, footMm: 202 })
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toMajor } from '../lib/money.ts'
import { readPrice } from './price-text.ts'

const US = { currency: 'USD', tag: 'en-US' }
const CURRENCIES = ['USD', 'JPY', 'KWD', 'VND'] as const

describe('a price that a shopper types', () => {
  test.each([
    ['100', 100],
    [' 100 ', 100],
    ['$100', 100],
    ['$ 100', 100],
    ['100 $', 100],
    ['100$', 100],
    ['US$100', 100],
    ['USD 100', 100],
    ['100usd', 100],
    ['100 dollars', 100],
    ['1 dollar', 1],
    ['129.95', 129.95],
    ['129,95', 129.95],
    ['129.9', 129.9],
    ['.50', 0.5],
    ['0.5', 0.5],
    ['007', 7],
    ['0', 0],
    ['1,000', 1000],
    ['1.000', 1000],
    ['1,000.50', 1000.5],
    ['1.000,50', 1000.5],
    ['1 000,50', 1000.5],
    ['1\u00A0000,50', 1000.5],
    ['1\u202F000.50', 1000.5],
    ["1'000.50", 1000.5],
    ['1’000.50', 1000.5],
    ['1,234,567.89', 1_234_567.89],
    ['1.234.567', 1_234_567],
    ['12,34,567', 1_234_567],
    ['100.-', 100],
    ['100,-', 100],
    ['100,--', 100],
    ['100.–', 100],
    ['100.', 100],
    ['100,', 100],
    ['100)', 100],
    ['１００', 100],
    ['＄１００．５０', 100.5],
    ['١٠٠', 100],
    ['۱۰۰٫۵', 100.5],
  ])('“%s” is %s', (text, major) => {
    expect(readPrice(text, US)).toBe(Math.round(major * 100))
  })

  test.each(['', '   ', '\u00A0'])('“%s” sets no limit', (text) => {
    expect(readPrice(text, US)).toBeNull()
  })

  test.each([
    ['abc'],
    ['-5'],
    ['−5'],
    ['(5)'],
    ['1e9'],
    ['<b>'],
    ['NaN'],
    ['Infinity'],
    ['0x10'],
    ['50-100'],
    ['10 0'],
    ['1,0,0'],
    ['1.2.3'],
    ['1,000,50'],
    ['1.000.50'],
    ['12.3456'],
    ['1000.505'],
    ['$'],
    ['.'],
    ['--'],
    ['€100'],
    ['100 EUR'],
    ['100%'],
    ['👟'],
    ['1234567890'],
  ])('“%s” is not a price here', (text) => {
    expect(readPrice(text, US)).toBeUndefined()
  })

  test.each([
    [{ currency: 'EUR', tag: 'de-DE' }, '1.299,95 €', 129_995],
    [{ currency: 'EUR', tag: 'de-DE' }, '50 Euro', 5000],
    [{ currency: 'CNY', tag: 'zh-CN' }, '￥1,399', 139_900],
    [{ currency: 'CNY', tag: 'en-US' }, 'CN¥1399', 139_900],
    [{ currency: 'JPY', tag: 'ja-JP' }, '12,800円', 12_800],
    [{ currency: 'JPY', tag: 'ja-JP' }, '￥12,800', 12_800],
    [{ currency: 'SEK', tag: 'sv-SE' }, '1 299 kr', 129_900],
    [{ currency: 'SEK', tag: 'sv-SE' }, '1299:-', 129_900],
    [{ currency: 'CHF', tag: 'de-CH' }, 'CHF 1’299.95', 129_995],
    [{ currency: 'VND', tag: 'vi-VN' }, '3.500.000 ₫', 3_500_000],
    [{ currency: 'KWD', tag: 'en-KW' }, '12.345', 12_345],
    [{ currency: 'KWD', tag: 'en-KW' }, '12,345', 12_345_000],
  ])('in the market %o, “%s” is %s', (money, text, minor) => {
    expect(readPrice(text, money)).toBe(minor)
  })

  test('is read again as the same from the address, in any currency', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CURRENCIES),
        fc.integer({ min: 0, max: 999_999_999 }),
        (currency, minor) => {
          const canonical = String(toMajor(minor, currency))
          expect(readPrice(canonical, { currency, tag: 'en-US' })).toBe(minor)
        },
      ),
    )
  })

  test('never fails, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const minor = readPrice(text, US)
        if (typeof minor === 'number') expect(minor).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

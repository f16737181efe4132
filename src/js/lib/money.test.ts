import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatMoney, toMajor, toMinor } from './money.ts'

const CURRENCIES = ['USD', 'CNY', 'JPY', 'KWD'] as const

/** ICU puts a no-break space between a currency and its amount. */
function plain(text: string): string {
  return text.replace(/\s/gu, ' ')
}

describe('a price', () => {
  test.each([
    [12_995, 'USD', 'en-US', '$129.95'],
    [13_000, 'USD', 'en-US', '$130.00'],
    [12_950, 'USD', 'en-US', '$129.50'],
    [5, 'USD', 'en-US', '$0.05'],
    [0, 'USD', 'en-US', '$0.00'],
    [123_456_789, 'USD', 'en-US', '$1,234,567.89'],
    [89_900, 'CNY', 'zh-CN', '¥899.00'],
    [89_950, 'CNY', 'zh-CN', '¥899.50'],
    [12_000, 'JPY', 'en-US', '¥12,000'],
    [1234, 'KWD', 'en-US', 'KWD 1.234'],
    [12_995, 'EUR', 'de-DE', '129,95 €'],
  ])('of %d in %s is formatted for %s as %s', (minor, currency, locale, expected) => {
    expect(plain(formatMoney(minor, currency, locale))).toBe(expected)
  })

  test('always shows its cents, so that prices line up and can be compared', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), (minor) => {
        const digits = formatMoney(minor, 'USD', 'en-US').replace(/[$,]/g, '')
        expect(digits).toBe((minor / 100).toFixed(2))
      }),
    )
  })

  test('in one currency does not change the format of another', () => {
    expect(formatMoney(500, 'USD', 'en-US')).toBe('$5.00')
    expect(formatMoney(500, 'JPY', 'en-US')).toBe('¥500')
    expect(formatMoney(500, 'USD', 'en-US')).toBe('$5.00')
    expect(plain(formatMoney(500, 'USD', 'de-DE'))).toBe('5,00 $')
  })
})

describe('an amount', () => {
  test('typed with two decimals is that many cents, to the cent', () => {
    fc.assert(
      fc.property(fc.nat(99_999), fc.nat(99), (whole, cents) => {
        const typed = `${whole}.${String(cents).padStart(2, '0')}`
        expect(toMinor(Number(typed), 'USD')).toBe(whole * 100 + cents)
      }),
    )
  })

  test.each(CURRENCIES)('in %s survives being written in major units', (currency) => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), (minor) => {
        expect(toMinor(toMajor(minor, currency), currency)).toBe(minor)
      }),
    )
  })

  test.each([
    ['USD', 12_995],
    ['JPY', 130],
    ['KWD', 129_950],
  ])('of 129.95 in %s has the minor units of that currency', (currency, expected) => {
    expect(toMinor(129.95, currency)).toBe(expected)
  })

  test('six times 2.99 is 17.94, not 17.939999', () => {
    const six = 6 * toMinor(2.99, 'USD')
    expect(six).toBe(1794)
    expect(formatMoney(six, 'USD', 'en-US')).toBe('$17.94')
  })
})

import { describe, expect, test } from 'vitest'
import { formatMoney } from '../lib/money.ts'
import { describePrices, judgePrices } from './price-range.ts'

const MONEY = { currency: 'USD', tag: 'en-US' }
const WORDS = {
  t: (key: string, values?: object) => `${key} ${JSON.stringify(values)}`,
  formatPrice: (minor: number) => formatMoney(minor, 'USD', 'en-US'),
  example: 10_000,
}

function judge(from: string, to: string): ReturnType<typeof judgePrices> {
  return judgePrices({ from, to }, MONEY)
}

function say(from: string, to: string): string {
  return describePrices(judge(from, to), { from, to }, WORDS)
}

describe('two price fields', () => {
  test('ask for the range between them, and say nothing', () => {
    expect(judge('$100', '150,50')).toMatchObject({ range: { from: 10_000, to: 15_050 } })
    expect(say('$100', '150,50')).toBe('')
    expect(say('', '')).toBe('')
  })

  test('turned around ask for the same range, and say so', () => {
    expect(judge('200', '100').range).toEqual({ from: 10_000, to: 20_000 })
    expect(say('200', '100')).toBe('filters.price-turned {"from":"$100.00","to":"$200.00"}')
  })

  test('say which text is not a price, and ask for the other', () => {
    expect(judge('abc', '100')).toEqual({
      range: { from: null, to: 10_000 },
      unread: ['from'],
      isTurnedAround: false,
    })
    expect(say(' abc ', '100')).toBe('filters.price-unread {"text":"abc","example":"$100.00"}')
    expect(say('10', '-5')).toContain('"-5"')
  })
})

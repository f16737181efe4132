import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyOrder, orderOf } from '../../../tests/fixtures/orders.ts'
import { readAttempt, writeAttempt, type Attempt } from './submission.ts'

const ATTEMPT: Attempt = {
  state: 'failed',
  by: 'form',
  order: orderOf(),
  cart: [{ sku: 'SW1-EMB-42', quantity: 2 }],
  failure: 'timeout',
  mayHaveArrived: true,
}

describe('an order under way', () => {
  test('is read back as it was written', () => {
    const state = fc.constantFrom<Attempt['state'][]>('sending', 'waiting', 'failed', 'handed')
    fc.assert(
      fc.property(anyOrder, state, (order, now) => {
        const attempt = { ...ATTEMPT, order, state: now }
        expect(readAttempt(writeAttempt(attempt))).toEqual(attempt)
      }),
      { numRuns: 30 },
    )
  })

  test('leaves nothing but its number when it has arrived', () => {
    const text = writeAttempt({ state: 'sent', id: ATTEMPT.order.id })
    expect(readAttempt(text)).toEqual({ state: 'sent', id: ATTEMPT.order.id })
    expect(text).not.toContain('ada@')
  })

  test.each([
    ['nothing', null],
    ['noise', 'x'],
    ['another version', JSON.stringify({ version: 2, ...ATTEMPT })],
    ['an unknown state', writeAttempt({ ...ATTEMPT, state: 'lost' as 'failed' })],
    ['an order that is none', JSON.stringify({ version: 1, ...ATTEMPT, order: {} })],
  ])('is not read from %s', (_, text) => {
    expect(readAttempt(text)).toBeNull()
  })

  test('loses a reason and lines it can’t read, and nothing else', () => {
    const odd = {
      version: 1,
      ...ATTEMPT,
      failure: '__proto__',
      cart: [7, { sku: 'A', quantity: -1 }],
    }
    expect(readAttempt(JSON.stringify(odd))).toMatchObject({ failure: null, cart: [] })
  })
})

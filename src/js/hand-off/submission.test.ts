import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyOrder, orderOf } from '../../../tests/fixtures/orders.ts'
import { readSubmission, writeSubmission, type Submission } from './submission.ts'

const SUBMISSION: Submission = {
  state: 'failed',
  by: 'form',
  order: orderOf(),
  cart: [{ sku: 'SW1-EMB-42', quantity: 2 }],
  failure: 'timeout',
  mayHaveArrived: true,
}

describe('an order under way', () => {
  test('is read back as it was written', () => {
    const state = fc.constantFrom<Submission['state'][]>('sending', 'waiting', 'failed', 'handed')
    fc.assert(
      fc.property(anyOrder, state, (order, now) => {
        const submission = { ...SUBMISSION, order, state: now }
        expect(readSubmission(writeSubmission(submission))).toEqual(submission)
      }),
      { numRuns: 30 },
    )
  })

  test('leaves nothing but its number when it has arrived', () => {
    const text = writeSubmission({ state: 'sent', id: SUBMISSION.order.id })
    expect(readSubmission(text)).toEqual({ state: 'sent', id: SUBMISSION.order.id })
    expect(text).not.toContain('ada@')
  })

  test.each([
    ['nothing', null],
    ['noise', 'x'],
    ['another version', JSON.stringify({ version: 2, ...SUBMISSION })],
    ['an unknown state', writeSubmission({ ...SUBMISSION, state: 'lost' as 'failed' })],
    ['an order that is none', JSON.stringify({ version: 1, ...SUBMISSION, order: {} })],
  ])('is not read from %s', (_, text) => {
    expect(readSubmission(text)).toBeNull()
  })

  test('loses a reason and lines it can’t read, and nothing else', () => {
    const odd = {
      version: 1,
      ...SUBMISSION,
      failure: '__proto__',
      cart: [7, { sku: 'A', quantity: -1 }],
    }
    expect(readSubmission(JSON.stringify(odd))).toMatchObject({ failure: null, cart: [] })
  })
})

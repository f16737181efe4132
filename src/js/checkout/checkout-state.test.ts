import { describe, expect, test } from 'vitest'
import { ADA, LOOKUP, orderOf, STANDARD, TERMS } from '../../../tests/fixtures/orders.ts'
import { colour, model } from '../../../tests/fixtures/products.ts'
import type { Cart } from '../cart/cart.ts'
import { createLookup } from '../catalog/product-data.ts'
import type { Submission, SubmissionState } from '../hand-off/submission.ts'
import {
  activeSubmission,
  cartChanges,
  chosenValues,
  draftOf,
  nextCheckoutState,
  priceChosen,
  stepOf,
  submissionOf,
  type CheckoutEvent,
  type CheckoutState,
} from './checkout-state.ts'
import { newDraft, type Draft } from './draft.ts'

const METHODS = TERMS.methods
const CART: Cart = { lines: [{ sku: 'SW1-EMB-42', quantity: 2 }] }
const EMPTY: Cart = { lines: [] }
const DEARER = createLookup([
  model({ priceMinor: 14_000, colours: [colour('EMB', { regular: { 42: 9 } })] }),
])
const FILLED: Draft = {
  id: '20261125-7F3K-9Q2M',
  values: { ...ADA.contact, ...ADA.address, note: '', delivery: 'standard' },
}
const ORDER = orderOf({ lines: [['SW1-EMB-42', 2]] })

const START: CheckoutState = {
  cart: CART,
  lookup: LOOKUP,
  draft: newDraft({ id: FILLED.id, country: 'US' }),
  submission: null,
  lastOrder: null,
  isChecking: false,
  seen: null,
  order: undefined,
  activity: 'idle',
  isSentElsewhere: false,
}

const CHECK: CheckoutEvent = { type: 'step-chosen', isChecking: true }
const EMPTIED: CheckoutEvent = { type: 'cart-changed', cart: EMPTY }

/** The state after some events, a minute apart. */
function after(events: readonly CheckoutEvent[], start = START): CheckoutState {
  let minute = 0
  return events.reduce((state, event) => {
    const now = new Date(`2026-11-25T10:${String((minute += 1)).padStart(2, '0')}:00Z`)
    return nextCheckoutState(state, event, { terms: TERMS, now })
  }, start)
}

function typed(draft: Draft): CheckoutEvent {
  return { type: 'draft-changed', draft }
}

function submission(state: SubmissionState, changes: Partial<Submission> = {}): Submission {
  const { lines } = CART
  return {
    state,
    by: 'form',
    order: ORDER,
    cart: lines,
    failure: null,
    mayHaveArrived: false,
    ...changes,
  }
}

function submitted(changed: CheckoutState['submission']): CheckoutEvent {
  return { type: 'submission-changed', submission: changed }
}

function step(state: CheckoutState): string {
  return stepOf(state, METHODS)
}

describe('the step on the page', () => {
  test('is the form while the cart has anything to order', () => {
    expect(step(after([{ type: 'cart-changed', cart: CART }]))).toBe('details')
  })

  test.each([
    ['is empty', EMPTY],
    ['has nothing that is sold', { lines: [{ sku: 'GONE', quantity: 1 }] }],
  ])('says that the cart is empty when it %s', (_, cart) => {
    expect(step(after([{ type: 'cart-changed', cart }]))).toBe('empty')
  })

  test('is the check once it is asked for and the form is right', () => {
    expect(step(after([CHECK]))).toBe('details')
    const state = after([CHECK, typed(FILLED)])
    expect(step(state)).toBe('check')
    expect(state.order).toMatchObject({ id: FILLED.id, revision: 1, contact: ADA.contact })
  })

  test.each(['sending', 'waiting', 'failed', 'handed'] as const)(
    'is the outcome while an order is %s',
    (state) => {
      const active = after([typed(FILLED), submitted(submission(state))])
      expect(step(active)).toBe('outcome')
      expect(active.order).toBe(ORDER)
      expect(activeSubmission(active)?.state).toBe(state)
    },
  )

  test('is the form again while an order is being changed', () => {
    expect(step(after([submitted(submission('changing'))]))).toBe('details')
  })

  test('is the confirmation after an order was sent from here', () => {
    const state = after([
      submitted(submission('sending')),
      EMPTIED,
      { type: 'order-sent', lastOrder: { by: 'form', order: ORDER } },
      submitted({ state: 'sent', id: ORDER.id }),
    ])
    expect(step(state)).toBe('done')
    expect(state.order).toBe(ORDER)
  })

  test('says that another tab has sent the order on this page, and keeps saying so', () => {
    const sent = submitted({ state: 'sent', id: ORDER.id })
    const state = after([typed(FILLED), CHECK, EMPTIED, sent])
    expect([step(state), state.isSentElsewhere]).toEqual(['done', true])
    expect(state.order).toBeUndefined()
    expect(step(after([sent, EMPTIED], state))).toBe('done')
  })

  test('doesn’t say so of an order that was never on this page', () => {
    expect(step(after([EMPTIED, submitted({ state: 'sent', id: ORDER.id })]))).toBe('empty')
  })

  test('is the form again once there is something in the cart', () => {
    const sent = submitted({ state: 'sent', id: ORDER.id })
    const state = after([typed(FILLED), CHECK, EMPTIED, sent])
    const again = after(
      [
        { type: 'cart-changed', cart: CART },
        { ...CHECK, isChecking: false },
      ],
      state,
    )
    expect([step(again), again.isSentElsewhere]).toEqual(['details', false])
  })
})

describe('the order on the page', () => {
  test('stays exactly the same, whatever else happens, until something in it changes', () => {
    const state = after([typed(FILLED), CHECK])
    const later = after([CHECK, { type: 'catalogue-loaded', lookup: LOOKUP }], state)
    expect(later.order).toBe(state.order)
    const note = typed({ ...FILLED, values: { ...FILLED.values, note: 'Ring twice.' } })
    expect(after([note], state).order).toMatchObject({ note: 'Ring twice.', revision: 1 })
  })

  test('has the day it was first shown in its number, in the shop’s time zone, and keeps it', () => {
    const at = (now: string, state: CheckoutState, event: CheckoutEvent): CheckoutState =>
      nextCheckoutState(state, event, { terms: TERMS, now: new Date(now) })
    // The form was opened on November 25. In Los Angeles, November 27 starts at 8:00 UTC.
    const filled = { ...START, draft: FILLED }
    const shown = at('2026-11-27T07:59:00Z', filled, CHECK)
    expect(shown.order).toMatchObject({ id: '20261126-7F3K-9Q2M' })
    const note = typed({ ...FILLED, values: { ...FILLED.values, note: 'Ring twice.' } })
    const later = at('2026-11-27T08:01:00Z', shown, note)
    expect(later.order).toMatchObject({ id: '20261126-7F3K-9Q2M', note: 'Ring twice.' })
    const before = submission('changing', { mayHaveArrived: true })
    const again = at(
      '2026-11-29T10:00:00Z',
      at('2026-11-29T10:00:00Z', filled, CHECK),
      submitted(before),
    )
    expect(again.order?.id).toBe(ORDER.id)
  })

  test('counts its revision up if it may have arrived before it was changed', () => {
    const before = submission('changing', { mayHaveArrived: true })
    const note = typed({ ...FILLED, values: { ...FILLED.values, note: 'Ring twice.' } })
    expect(after([submitted(before), note, CHECK]).order).toMatchObject({ revision: 2 })
    expect(after([submitted(before), typed(FILLED), CHECK]).order).toBe(ORDER)
    const refused = submission('changing')
    expect(after([submitted(refused), note, CHECK]).order).toMatchObject({ revision: 1 })
  })

  test('goes back into the form with all that was filled in', () => {
    expect(draftOf(ORDER)).toEqual(FILLED)
  })

  test('continues an earlier submission, with its lines and what may have arrived', () => {
    const failed = submission('failed', { mayHaveArrived: true, failure: 'timeout' })
    const state = after([submitted(failed), EMPTIED])
    expect(submissionOf(state, ORDER, 'email')).toEqual({
      ...failed,
      state: 'sending',
      by: 'email',
    })
  })

  test('takes from the cart all that was asked for of what it holds', () => {
    const lines = [
      { sku: 'SW1-EMB-42', quantity: 9 },
      { sku: 'GONE', quantity: 1 },
    ]
    const state = after([{ type: 'cart-changed', cart: { lines } }])
    expect(submissionOf(state, ORDER, 'form')).toMatchObject({ cart: [lines[0]] })
  })
})

describe('changes since the shopper saw the cart', () => {
  const dearer: CheckoutEvent = { type: 'catalogue-loaded', lookup: DEARER }

  test('are none at first, and none while prices stay the same', () => {
    const state = after([typed(FILLED), CHECK])
    expect(cartChanges(state, METHODS)).toEqual([])
    expect(state.seen).toHaveLength(1)
  })

  test('stay until they are accepted', () => {
    const state = after([CHECK, dearer, typed(FILLED), CHECK])
    expect(cartChanges(state, METHODS)).toMatchObject([
      { before: { unitPriceMinor: 12_995 }, now: { unitPriceMinor: 14_000 } },
    ])
    expect(cartChanges(after([{ type: 'changes-accepted' }], state), METHODS)).toEqual([])
  })

  test('of an order that waited are those since it was written', () => {
    const waited = after([submitted(submission('waiting')), dearer])
    const outdated: CheckoutEvent = { type: 'order-outdated', order: ORDER }
    const state = after([outdated, submitted(submission('changing')), CHECK], waited)
    expect(cartChanges(state, METHODS)).toHaveLength(1)
  })

  test('asking for them changes nothing', () => {
    const state = after([dearer])
    const copy = structuredClone({ ...state, lookup: null })
    cartChanges(state, METHODS)
    stepOf(state, METHODS)
    priceChosen(state, METHODS)
    expect({ ...state, lookup: null }).toEqual(copy)
  })
})

describe('the shipping method', () => {
  test('is the first of the country unless another of them was chosen', () => {
    const express = { ...STANDARD, id: 'express' }
    const methods = [STANDARD, express]
    const choose = (delivery: string, country = 'US'): string =>
      chosenValues(
        { draft: { ...FILLED, values: { ...FILLED.values, delivery, country } } },
        methods,
      ).delivery
    expect(choose('')).toBe('standard')
    expect(choose('express')).toBe('express')
    expect(choose('pigeon')).toBe('standard')
    expect(choose('express', 'CL')).toBe('')
  })
})

test('what this page is doing is kept apart from the submission', () => {
  const state = after([
    { type: 'activity-changed', activity: 'sending' },
    submitted(submission('sending')),
  ])
  expect(state.activity).toBe('sending')
})

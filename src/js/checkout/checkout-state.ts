import { quantityOf, type Cart } from '../cart/cart.ts'
import { quoteOf, type Quote } from '../cart/quote.ts'
import type { ShippingMethod } from '../cart/shipping.ts'
import type { VariantLookup } from '../catalog/product-data.ts'
import type { LastOrder } from '../hand-off/last-order.ts'
import type { StoredSubmission, Submission } from '../hand-off/submission.ts'
import type { HandOffKind } from '../hand-off/types.ts'
import type { Order } from '../order/order-schema.ts'
import {
  hasSameLetters,
  isSameOrder,
  priceOrder,
  quoteOfOrder,
  redateId,
  writeOrder,
  type OrderTerms,
  type PricedOrder,
} from '../order/order.ts'
import { chooseMethod } from './choose-method.ts'
import { readDetails, type DetailValues } from './details.ts'
import type { Draft } from './draft.ts'
import { changesBetween, type QuoteChange } from './quote-changes.ts'

/** What the page shows. */
export type CheckoutStep = 'empty' | 'details' | 'check' | 'outcome' | 'done'

/** Whether this page is sending an order, or waiting for another tab that is. */
export type CheckoutActivity = 'idle' | 'sending' | 'watching'

/** Everything that decides what the checkout page shows. It is replaced, never changed. */
export interface CheckoutState {
  readonly cart: Cart
  /** The catalog as last loaded. */
  readonly lookup: VariantLookup
  readonly draft: Draft
  readonly submission: StoredSubmission
  /** The last order sent from this tab. */
  readonly lastOrder: LastOrder | null
  /** Whether the shopper has asked to check the order. */
  readonly isChecking: boolean
  /** Prices that the shopper has seen and, if they changed, accepted; null before the first look. */
  readonly seen: Quote | null
  /** The order on the page. It is sent exactly as shown. */
  readonly order: Order | undefined
  readonly activity: CheckoutActivity
  /** Whether the order on this page was sent from another tab, and the cart is empty since. */
  readonly isSentElsewhere: boolean
}

export type CheckoutEvent =
  | { readonly type: 'cart-changed'; readonly cart: Cart }
  | { readonly type: 'catalogue-loaded'; readonly lookup: VariantLookup }
  | { readonly type: 'draft-changed'; readonly draft: Draft }
  | { readonly type: 'submission-changed'; readonly submission: StoredSubmission }
  | { readonly type: 'step-chosen'; readonly isChecking: boolean }
  | { readonly type: 'activity-changed'; readonly activity: CheckoutActivity }
  | { readonly type: 'changes-accepted' }
  /** The order on the page no longer has today's prices, which the shopper has to see first. */
  | { readonly type: 'order-outdated'; readonly order: Order }
  | { readonly type: 'order-sent'; readonly lastOrder: LastOrder }

/** What the state is worked out with: the shop's terms, and the time. */
export interface CheckoutContext {
  readonly terms: OrderTerms
  readonly now: Date
}

/** Work out the state after an event. */
export function nextCheckoutState(
  state: CheckoutState,
  event: CheckoutEvent,
  context: CheckoutContext,
): CheckoutState {
  return settle(applyEvent(state, event, context.terms), context)
}

function applyEvent(
  state: CheckoutState,
  event: CheckoutEvent,
  { methods }: OrderTerms,
): CheckoutState {
  switch (event.type) {
    case 'cart-changed':
      return { ...state, cart: event.cart }
    case 'catalogue-loaded':
      return { ...state, lookup: event.lookup }
    case 'draft-changed':
      return { ...state, draft: event.draft }
    case 'submission-changed':
      return { ...state, submission: event.submission }
    case 'step-chosen':
      return { ...state, isChecking: event.isChecking }
    case 'activity-changed':
      return { ...state, activity: event.activity }
    case 'changes-accepted':
      return { ...state, seen: currentQuote(state, methods) }
    case 'order-outdated':
      return { ...state, seen: quoteOfOrder(event.order) }
    case 'order-sent':
      return { ...state, lastOrder: event.lastOrder, seen: null }
  }
}

/** Bring what depends on an event up to date: the order on the page, and the prices seen. */
function settle(state: CheckoutState, context: CheckoutContext): CheckoutState {
  const { submission, lastOrder, isChecking } = state
  const active = activeSubmission(state)
  if (active !== null) return { ...state, order: active.order }
  const { methods } = context.terms
  if (!canOrder(state, methods)) {
    const isSentElsewhere =
      submission?.state === 'sent' && (state.isSentElsewhere || state.order !== undefined)
    const kept = isSentElsewhere ? undefined : state.order
    return { ...state, isSentElsewhere, order: lastOrder === null ? kept : lastOrder.order }
  }
  return {
    ...state,
    isSentElsewhere: false,
    order: isChecking ? composeOrder(state, context) : undefined,
    seen: cartChanges(state, methods).length > 0 ? state.seen : currentQuote(state, methods),
  }
}

/** What the page shows in a state. */
export function stepOf(state: CheckoutState, methods: readonly ShippingMethod[]): CheckoutStep {
  if (activeSubmission(state) !== null) return 'outcome'
  if (canOrder(state, methods)) return state.order === undefined ? 'details' : 'check'
  return state.lastOrder !== null || state.isSentElsewhere ? 'done' : 'empty'
}

/** The submission that the page shows in place of the form, or null. */
export function activeSubmission({
  submission,
}: Pick<CheckoutState, 'submission'>): Submission | null {
  if (submission === null) return null
  return submission.state === 'sent' || submission.state === 'changing' ? null : submission
}

/** The form as typed, with a shipping method that is available in the chosen country. */
export function chosenValues(
  { draft: { values } }: Pick<CheckoutState, 'draft'>,
  methods: readonly ShippingMethod[],
): DetailValues {
  return { ...values, delivery: chooseMethod(methods, values).method?.id ?? '' }
}

/** Price the cart for the country and shipping method chosen in the form. */
export function priceChosen(
  state: Pick<CheckoutState, 'cart' | 'draft' | 'lookup'>,
  methods: readonly ShippingMethod[],
): PricedOrder {
  const { country, delivery } = chosenValues(state, methods)
  const details = {
    delivery,
    note: '',
    contact: { name: '', email: '', phone: '' },
    address: { country, line1: '', line2: '', city: '', region: '', postal: '' },
  }
  return priceOrder({ cart: state.cart, lookup: state.lookup, details }, methods)
}

/** What changed in the cart since the shopper last saw its prices. */
export function cartChanges(
  state: CheckoutState,
  methods: readonly ShippingMethod[],
): readonly QuoteChange[] {
  if (state.seen === null) return []
  const asked = (sku: string): number => quantityOf(state.cart, sku)
  return changesBetween(state.seen, currentQuote(state, methods), asked)
}

/** The submission of an order, continuing an earlier one. */
export function submissionOf(state: CheckoutState, order: Order, by: HandOffKind): Submission {
  const { submission } = state
  const earlier = submission === null || submission.state === 'sent' ? null : submission
  const ordered = new Set(order.lines.map(({ sku }) => sku))
  return {
    state: 'sending',
    by,
    order,
    // All that the shopper asked for, even where the order has fewer.
    cart: activeSubmission(state)?.cart ?? state.cart.lines.filter(({ sku }) => ordered.has(sku)),
    failure: earlier?.failure ?? null,
    mayHaveArrived: earlier?.mayHaveArrived ?? false,
  }
}

/** The form that an order was written from, under the same number. */
export function draftOf({ id, contact, address, note, delivery }: Order): Draft {
  return { id, values: { ...contact, ...address, note, delivery: delivery?.id ?? '' } }
}

function canOrder(state: CheckoutState, methods: readonly ShippingMethod[]): boolean {
  return priceChosen(state, methods).totals.lines.some(({ quantity }) => quantity > 0)
}

function currentQuote(state: CheckoutState, methods: readonly ShippingMethod[]): Quote {
  return quoteOf(priceChosen(state, methods).totals)
}

/** Write the order that cart and form make now; undefined if something in the form is wrong. */
function composeOrder(state: CheckoutState, { terms, now }: CheckoutContext): Order | undefined {
  const read = readDetails(chosenValues(state, terms.methods))
  if ('problems' in read) return undefined
  const { submission, cart, lookup } = state
  const before = submission?.state === 'changing' ? submission : null
  const id = numberOf(state, { terms, now })
  const stamp = { ...(before?.order ?? { id, revision: 1 }), now }
  const order = writeOrder({ cart, lookup, details: read.details }, terms, stamp)
  return order === undefined ? undefined : keepUnchanged(order, before, state.order)
}

/** The draft may be days old, but an order that is on show keeps its number. */
function numberOf({ order, draft }: CheckoutState, { terms, now }: CheckoutContext): string {
  const isShown = order !== undefined && hasSameLetters(order.id, draft.id)
  return isShown ? order.id : redateId(draft.id, now, terms.timeZone)
}

/** If nothing changed, keep the order as written before; or else count the revision up. */
function keepUnchanged(order: Order, before: Submission | null, shown: Order | undefined): Order {
  const unchanged = [shown, before?.order].find(
    (one) => one?.id === order.id && isSameOrder(one, order),
  )
  if (unchanged !== undefined) return unchanged
  // The one before may have arrived, and this one must not be taken for it.
  return before?.mayHaveArrived === true ? { ...order, revision: order.revision + 1 } : order
}

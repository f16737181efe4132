import { changesBetween, offerOf, type Offer, type OfferChange } from '../cart/offer.ts'
import { methodsFor } from '../cart/shipping.ts'
import { seenOffer } from '../cart/seen-offer.view.ts'
import type { VariantLookup } from '../catalog/product-data.ts'
import { quantityOf } from '../cart/cart.ts'
import { StoredText } from '../lib/stored-text.ts'
import { part } from '../lib/parts.ts'
import { openStorage, readJson, type Services } from '../site/services.ts'
import {
  SUBMISSION_KEY,
  readSubmission,
  writeSubmission,
  type Submission,
  type SentNote,
} from '../hand-off/submission.ts'
import type { CheckoutData } from './checkout-data.ts'
import type { TabLockTools } from '../hand-off/tab-lock.ts'
import { DRAFT_KEY, draftFormat, type Draft, type NewDraft } from './draft.ts'
import { createHandOff } from '../hand-off/hand-off.ts'
import type { HandOff } from '../hand-off/types.ts'
import { LAST_ORDER_KEY } from '../hand-off/last-order.ts'
import { readDetails } from './details.ts'
import { isSameOrder, orderId, priceOrder, writeOrder, type OrderTerms } from '../order/order.ts'
import type { Order } from '../order/order-schema.ts'

/** The checkout page at work: what its views share. One per page. */
export interface Desk extends Services {
  readonly $root: JQuery
  readonly page: CheckoutData
  readonly handOff: HandOff
  readonly terms: OrderTerms
  readonly attempts: StoredText
  readonly drafts: StoredText
  readonly last: StoredText
  readonly lockTools: TabLockTools
  /** The catalogue as it was loaded last. */
  lookup: VariantLookup
  /** What the shopper has seen and, where it has changed, accepted. */
  accepted: Offer | null
  /** The order as it is shown, to be sent as it stands. */
  shown: Order | undefined
  /** What storage said of the attempt when the page was last rendered: another tab changes it. */
  stamp: string | null
  isSending: boolean
  /** Whether what this page showed has been sent from another tab, and the cart is empty since. */
  isSentElsewhere: boolean
  /** Whether this page already waits for another tab to end. */
  isWatching: boolean
  /** Show the page as it stands; `focus` moves the focus to what is new. */
  render: (focus?: 'focus') => void
}

export function createDesk($root: JQuery, services: Services, lookup: VariantLookup): Desk {
  const page = readJson(part($root, 'data').get(0)) as CheckoutData
  const { data, t } = services
  const local = openStorage('localStorage')
  const session = openStorage('sessionStorage')
  return {
    ...services,
    $root,
    page,
    handOff: createHandOff(page.handOff, data.shop.email),
    terms: {
      t,
      locale: data.tag,
      currency: data.currency,
      shop: data.shop,
      tax: page.tax,
      methods: page.methods,
    },
    attempts: new StoredText(local, SUBMISSION_KEY),
    drafts: new StoredText(session, DRAFT_KEY),
    last: new StoredText(session, LAST_ORDER_KEY),
    lockTools: {
      // Only on HTTPS and on this machine; the type says always.
      locks: (navigator as { readonly locks?: LockManager }).locks,
      storage: local,
      nowMs: Date.now,
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      token: newOrderId(),
    },
    lookup,
    accepted: seenOffer.read(),
    shown: undefined,
    stamp: null,
    isSending: false,
    isSentElsewhere: false,
    isWatching: false,
    render: () => undefined,
  }
}

function newOrderId(): string {
  return orderId(new Date(), crypto.getRandomValues(new Uint8Array(8)))
}

export function currentAttempt(desk: Desk): Submission | SentNote | null {
  return readSubmission(desk.attempts.read())
}

/** An attempt that waits for something, so that it is shown in place of the form. */
export function activeAttempt(desk: Desk): Submission | null {
  const attempt = currentAttempt(desk)
  return attempt === null || attempt.state === 'sent' || attempt.state === 'changing'
    ? null
    : attempt
}

export function currentDraft(desk: Desk): Draft {
  const text = desk.drafts.read()
  const fresh = (): NewDraft => ({ id: newOrderId(), country: desk.page.country })
  const draft = draftFormat(fresh).parse(text).value
  // Its number has to be the same next time.
  if (text === null) saveDraft(desk, draft)
  const offered = methodsFor(desk.page.methods, draft.values.country)
  const chosen = offered.find(({ id }) => id === draft.values.delivery) ?? offered[0]
  return { ...draft, values: { ...draft.values, delivery: chosen?.id ?? '' } }
}

export function saveDraft(desk: Desk, draft: Draft): void {
  desk.drafts.write(JSON.stringify({ version: 1, ...draft }))
}

export function saveAttempt(desk: Desk, attempt: Submission): void {
  desk.attempts.write(writeSubmission(attempt))
  desk.stamp = desk.attempts.read()
}

/** Back to the form, under the same number and with all that was filled in. */
export function reopenAttempt(desk: Desk, attempt: Submission): void {
  const { contact, address, note, delivery, id } = attempt.order
  const values = { ...contact, ...address, note, delivery: delivery?.id ?? '' }
  saveDraft(desk, { id, values })
  saveAttempt(desk, { ...attempt, state: 'changing' })
  // Emptied since, perhaps by an owner of a shared computer: the order still says what was in it.
  const { cartStore } = desk
  if (cartStore.cart.lines.length === 0) cartStore.adopt({ lines: attempt.cart }, 'replace')
}

/** Write the order that cart and form make now; one that says what the shown one says stays it. */
export function composeOrder(desk: Desk): Order | undefined {
  const { values, id } = currentDraft(desk)
  const read = readDetails(values)
  if ('problems' in read) return undefined
  const attempt = currentAttempt(desk)
  const before = attempt?.state === 'changing' ? attempt : null
  const source = { cart: desk.cartStore.cart, lookup: desk.lookup, details: read.details }
  const stamp = { ...(before?.order ?? { id, revision: 1 }), now: new Date() }
  const order = writeOrder(source, desk.terms, stamp)
  return order === undefined ? undefined : succeed(order, before, desk.shown)
}

/** Take the order as it was written before where nothing has changed; else count the change. */
function succeed(order: Order, before: Submission | null, shown: Order | undefined): Order {
  const isPresent = (one: Order | undefined): boolean =>
    one?.id === order.id && isSameOrder(one, order)
  const present = [shown, before?.order].find(isPresent)
  if (present !== undefined) return present
  // The one before may have arrived: this one must not pass for it.
  return before?.mayHaveArrived === true ? { ...order, revision: order.revision + 1 } : order
}

/** What has changed of the cart since the shopper saw it. */
export function cartChanges(desk: Desk): readonly OfferChange[] {
  const { cart } = desk.cartStore
  const now = offerOf(priceNow(desk))
  const asked = (sku: string): number => quantityOf(cart, sku)
  const changes = desk.accepted === null ? [] : changesBetween(desk.accepted, now, asked)
  if (changes.length === 0) accept(desk, now)
  return changes
}

export function accept(desk: Desk, offer: Offer): void {
  desk.accepted = offer
  seenOffer.write(offer)
}

/** The cart's sums for the country and the way to send that are chosen in the form. */
export function priceNow(desk: Desk): ReturnType<typeof priceOrder>['totals'] {
  return priceChosen(desk).totals
}

export function priceChosen(desk: Desk): ReturnType<typeof priceOrder> {
  const { values } = currentDraft(desk)
  const details = {
    delivery: values.delivery,
    note: '',
    contact: { name: '', email: '', phone: '' },
    address: { country: values.country, line1: '', line2: '', city: '', region: '', postal: '' },
  }
  const source = { cart: desk.cartStore.cart, lookup: desk.lookup, details }
  return priceOrder(source, desk.page.methods)
}

import { seenQuote } from '../cart/seen-quote.view.ts'
import type { VariantLookup } from '../catalog/product-data.ts'
import { createHandOff } from '../hand-off/hand-off.ts'
import {
  LAST_ORDER_KEY,
  readLastOrder,
  writeLastOrder,
  type LastOrder,
} from '../hand-off/last-order.ts'
import {
  SUBMISSION_FORMAT,
  SUBMISSION_KEY,
  type StoredSubmission,
  type Submission,
} from '../hand-off/submission.ts'
import type { TabLockTools } from '../hand-off/tab-lock.ts'
import type { HandOff } from '../hand-off/types.ts'
import { part } from '../lib/parts.ts'
import { PersistedStore } from '../lib/persisted-store.ts'
import type { StorageFault } from '../lib/storage.ts'
import { openStoredText, type StoredText } from '../lib/stored-text.ts'
import { orderId, type OrderTerms } from '../order/order.ts'
import { keepUpToDate, openStorage, readJson, type Services } from '../site/services.ts'
import type { CheckoutData } from './checkout-data.ts'
import {
  draftOf,
  nextCheckoutState,
  type CheckoutEvent,
  type CheckoutState,
} from './checkout-state.ts'
import { DRAFT_KEY, draftFormat, newDraft, type Draft, type NewDraft } from './draft.ts'
import { parseQuote } from './quote-changes.ts'

type SubmissionNews = 'own' | 'elsewhere'

/** What the views of the checkout page share. One per page. */
export interface CheckoutSession extends Services {
  readonly $root: JQuery
  readonly page: CheckoutData
  readonly handOff: HandOff
  readonly terms: OrderTerms
  readonly submissions: PersistedStore<StoredSubmission, SubmissionNews>
  readonly lockTools: TabLockTools
  readonly state: () => CheckoutState
  /** What is wrong with the storage of form or order, or null. */
  readonly storageFault: () => StorageFault | null
  /** Take in an event without showing the result. */
  readonly update: (event: CheckoutEvent) => void
  readonly render: () => void
  /** Take in an event and show the result. */
  readonly dispatch: (event: CheckoutEvent) => void
  readonly saveDraft: (draft: Draft) => void
  readonly saveSubmission: (submission: Exclude<StoredSubmission, null>) => void
  readonly saveLastOrder: (lastOrder: LastOrder) => void
}

/** The stored values that the session works with. */
interface Stores {
  readonly drafts: PersistedStore<Draft>
  readonly submissions: PersistedStore<StoredSubmission, SubmissionNews>
  readonly last: StoredText
  readonly newDraft: () => Draft
  /** Delete what could not be read of earlier forms and orders. */
  readonly discardUnreadable: () => void
}

/** Open the page's session. `render` shows its state. */
export function openSession(
  $root: JQuery,
  { services, lookup }: { readonly services: Services; readonly lookup: VariantLookup },
  render: (session: CheckoutSession) => void,
): CheckoutSession {
  const page = readJson(part($root, 'data').get(0)) as CheckoutData
  const { data, t } = services
  const { tax, methods, timeZone } = page
  const { tag: locale, currency, shop } = data
  const terms = { t, locale, currency, shop, tax, methods, timeZone }
  const stores = openStores(page)
  const { drafts, submissions } = stores
  let state = initialState({ services, lookup, stores })
  const session: CheckoutSession = {
    ...services,
    $root,
    page,
    terms,
    submissions,
    handOff: createHandOff(page.handOff, data.shop.email),
    lockTools: createLockTools(page),
    state: () => state,
    storageFault: () => submissions.fault ?? drafts.fault,
    render: () => {
      render(session)
    },
    update: (event) => {
      const { seen } = state
      state = nextCheckoutState(state, event, { terms, now: new Date() })
      if (state.seen !== null && state.seen !== seen) seenQuote().write(JSON.stringify(state.seen))
    },
    dispatch: (event) => {
      session.update(event)
      session.render()
    },
    ...savers(stores, (event) => {
      session.update(event)
    }),
  }
  followStores(session)
  return session
}

function savers(
  { drafts, submissions, last, ...stores }: Stores,
  update: CheckoutSession['update'],
): Pick<CheckoutSession, 'saveDraft' | 'saveSubmission' | 'saveLastOrder'> {
  const saveDraft = (draft: Draft): void => {
    drafts.change(() => draft)
    update({ type: 'draft-changed', draft })
  }
  return {
    saveDraft,
    saveSubmission: (submission) => {
      submissions.change(() => submission, 'own')
    },
    saveLastOrder: (lastOrder) => {
      last.write(writeLastOrder(lastOrder))
      stores.discardUnreadable()
      saveDraft(stores.newDraft())
      update({ type: 'order-sent', lastOrder })
    },
  }
}

function followStores(session: CheckoutSession): void {
  const { cartStore, submissions } = session
  cartStore.subscribe((cart) => {
    session.dispatch({ type: 'cart-changed', cart })
  })
  submissions.subscribe((submission, news) => {
    // While this page is sending, it holds the lock, so only its own writes count.
    if (news === 'own' || session.state().activity !== 'sending') {
      session.dispatch({ type: 'submission-changed', submission })
    }
  })
  keepUpToDate(submissions)
}

function openStores(page: CheckoutData): Stores {
  const { country } = page
  const local = openStorage('localStorage')
  const ofTab = openStorage('sessionStorage')
  const fresh = (): NewDraft => ({ id: newOrderId(page), country })
  const drafts = new PersistedStore(ofTab, draftFormat(fresh), { elsewhere: undefined })
  // Stored at once, so that the order keeps its number.
  drafts.change((draft) => draft)
  return {
    drafts,
    submissions: new PersistedStore<StoredSubmission, SubmissionNews>(local, SUBMISSION_FORMAT, {
      elsewhere: 'elsewhere',
    }),
    last: openStoredText(ofTab, LAST_ORDER_KEY),
    newDraft: () => newDraft(fresh()),
    discardUnreadable: () => {
      openStoredText(ofTab, `${DRAFT_KEY}.unreadable`).write(null)
      openStoredText(local, `${SUBMISSION_KEY}.unreadable`).write(null)
    },
  }
}

function initialState({
  services,
  lookup,
  stores,
}: {
  readonly services: Services
  readonly lookup: VariantLookup
  readonly stores: Stores
}): CheckoutState {
  return {
    cart: services.cartStore.cart,
    lookup,
    draft: stores.drafts.value,
    submission: stores.submissions.value,
    lastOrder: readLastOrder(stores.last.read()),
    isChecking: false,
    seen: parseQuote(seenQuote().read()),
    order: undefined,
    activity: 'idle',
    isSentElsewhere: false,
  }
}

/** Put an order back into the form, under the same number and with everything filled in. */
export function reopenOrder(session: CheckoutSession, submission: Submission): void {
  session.saveDraft(draftOf(submission.order))
  session.saveSubmission({ ...submission, state: 'changing' })
  // The cart may have been emptied since, but the submission still has its lines.
  const { cartStore } = session
  if (cartStore.cart.lines.length === 0) cartStore.adopt({ lines: submission.cart }, 'replace')
}

function createLockTools(page: CheckoutData): TabLockTools {
  return {
    // The type says it is always there, but it needs HTTPS or localhost.
    locks: (navigator as { readonly locks?: LockManager }).locks,
    storage: openStorage('localStorage'),
    nowMs: Date.now,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    token: newOrderId(page),
  }
}

function newOrderId({ timeZone }: CheckoutData): string {
  return orderId(new Date(), crypto.getRandomValues(new Uint8Array(8)), timeZone)
}

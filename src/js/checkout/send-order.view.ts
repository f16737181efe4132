import { judgeResponse, mayHaveArrived, type Failure } from '../hand-off/response.ts'
import { SUBMISSION_KEY, type Submission } from '../hand-off/submission.ts'
import { withTabLock } from '../hand-off/tab-lock.ts'
import type { HandOff, HandOffRequest, HandOffStep } from '../hand-off/types.ts'
import { part } from '../lib/parts.ts'
import type { Order } from '../order/order-schema.ts'
import { detailsOf, isSameOrder, linesOf, writeOrder } from '../order/order.ts'
import { revealChanges } from './checkout-changes.view.ts'
import { focusStep } from './checkout-focus.view.ts'
import { reopenOrder, type CheckoutSession } from './checkout-session.view.ts'
import { activeSubmission, submissionOf } from './checkout-state.ts'
import { handOffContext } from './hand-off-context.view.ts'

/**
 * Send the order on the page: only once, whatever is clicked and however many tabs are open, at
 * today's prices, and only after the shopper has seen them.
 */
export async function sendOrder(session: CheckoutSession, handOff: HandOff): Promise<void> {
  await whileLocked(session, () => handOver(session, handOff))
}

/** Finish an order of which only the shopper can say that it was sent. */
export async function confirmSent(session: CheckoutSession): Promise<void> {
  await whileLocked(session, () => {
    const state = session.state()
    if (hasChangedElsewhere(session)) focusStep(session)
    else if (state.order !== undefined) {
      const by = activeSubmission(state)?.by ?? 'email'
      finish(session, submissionOf(state, state.order, by))
    }
  })
}

/**
 * If a page was closed while it was sending, say so. Returns false while another tab still holds
 * the lock and is therefore still sending.
 */
export async function closeInterrupted(session: CheckoutSession): Promise<boolean> {
  const isFree = await withTabLock(SUBMISSION_KEY, session.lockTools, () => {
    session.submissions.refresh()
    const submission = activeSubmission(session.state())
    if (submission?.state === 'sending') fail(session, submission, 'interrupted')
    return Promise.resolve(true)
  })
  return isFree === true
}

async function whileLocked(
  session: CheckoutSession,
  work: () => Promise<void> | void,
): Promise<void> {
  const isDone = await withTabLock(SUBMISSION_KEY, session.lockTools, async () => {
    await work()
    return true
  })
  if (isDone === undefined) showStatus(session, session.t('checkout.busy'))
}

function showStatus({ $root }: CheckoutSession, text: string): void {
  part($root, 'busy').text(text)
}

/** Whether another tab has sent or changed what is on this page. If so, the page now shows that. */
function hasChangedElsewhere(session: CheckoutSession): boolean {
  if (session.submissions.refresh()) return true
  return activeSubmission(session.state()) === null && session.cartStore.refresh()
}

async function handOver(session: CheckoutSession, handOff: HandOff): Promise<void> {
  const { order } = session.state()
  if (order === undefined) return
  if (hasChangedElsewhere(session)) {
    focusStep(session)
    return
  }
  const submission = submissionOf(session.state(), order, handOff.by)
  if (!isOnline()) {
    save(session, { ...submission, state: 'waiting', failure: null })
    return
  }
  if (!(await loadPrices(session, submission))) return
  const now = rewrite(session, order)
  if (now === undefined || !isSameOrder(order, now)) {
    showNewPrices(session, submission)
    return
  }
  await perform(session, submission, handOff.prepare(order, handOffContext(session)))
}

async function loadPrices(session: CheckoutSession, submission: Submission): Promise<boolean> {
  session.update({ type: 'activity-changed', activity: 'sending' })
  showStatus(session, session.t('checkout.looking'))
  try {
    const lookup = await session.loadLookup('anew')
    session.update({ type: 'activity-changed', activity: 'idle' })
    session.update({ type: 'catalogue-loaded', lookup })
    return true
  } catch {
    session.update({ type: 'activity-changed', activity: 'idle' })
    if (isOnline()) fail(session, submission, 'catalogue')
    else save(session, { ...submission, state: 'waiting', failure: null })
    return false
  }
}

/** The order as it would be written now, to compare. */
function rewrite(session: CheckoutSession, order: Order): Order | undefined {
  const { lookup } = session.state()
  const source = { cart: { lines: linesOf(order) }, lookup, details: detailsOf(order) }
  const { id, revision, createdAt } = order
  return writeOrder(source, session.terms, { id, revision, now: new Date(createdAt) })
}

/** Back to the check, with the changes to accept. */
function showNewPrices(session: CheckoutSession, submission: Submission): void {
  // If the order waited or failed, the shopper may not have seen the cart for days.
  session.update({ type: 'order-outdated', order: submission.order })
  if (activeSubmission(session.state()) !== null) reopenOrder(session, submission)
  history.replaceState({ step: 'check' }, '')
  session.dispatch({ type: 'step-chosen', isChecking: true })
  focusStep(session)
  showStatus(session, session.t('checkout.look-again'))
  revealChanges(session)
}

async function perform(
  session: CheckoutSession,
  submission: Submission,
  step: HandOffStep,
): Promise<void> {
  switch (step.kind) {
    case 'unfit':
      session.render()
      focusStep(session)
      return
    case 'request':
      await request(session, submission, step)
      return
    case 'link':
      save(session, { ...submission, state: 'handed', failure: null, mayHaveArrived: true })
      location.href = step.href
      return
    case 'form':
      save(session, { ...submission, state: 'handed', failure: null, mayHaveArrived: true })
      submitForm(session, step)
  }
}

function submitForm(
  { $root }: CheckoutSession,
  { action, fields }: Extract<HandOffStep, { kind: 'form' }>,
): void {
  const form = document.createElement('form')
  form.method = 'post'
  form.action = action
  form.hidden = true
  for (const [name, value] of fields) {
    const input = document.createElement('input')
    input.type = 'hidden'
    input.name = name
    input.value = value
    form.append(input)
  }
  $root.append(form)
  form.submit()
}

async function request(
  session: CheckoutSession,
  submission: Submission,
  step: HandOffRequest,
): Promise<void> {
  session.update({ type: 'activity-changed', activity: 'sending' })
  save(session, { ...submission, state: 'sending', failure: null })
  const failure = await post(step)
  if (failure === null) finish(session, submission)
  session.update({ type: 'activity-changed', activity: 'idle' })
  if (failure !== null) fail(session, submission, failure)
}

async function post({ url, init, ...step }: HandOffRequest): Promise<Failure | null> {
  const signal = AbortSignal.timeout(step.timeoutMs)
  try {
    const response = await fetch(url, { ...init, signal })
    const { type, status } = response
    const body = type === 'opaqueredirect' ? '' : await response.text()
    return judgeResponse({ type, status, body }, step)
  } catch {
    if (signal.aborted) return 'timeout'
    return isOnline() ? 'unreachable' : 'offline'
  }
}

function isOnline(): boolean {
  return navigator.onLine
}

function fail(session: CheckoutSession, submission: Submission, failure: Failure): void {
  save(session, {
    ...submission,
    state: 'failed',
    failure,
    mayHaveArrived: submission.mayHaveArrived || mayHaveArrived(failure),
  })
}

function save(session: CheckoutSession, submission: Submission): void {
  session.saveSubmission(submission)
  focusStep(session)
}

/** The order has arrived: what was ordered leaves the cart, and what was typed leaves the browser. */
function finish(session: CheckoutSession, submission: Submission): void {
  const { by, order, cart } = submission
  // The cart first: another tab that sees it empty must still see the order being submitted.
  session.cartStore.takeOut(cart)
  session.saveLastOrder({ by, order })
  session.saveSubmission({ state: 'sent', id: order.id })
  history.replaceState({ step: 'details' }, '')
  session.dispatch({ type: 'step-chosen', isChecking: false })
  focusStep(session)
}

import type { CartLine } from '../cart/cart.ts'
import { part } from '../lib/parts.ts'
import { judgeResponse, mayHaveArrived, type Failure } from '../hand-off/response.ts'
import { SUBMISSION_KEY, writeSubmission, type Submission } from '../hand-off/submission.ts'
import { withTabLock } from '../hand-off/tab-lock.ts'
import { revealChanges } from './checkout-changes.view.ts'
import {
  activeAttempt,
  currentAttempt,
  reopenAttempt,
  saveAttempt,
  type Desk,
} from './desk.view.ts'
import { handOffContext } from './hand-off-context.view.ts'
import { writeLastOrder } from '../hand-off/last-order.ts'
import type { HandOff, HandOffRequest, HandOffStep } from '../hand-off/types.ts'
import { detailsOf, isSameOrder, linesOf, offerOfOrder, writeOrder } from '../order/order.ts'
import type { Order } from '../order/order-schema.ts'

/**
 * Send the order that is shown: once, whatever is clicked and however many tabs are open, at
 * today's prices, and not before the shopper has seen them.
 */
export async function sendOrder(desk: Desk, handOff: HandOff): Promise<void> {
  const isDone = await withTabLock(SUBMISSION_KEY, desk.lockTools, async () => {
    await hand(desk, handOff)
    return true
  })
  if (isDone === undefined) tellBusy(desk)
}

/** The shopper says that the order is on its way; nobody else can. */
export async function confirmSent(desk: Desk): Promise<void> {
  const isDone = await withTabLock(SUBMISSION_KEY, desk.lockTools, () => {
    if (!isAsShown(desk)) desk.render('focus')
    else if (desk.shown !== undefined)
      finish(desk, attemptFor(desk, desk.shown, activeAttempt(desk)?.by ?? 'email'))
    return Promise.resolve(true)
  })
  if (isDone === undefined) tellBusy(desk)
}

/** A page that was closed while it was sending leaves a note; whoever can claim it says so. */
export async function mendInterrupted(desk: Desk): Promise<boolean> {
  const isFree = await withTabLock(SUBMISSION_KEY, desk.lockTools, () => {
    const attempt = activeAttempt(desk)
    if (attempt?.state === 'sending') fail(desk, attempt, 'interrupted')
    return Promise.resolve(true)
  })
  return isFree === true
}

function tellBusy({ $root, t }: Desk): void {
  part($root, 'busy').text(t('checkout.busy'))
}

/** Whether no other tab has sent, or changed, what is shown here. */
function isAsShown(desk: Desk): boolean {
  if (desk.attempts.read() !== desk.stamp) return false
  if (activeAttempt(desk) !== null) return true
  const before = JSON.stringify(desk.cartStore.cart)
  desk.cartStore.refresh()
  return JSON.stringify(desk.cartStore.cart) === before
}

async function hand(desk: Desk, handOff: HandOff): Promise<void> {
  const order = desk.shown
  if (order === undefined) return
  if (!isAsShown(desk)) {
    desk.render('focus')
    return
  }
  const attempt = attemptFor(desk, order, handOff.by)
  if (!isOnline()) {
    keep(desk, { ...attempt, state: 'waiting', failure: null })
    return
  }
  desk.isSending = true
  const { $root, t } = desk
  part($root, 'busy').text(t('checkout.looking'))
  try {
    desk.lookup = await desk.loadLookup('anew')
  } catch {
    if (isOnline()) fail(desk, attempt, 'catalogue')
    else keep(desk, { ...attempt, state: 'waiting', failure: null })
    return
  } finally {
    desk.isSending = false
  }
  const now = rewrite(desk, order)
  if (now === undefined || !isSameOrder(order, now)) {
    showNewPrices(desk, attempt)
    return
  }
  await perform(desk, attempt, handOff.prepare(order, handOffContext(desk)))
}

/** The order as it would be written now, for comparing. */
function rewrite(desk: Desk, order: Order): Order | undefined {
  const source = {
    cart: { lines: linesOf(order) },
    lookup: desk.lookup,
    details: detailsOf(order),
  }
  return writeOrder(source, desk.terms, {
    id: order.id,
    revision: order.revision,
    now: new Date(order.createdAt),
  })
}

/** What was shown holds no longer: the check again, with the changes to accept. */
function showNewPrices(desk: Desk, attempt: Submission): void {
  const { $root, t } = desk
  // From an order that waited or failed, the cart may be seen for the first time in days.
  desk.accepted = offerOfOrder(attempt.order)
  if (activeAttempt(desk) !== null) reopenAttempt(desk, attempt)
  history.replaceState({ step: 'check' }, '')
  desk.render('focus')
  part($root, 'busy').text(t('checkout.look-again'))
  revealChanges(desk)
}

async function perform(desk: Desk, attempt: Submission, step: HandOffStep): Promise<void> {
  switch (step.kind) {
    case 'unfit':
      desk.render('focus')
      return
    case 'request':
      await request(desk, attempt, step)
      return
    case 'link':
      keep(desk, { ...attempt, state: 'handed', failure: null, mayHaveArrived: true })
      location.href = step.href
      return
    case 'form':
      keep(desk, { ...attempt, state: 'handed', failure: null, mayHaveArrived: true })
      submitForm(desk, step)
  }
}

function submitForm(
  { $root }: Desk,
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

async function request(desk: Desk, attempt: Submission, step: HandOffRequest): Promise<void> {
  desk.isSending = true
  keep(desk, { ...attempt, state: 'sending', failure: null })
  const failure = await post(step)
  if (failure === null) {
    finish(desk, attempt)
    return
  }
  desk.isSending = false
  fail(desk, attempt, failure)
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

function fail(desk: Desk, attempt: Submission, failure: Failure): void {
  keep(desk, {
    ...attempt,
    state: 'failed',
    failure,
    mayHaveArrived: attempt.mayHaveArrived || mayHaveArrived(failure),
  })
}

function keep(desk: Desk, attempt: Submission): void {
  saveAttempt(desk, attempt)
  desk.render('focus')
}

/** The order has arrived: what was ordered leaves the cart, and what was typed the browser. */
function finish(desk: Desk, attempt: Submission): void {
  // The cart first: another tab that sees it empty must still see the order under way.
  desk.isSending = true
  desk.cartStore.takeOut(attempt.cart)
  desk.last.write(writeLastOrder(attempt))
  desk.attempts.write(writeSubmission({ state: 'sent', id: attempt.order.id }))
  desk.drafts.clear()
  desk.isSending = false
  history.replaceState({ step: 'details' }, '')
  desk.shown = attempt.order
  desk.accepted = null
  desk.render('focus')
}

function attemptFor(desk: Desk, order: Order, by: HandOff['by']): Submission {
  const before = currentAttempt(desk)
  const earlier = before === null || before.state === 'sent' ? null : before
  return {
    state: 'sending',
    by,
    order,
    cart: activeAttempt(desk)?.cart ?? cartOf(desk, order),
    failure: earlier?.failure ?? null,
    mayHaveArrived: earlier?.mayHaveArrived ?? false,
  }
}

/** The cart's lines that the order holds, with all the shopper asked for, had or not. */
function cartOf({ cartStore }: Desk, { lines }: Order): readonly CartLine[] {
  const ordered = new Set(lines.map(({ sku }) => sku))
  return cartStore.cart.lines.filter(({ sku }) => ordered.has(sku))
}

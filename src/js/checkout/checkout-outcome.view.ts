import { createHandOff } from '../hand-off/hand-off.ts'
import type { Submission, SubmissionState } from '../hand-off/submission.ts'
import { part } from '../lib/parts.ts'
import { focusStep } from './checkout-focus.view.ts'
import { reopenOrder, type CheckoutSession } from './checkout-session.view.ts'
import { activeSubmission } from './checkout-state.ts'
import { closeInterrupted, confirmSent, sendOrder } from './send-order.view.ts'

/** The buttons that an outcome can have. */
type Button = 'confirm' | 'retry' | 'again' | 'email-again' | 'edit' | 'print'

/** How often a page checks whether another tab is still sending. */
const CHECK_AGAIN_MS = 2000

type RenderOutcome = (session: CheckoutSession, submission: Submission) => void

const RENDER: Readonly<Record<Exclude<SubmissionState, 'changing'>, RenderOutcome>> = {
  sending: renderSending,
  waiting: renderWaiting,
  handed: renderHanded,
  failed: renderFailed,
}

/** Shows what became of the order so far, and what can be done about it. */
export function renderOutcome(session: CheckoutSession): void {
  const submission = activeSubmission(session.state())
  if (submission === null) return
  const { $root } = session
  part($root, 'busy').text('')
  $root.attr('data-outcome', submission.state)
  if (submission.state !== 'changing') RENDER[submission.state](session, submission)
}

/** Shows that the order has arrived, as far as we can tell. */
export function renderDone(session: CheckoutSession): void {
  const { $root, t, data, handOff, state } = session
  const { lastOrder, submission } = state()
  part($root, 'busy').text('')
  $root.attr('data-outcome', 'done')
  if (lastOrder === null) {
    const id = submission?.state === 'sent' ? submission.id : ''
    showText(session, t('checkout.sent-elsewhere-heading'), [t('checkout.sent-elsewhere', { id })])
    showButtons(session, {})
    return
  }
  const { id, contact } = lastOrder.order
  const values = { id, name: data.shop.name, email: contact.email, receiver: handOff.receiver }
  showText(session, t('checkout.done-heading'), [
    t(`checkout.done.${lastOrder.by}`, values),
    t('checkout.done-next', values),
  ])
  showButtons(session, { print: t('checkout.print') })
}

export function bindOutcome(session: CheckoutSession): void {
  const { $root, data } = session
  const email = createHandOff({ by: 'email' }, data.shop.email)
  $root.on('click', '[data-action="retry"]', () => {
    const by = activeSubmission(session.state())?.by
    void sendOrder(session, by === 'email' ? email : session.handOff)
  })
  $root.on('click', '[data-action="email-again"]', () => {
    void sendOrder(session, email)
  })
  $root.on('click', '[data-action="confirm"]', () => {
    void confirmSent(session)
  })
  $root.on('click', '[data-action="edit"]', () => {
    const submission = activeSubmission(session.state())
    if (submission !== null) reopenOrder(session, submission)
    history.replaceState({ step: 'details' }, '')
    session.dispatch({ type: 'step-chosen', isChecking: false })
    focusStep(session)
  })
}

/** While another tab is sending, waits for it, or says that it was closed before it was done. */
export function watchOtherTab(session: CheckoutSession): void {
  const { activity } = session.state()
  if (activity !== 'idle' || activeSubmission(session.state())?.state !== 'sending') return
  session.update({ type: 'activity-changed', activity: 'watching' })
  const stop = (): void => {
    if (session.state().activity !== 'watching') return
    session.dispatch({ type: 'activity-changed', activity: 'idle' })
  }
  void closeInterrupted(session).then((isClosed) => {
    if (isClosed) stop()
    else setTimeout(stop, CHECK_AGAIN_MS)
  })
}

function renderSending(session: CheckoutSession): void {
  const { t, state } = session
  const isSending = state().activity === 'sending'
  showText(session, t('checkout.sending-heading'), [
    t(isSending ? 'checkout.sending' : 'checkout.busy'),
  ])
  showButtons(session, {})
}

function renderWaiting(session: CheckoutSession): void {
  const { t } = session
  const isOnline = navigator.onLine
  showText(session, t('checkout.waiting-heading'), [
    t(isOnline ? 'checkout.waiting-online' : 'checkout.waiting-offline'),
    ...keptText(session),
  ])
  showButtons(session, {
    ...(isOnline ? { retry: t('checkout.send-now') } : {}),
    edit: t('checkout.edit'),
  })
}

function renderHanded(session: CheckoutSession, { by }: Submission): void {
  const { t, data, handOff } = session
  const values = { email: data.shop.email, receiver: handOff.receiver }
  showText(session, t(`checkout.handed-heading.${by}`), [
    t(`checkout.handed.${by}`, values),
    t('checkout.handed-ask'),
  ])
  showButtons(session, {
    confirm: t(`checkout.confirm.${by}`),
    again: t(`checkout.again.${by}`, values),
    ...(by === 'email' ? {} : { 'email-again': t('checkout.email-instead') }),
    edit: t('checkout.edit'),
  })
}

function renderFailed(session: CheckoutSession, submission: Submission): void {
  const { failure, mayHaveArrived, order, by } = submission
  const { t, handOff } = session
  const values = { receiver: handOff.receiver, id: order.id }
  showText(session, t('checkout.failed-heading'), [
    t(`checkout.failure.${failure ?? 'unreachable'}`, values),
    ...(mayHaveArrived ? [t('checkout.may-have-arrived', values)] : []),
    ...keptText(session),
  ])
  showButtons(session, {
    retry: t('checkout.try-again'),
    ...(by === 'email' ? {} : { 'email-again': t('checkout.email-instead') }),
    edit: t('checkout.edit'),
  })
}

/** Only if it is true: the page says elsewhere what is wrong with storage. */
function keptText({ submissions, t }: CheckoutSession): readonly string[] {
  return submissions.isKept ? [t('checkout.kept')] : []
}

function showText({ $root }: CheckoutSession, heading: string, texts: readonly string[]): void {
  part($root, 'outcome-heading').text(heading)
  part($root, 'outcome-text').text(texts.join('\n'))
}

/** Shows the buttons that have a label, and hides the others. */
function showButtons({ $root }: CheckoutSession, labels: Partial<Record<Button, string>>): void {
  for (const name of ['confirm', 'retry', 'again', 'email-again', 'edit', 'print'] as const) {
    const text = labels[name]
    part($root, name)
      .text(text ?? '')
      .prop('hidden', text === undefined)
  }
}

import { part } from '../lib/parts.ts'
import type { Submission } from '../hand-off/submission.ts'
import { activeAttempt, currentAttempt, reopenAttempt, type Desk } from './desk.view.ts'
import { createHandOff } from '../hand-off/hand-off.ts'
import { readLastOrder } from '../hand-off/last-order.ts'
import { confirmSent, mendInterrupted, sendOrder } from './send-order.view.ts'

/** Buttons of an outcome, by what each is for. */
type Offer = 'confirm' | 'retry' | 'again' | 'email-again' | 'edit' | 'print'

/** How often a page looks whether another tab is still sending. */
const LOOK_AGAIN_MS = 2000

/** What became of the order so far, and what can be done about it. */
export function renderOutcome(desk: Desk): void {
  const attempt = activeAttempt(desk)
  if (attempt === null) return
  const { $root } = desk
  part($root, 'busy').text('')
  $root.attr('data-outcome', attempt.state)
  switch (attempt.state) {
    case 'sending':
      renderSending(desk)
      return
    case 'waiting':
      renderWaiting(desk)
      return
    case 'handed':
      renderHanded(desk, attempt)
      return
    default:
      renderFailed(desk, attempt)
  }
}

/** It has arrived, as far as anyone can tell. */
export function renderDone(desk: Desk): void {
  const { $root, t, data, handOff } = desk
  part($root, 'busy').text('')
  $root.attr('data-outcome', 'done')
  const last = readLastOrder(desk.last.read())
  if (last === null) {
    const sent = currentAttempt(desk)
    const id = sent?.state === 'sent' ? sent.id : ''
    desk.shown = undefined
    say(desk, t('checkout.sent-elsewhere-heading'), [t('checkout.sent-elsewhere', { id })])
    offer(desk, {})
    return
  }
  desk.shown = last.order
  const { id, contact } = last.order
  const values = { id, name: data.shop.name, email: contact.email, receiver: handOff.receiver }
  say(desk, t('checkout.done-heading'), [
    t(`checkout.done.${last.by}`, values),
    t('checkout.done-next', values),
  ])
  offer(desk, { print: t('checkout.print') })
}

export function bindOutcome(desk: Desk): void {
  const { $root, data } = desk
  $root.on('click', '[data-action="retry"]', () => {
    const by = activeAttempt(desk)?.by
    const email = createHandOff({ by: 'email' }, data.shop.email)
    void sendOrder(desk, by === 'email' ? email : desk.handOff)
  })
  $root.on('click', '[data-action="email-again"]', () => {
    void sendOrder(desk, createHandOff({ by: 'email' }, data.shop.email))
  })
  $root.on('click', '[data-action="confirm"]', () => {
    void confirmSent(desk)
  })
  $root.on('click', '[data-action="edit"]', () => {
    const attempt = activeAttempt(desk)
    if (attempt !== null) reopenAttempt(desk, attempt)
    history.replaceState({ step: 'details' }, '')
    desk.render('focus')
  })
}

function renderSending(desk: Desk): void {
  const { t } = desk
  const { isSending } = desk
  say(desk, t('checkout.sending-heading'), [t(isSending ? 'checkout.sending' : 'checkout.busy')])
  offer(desk, {})
  if (desk.isSending || desk.isWatching) return
  desk.isWatching = true
  void mendInterrupted(desk).then((isMended) => {
    const again = (): void => {
      desk.isWatching = false
      desk.render()
    }
    if (!isMended) setTimeout(again, LOOK_AGAIN_MS)
    else desk.isWatching = false
  })
}

function renderWaiting(desk: Desk): void {
  const { t } = desk
  const isOnline = navigator.onLine
  say(desk, t('checkout.waiting-heading'), [
    t(isOnline ? 'checkout.waiting-online' : 'checkout.waiting-offline'),
    t('checkout.kept'),
  ])
  offer(desk, {
    ...(isOnline ? { retry: t('checkout.send-now') } : {}),
    edit: t('checkout.edit'),
  })
}

function renderHanded(desk: Desk, { by }: Submission): void {
  const { t, data, handOff } = desk
  const values = { email: data.shop.email, receiver: handOff.receiver }
  say(desk, t(`checkout.handed-heading.${by}`), [
    t(`checkout.handed.${by}`, values),
    t('checkout.handed-ask'),
  ])
  offer(desk, {
    confirm: t(`checkout.confirm.${by}`),
    again: t(`checkout.again.${by}`, values),
    ...(by === 'email' ? {} : { 'email-again': t('checkout.email-instead') }),
    edit: t('checkout.edit'),
  })
}

function renderFailed(desk: Desk, { failure, mayHaveArrived, order, by }: Submission): void {
  const { t, handOff } = desk
  const values = { receiver: handOff.receiver, id: order.id }
  say(desk, t('checkout.failed-heading'), [
    t(`checkout.failure.${failure ?? 'unreachable'}`, values),
    ...(mayHaveArrived ? [t('checkout.may-have-arrived', values)] : []),
    t('checkout.kept'),
  ])
  offer(desk, {
    retry: t('checkout.try-again'),
    ...(by === 'email' ? {} : { 'email-again': t('checkout.email-instead') }),
    edit: t('checkout.edit'),
  })
}

function say({ $root }: Desk, heading: string, texts: readonly string[]): void {
  part($root, 'outcome-heading').text(heading)
  part($root, 'outcome-text').text(texts.join('\n'))
}

/** Show the buttons that have words, with them, and hide the others. */
function offer({ $root }: Desk, words: Partial<Record<Offer, string>>): void {
  for (const name of ['confirm', 'retry', 'again', 'email-again', 'edit', 'print']) {
    const text = words[name as Offer]
    part($root, name)
      .text(text ?? '')
      .prop('hidden', text === undefined)
  }
}

import { countryName } from '../order/countries.ts'
import { cloneTemplate, part } from '../lib/parts.ts'
import { addressLines } from '../order/address-lines.ts'
import { revealChanges } from './checkout-changes.view.ts'
import type { CheckoutSession } from './checkout-session.view.ts'
import { handOffContext } from './hand-off-context.view.ts'
import { createHandOff } from '../hand-off/hand-off.ts'
import type { HandOffStep } from '../hand-off/types.ts'
import { deliveryWords } from '../order/order-text.ts'
import type { Order } from '../order/order-schema.ts'
import { confirmSent, sendOrder } from './send-order.view.ts'

/** Shows who gets the order, what happens next, and the button that sends it. */
export function renderSend(session: CheckoutSession): void {
  const { $root, handOff } = session
  const { order } = session.state()
  if (order === undefined) return
  renderFacts(session, order)
  part($root, 'self-sent').prop('hidden', true)
  part($root, 'copied').text('')
  part($root, 'busy').text('')
  const step = handOff.prepare(order, handOffContext(session))
  const isUnfit = step.kind === 'unfit'
  part($root, 'unfit')
    .text(isUnfit ? unfitText(step, session) : '')
    .prop('hidden', !isUnfit)
  part($root, 'send-button').prop('hidden', isUnfit)
  part($root, 'how').prop('hidden', isUnfit)
  part($root, 'email-instead').prop('hidden', !isUnfit)
  part($root, 'long').prop('hidden', !(step.kind === 'link' && step.isShortened))
  renderFormFields(session, step)
}

function unfitText(
  step: Extract<HandOffStep, { kind: 'unfit' }>,
  { t, state }: CheckoutSession,
): string {
  const names = step.skus.map((sku) => state().lookup(sku)?.product.name ?? sku)
  return t(`checkout.unfit.${step.why}`, { names: names.join(', ') })
}

function renderFacts({ $root, data, t }: CheckoutSession, order: Order): void {
  const { contact, address, delivery, note } = order
  const facts = {
    'fact-contact': [contact.name, contact.email, contact.phone].filter(Boolean).join('\n'),
    'fact-address': [...addressLines(address), countryName(address.country, data.tag)].join('\n'),
    'fact-delivery': delivery === null ? t('checkout.no-price') : deliveryWords(delivery, t),
    'fact-note': note === '' ? t('checkout.no-note') : note,
  }
  for (const name of ['fact-contact', 'fact-address', 'fact-delivery', 'fact-note'] as const) {
    part($root, name).text(facts[name])
  }
}

/** Shows the form that PayPal gets, before it is sent. */
function renderFormFields({ $root }: CheckoutSession, step: HandOffStep): void {
  const $fields = part($root, 'fields')
  $fields.prop('hidden', step.kind !== 'form')
  const items =
    step.kind === 'form'
      ? step.fields
          .filter(([, value]) => value !== '')
          .map(([name, value]) => {
            const $item = cloneTemplate($root, 'fields-item')
            $item.find('[data-part="fields-name"]').text(name)
            $item.find('[data-part="fields-value"]').text(value)
            return $item
          })
      : []
  part($root, 'fields-list')
    .empty()
    .append(...items)
}

export function bindSend(session: CheckoutSession): void {
  const { $root, data } = session
  $root.on('click', '[data-action="send"]', () => {
    if (revealChanges(session)) return
    void sendOrder(session, session.handOff)
  })
  $root.on('click', '[data-action="send-email"]', () => {
    if (revealChanges(session)) return
    void sendOrder(session, createHandOff({ by: 'email' }, data.shop.email))
  })
  $root.on('click', '[data-action="sent-myself"]', () => {
    if (revealChanges(session)) return
    void confirmSent(session)
  })
}

import { countryName } from '../order/countries.ts'
import { cloneTemplate, part } from '../lib/parts.ts'
import { addressLines } from '../order/address-format.ts'
import { revealChanges } from './checkout-changes.view.ts'
import type { Desk } from './desk.view.ts'
import { handOffContext } from './hand-off-context.view.ts'
import { createHandOff } from '../hand-off/hand-off.ts'
import type { HandOffStep } from '../hand-off/types.ts'
import { deliveryWords } from '../order/order-text.ts'
import type { Order } from '../order/order-schema.ts'
import { confirmSent, sendOrder } from './send-order.view.ts'

/** Who gets the order and what happens next, and the last button. */
export function renderSend(desk: Desk): void {
  const { $root, shown, handOff } = desk
  if (shown === undefined) return
  renderFacts(desk, shown)
  part($root, 'self-sent').prop('hidden', true)
  part($root, 'copied').text('')
  part($root, 'busy').text('')
  const step = handOff.prepare(shown, handOffContext(desk))
  const isUnfit = step.kind === 'unfit'
  part($root, 'unfit')
    .text(isUnfit ? unfitWords(step, desk) : '')
    .prop('hidden', !isUnfit)
  part($root, 'send-button').prop('hidden', isUnfit)
  part($root, 'how').prop('hidden', isUnfit)
  part($root, 'email-instead').prop('hidden', !isUnfit)
  part($root, 'long').prop('hidden', !(step.kind === 'link' && step.isShortened))
  renderFields(desk, step)
}

function unfitWords(step: Extract<HandOffStep, { kind: 'unfit' }>, { t, lookup }: Desk): string {
  const names = step.skus.map((sku) => lookup(sku)?.product.name ?? sku)
  return t(`checkout.unfit.${step.why}`, { names: names.join(', ') })
}

function renderFacts({ $root, data, t }: Desk, order: Order): void {
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

/** The form that PayPal gets, shown before it is sent. */
function renderFields({ $root }: Desk, step: HandOffStep): void {
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

export function bindSend(desk: Desk): void {
  const { $root, data } = desk
  $root.on('click', '[data-action="send"]', () => {
    if (revealChanges(desk)) return
    void sendOrder(desk, desk.handOff)
  })
  $root.on('click', '[data-action="send-email"]', () => {
    if (revealChanges(desk)) return
    void sendOrder(desk, createHandOff({ by: 'email' }, data.shop.email))
  })
  $root.on('click', '[data-action="sent-myself"]', () => {
    if (revealChanges(desk)) return
    void confirmSent(desk)
  })
}

import $ from 'jquery/slim'
import { methodsFor } from '../cart/shipping.ts'
import { shippingPrice } from '../cart/shipping-text.ts'
import { cloneTemplate, part } from '../lib/parts.ts'
import { addressFormat, type AddressField } from '../order/address-format.ts'
import type { CheckoutSession } from './checkout-session.view.ts'
import { chosenValues, priceChosen } from './checkout-state.ts'
import { DETAIL_FIELDS, readDetails, type DetailField, type DetailValues } from './details.ts'
import { priceOfMethod } from '../order/order.ts'
import {
  fieldOf,
  inputOf,
  problemsIn,
  showProblem,
  showProblems,
} from './checkout-problems.view.ts'
import { renderSummary } from './checkout-summary.view.ts'

const ADDRESS: readonly AddressField[] = ['line1', 'line2', 'city', 'region', 'postal']

/** Shows the form: what was typed, the country's address fields and its shipping methods. */
export function renderDetails(session: CheckoutSession): void {
  const values = valuesIn(session)
  for (const name of DETAIL_FIELDS) {
    if (name === 'delivery') continue
    const $input = inputOf(session.$root, name)
    // Setting the same value again would move the cursor to the end.
    if (String($input.val() ?? '') !== values[name]) $input.val(values[name])
  }
  layOutAddress(session, values.country)
  renderDeliveries(session, values)
}

/** Shows what is missing or wrong and moves the focus there. Returns false if nothing is. */
export function revealProblems(session: CheckoutSession): boolean {
  saveTyped(session)
  const values = valuesIn(session)
  const problems = problemsIn(session.$root, readDetails(values))
  showProblems(session, problems)
  return Object.keys(problems).length > 0
}

export function bindDetails(session: CheckoutSession, submit: () => void): void {
  const { $root } = session
  const $form = part($root, 'details')
  // We show messages beside the fields, in the shop's language, instead of the browser's bubbles.
  $form.attr('novalidate', '')
  $form.on('submit', (event) => {
    event.preventDefault()
    submit()
  })
  $form.on('input change', (event) => {
    saveTyped(session)
    const name = (event.target as HTMLInputElement).name as DetailField
    if (name === 'country') renderDetails(session)
    if (name === 'country' || name === 'delivery') renderSummary(session)
    correct(session, name)
  })
}

/** Removes a message as soon as its field is right. New ones only appear with the button. */
function correct(session: CheckoutSession, name: DetailField): void {
  if (!fieldOf(session.$root, name).is('[data-state="wrong"]')) return
  const values = valuesIn(session)
  showProblem(session, name, problemsIn(session.$root, readDetails(values))[name])
}

function valuesIn({ state, page }: CheckoutSession): DetailValues {
  return chosenValues(state(), page.methods)
}

function saveTyped(session: CheckoutSession): void {
  const draft = session.state().draft
  const before = valuesIn(session)
  const typed = DETAIL_FIELDS.filter((name) => name !== 'delivery').map((name) => [
    name,
    String(inputOf(session.$root, name).val() ?? ''),
  ])
  const { $root } = session
  const delivery = part($root, 'deliveries').find('input:checked').val()
  const values = {
    ...(Object.fromEntries(typed) as DetailValues),
    delivery: typeof delivery === 'string' ? delivery : before.delivery,
  }
  session.saveDraft({ ...draft, values })
}

/** Shows the address fields that a country uses, in its order. */
function layOutAddress({ $root, t }: CheckoutSession, country: string): void {
  const format = addressFormat(country)
  const $address = part($root, 'address')
  const wanted = [...format.fields, ...ADDRESS.filter((name) => !format.fields.includes(name))]
  const present = $address
    .children()
    .get()
    .map((field) => field.dataset['field'])
  // Only if the order differs: moving a field interrupts a browser that is filling it in.
  if (present.join() !== wanted.join()) {
    $address.append(...wanted.map((name) => fieldOf($root, name)))
  }
  for (const name of ADDRESS) {
    const isAsked = format.fields.includes(name)
    const isRequired = format.required.includes(name)
    const $field = fieldOf($root, name)
    $field.prop('hidden', !isAsked)
    inputOf($root, name).prop({ disabled: !isAsked, required: isRequired })
    $field.find('[data-part="optional"]').prop('hidden', isRequired)
  }
  setLabel($root, 'region', t(`checkout.region.${format.region}`))
  setLabel($root, 'postal', t(`checkout.postal.${format.postal}`))
  const $postal = inputOf($root, 'postal')
  $postal.attr('inputmode', format.isNumeric ? 'numeric' : 'text')
  if (format.pattern === '') $postal.removeAttr('pattern')
  else $postal.attr('pattern', format.pattern)
}

function setLabel($root: JQuery, name: DetailField, text: string): void {
  fieldOf($root, name).find('[data-part="label"]').text(text)
}

function renderDeliveries(session: CheckoutSession, values: DetailValues): void {
  const { $root, page, t, formatPrice } = session
  const { totals } = priceChosen(session.state(), page.methods)
  const methods = methodsFor(page.methods, values.country)
  const items = methods.map((method) => {
    const $item = cloneTemplate($root, 'delivery')
    const isChosen = method.id === values.delivery
    $item.find('input').val(method.id).prop('checked', isChosen)
    $item.find('[data-part="delivery-name"]').text(method.name)
    const { from, to } = method.days
    $item.find('[data-part="delivery-days"]').text(t('checkout.days', { from, to }))
    const price = shippingPrice(priceOfMethod(method, totals), { t, formatPrice })
    $item.find('[data-part="delivery-price"]').text(price)
    return $item
  })
  const list = part($root, 'deliveries')
  const focused = list.find(':focus').val()
  list.empty().append(...items)
  if (typeof focused === 'string') {
    list
      .find('input')
      .filter((_, input) => $(input).val() === focused)
      .trigger('focus')
  }
  part($root, 'no-delivery').prop('hidden', methods.length > 0)
}

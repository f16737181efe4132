import $ from 'jquery/slim'
import { methodsFor } from '../cart/shipping.ts'
import { shippingPrice } from '../cart/shipping-text.ts'
import { cloneTemplate, part } from '../lib/parts.ts'
import { addressFormat } from '../order/address-format.ts'
import { ADDRESS_FIELDS } from '../order/address-lines.ts'
import { postalFormat } from '../order/postal-code.ts'
import type { CheckoutSession } from './checkout-session.view.ts'
import { chosenValues, priceChosen } from './checkout-state.ts'
import { addChoice, chooseMethod } from './choose-method.ts'
import {
  canonicalValue,
  canonicalValues,
  DETAIL_FIELDS,
  readDetails,
  type DetailField,
  type DetailValues,
} from './details.ts'
import { priceOfMethod } from '../order/order.ts'
import {
  fieldOf,
  inputOf,
  problemsIn,
  showProblem,
  showProblems,
} from './checkout-problems.view.ts'
import { renderSummary } from './checkout-summary.view.ts'

/** Shows the form: what was typed, the country's address fields and its shipping methods. */
export function renderDetails(session: CheckoutSession): void {
  const values = valuesIn(session)
  for (const name of DETAIL_FIELDS) showValue(session, name, values[name])
  layOutAddress(session, values)
  renderDeliveries(session, values)
}

function showValue({ $root }: CheckoutSession, name: DetailField, value: string): void {
  if (name === 'delivery') return
  const $input = inputOf($root, name)
  // Setting the same value again would move the cursor to the end.
  if (String($input.val() ?? '') !== value) $input.val(value)
}

/** Shows what is missing or wrong and moves the focus there. Returns false if nothing is. */
export function revealProblems(session: CheckoutSession): boolean {
  saveTyped(session)
  const { draft } = session.state()
  session.saveDraft({ ...draft, values: canonicalValues(draft.values) })
  renderDetails(session)
  const problems = problemsIn(readDetails(valuesIn(session)))
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
    const { name, value } = event.target as HTMLInputElement
    if (name === 'delivery') saveChoice(session, value)
    if (name === 'country') renderDetails(session)
    if (name === 'delivery') renderMissed(session)
    if (name === 'country' || name === 'delivery') renderSummary(session)
    // Another country has other rules, and other names for the same fields.
    const judged = name === 'country' ? DETAIL_FIELDS : [name as DetailField]
    for (const field of judged) correct(session, field)
  })
  // When a field is left: while someone types, its text is theirs.
  $form.on('change', '[data-field] [name]', (event) => {
    const { name } = event.target as HTMLInputElement
    const field = name as DetailField
    showValue(session, field, canonicalValue(field, valuesIn(session)))
    saveTyped(session)
  })
}

/** Removes a message as soon as its field is right. New ones only appear with the button. */
function correct(session: CheckoutSession, name: DetailField): void {
  if (!fieldOf(session.$root, name).is('[data-state="wrong"]')) return
  showProblem(session, name, problemsIn(readDetails(valuesIn(session)))[name])
}

function valuesIn({ state, page }: CheckoutSession): DetailValues {
  return chosenValues(state(), page.methods)
}

function saveTyped({ $root, state, saveDraft }: CheckoutSession): void {
  const { draft } = state()
  const typed = DETAIL_FIELDS.filter((name) => name !== 'delivery').map((name) => [
    name,
    String(inputOf($root, name).val() ?? ''),
  ])
  const { delivery } = draft.values
  saveDraft({ ...draft, values: { ...(Object.fromEntries(typed) as DetailValues), delivery } })
}

/** Only what is clicked counts: another country has its first method chosen by itself. */
function saveChoice({ state, saveDraft }: CheckoutSession, id: string): void {
  const { draft } = state()
  const delivery = addChoice(draft.values.delivery, id)
  saveDraft({ ...draft, values: { ...draft.values, delivery } })
}

/** Shows the address fields that a country uses, in its order, and others that are filled in. */
function layOutAddress({ $root, t }: CheckoutSession, values: DetailValues): void {
  const format = addressFormat(values.country)
  const $address = part($root, 'address')
  const unused = ADDRESS_FIELDS.filter((name) => !format.fields.includes(name))
  const wanted = [...format.fields, ...unused]
  const present = $address
    .children()
    .get()
    .map((field) => field.dataset['field'])
  // Only if the order differs: moving a field interrupts a browser that is filling it in.
  if (present.join() !== wanted.join()) {
    $address.append(...wanted.map((name) => fieldOf($root, name)))
  }
  for (const name of ADDRESS_FIELDS) {
    const isRequired = format.required.includes(name)
    const $field = fieldOf($root, name)
    $field.prop('hidden', unused.includes(name) && values[name] === '')
    inputOf($root, name).prop('required', isRequired)
    $field.find('[data-part="optional"]').prop('hidden', isRequired)
  }
  setLabel($root, 'region', t(`checkout.region.${format.region}`))
  setLabel($root, 'postal', t(`checkout.postal.${format.postal}`))
  const isNumeric = postalFormat(values.country)?.isNumeric === true
  inputOf($root, 'postal').attr('inputmode', isNumeric ? 'numeric' : 'text')
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
  renderMissed(session)
}

/** Says that what the shopper chose isn't available in the country. */
function renderMissed({ $root, page, state, t }: CheckoutSession): void {
  const { method, missed } = chooseMethod(page.methods, state().draft.values)
  const values = { name: missed?.name ?? '', chosen: method?.name ?? '' }
  const reason =
    method === undefined
      ? t('checkout.method-missed', values)
      : t('checkout.method-replaced', values)
  const text = missed === undefined ? '' : reason
  const $missed = part($root, 'method-missed')
  // A live region announces the same text again if it is written again.
  if ($missed.text() !== text) $missed.text(text)
}

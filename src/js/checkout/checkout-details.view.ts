import $ from 'jquery/slim'
import { methodsFor } from '../cart/shipping.ts'
import { shippingPrice } from '../cart/shipping-text.ts'
import { cloneTemplate, part } from '../lib/parts.ts'
import { addressFormat, type AddressField } from '../order/address-format.ts'
import { currentDraft, priceNow, saveDraft, type Desk } from './desk.view.ts'
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

/** The form: what was typed, the fields of the country, the ways to send there. */
export function renderDetails(desk: Desk): void {
  const { values } = currentDraft(desk)
  for (const name of DETAIL_FIELDS) {
    if (name === 'delivery') continue
    const $input = inputOf(desk.$root, name)
    // Setting what stands there already would move the cursor to its end.
    if (String($input.val() ?? '') !== values[name]) $input.val(values[name])
  }
  layOutAddress(desk, values.country)
  renderDeliveries(desk, values)
}

/** Show what is missing or wrong, and move the focus to the list of it; false where all is right. */
export function revealProblems(desk: Desk): boolean {
  saveTyped(desk)
  const { values } = currentDraft(desk)
  const problems = problemsIn(desk.$root, readDetails(values))
  showProblems(desk, problems)
  return Object.keys(problems).length > 0
}

export function bindDetails(desk: Desk, submit: () => void): void {
  const { $root } = desk
  const $form = part($root, 'details')
  // Words beside the fields, in the shop's language, instead of the browser's bubbles.
  $form.attr('novalidate', '')
  $form.on('submit', (event) => {
    event.preventDefault()
    submit()
  })
  $form.on('input change', (event) => {
    saveTyped(desk)
    const name = (event.target as HTMLInputElement).name as DetailField
    if (name === 'country') renderDetails(desk)
    if (name === 'country' || name === 'delivery') renderSummary(desk)
    correct(desk, name)
  })
}

/** A message goes as soon as its field is right; new ones wait for the button. */
function correct(desk: Desk, name: DetailField): void {
  if (!fieldOf(desk.$root, name).is('[data-state="wrong"]')) return
  const { values } = currentDraft(desk)
  showProblem(desk, name, problemsIn(desk.$root, readDetails(values))[name])
}

function saveTyped(desk: Desk): void {
  const draft = currentDraft(desk)
  const typed = DETAIL_FIELDS.filter((name) => name !== 'delivery').map((name) => [
    name,
    String(inputOf(desk.$root, name).val() ?? ''),
  ])
  const { $root } = desk
  const delivery = part($root, 'deliveries').find('input:checked').val()
  const values = {
    ...(Object.fromEntries(typed) as DetailValues),
    delivery: typeof delivery === 'string' ? delivery : draft.values.delivery,
  }
  saveDraft(desk, { ...draft, values })
}

/** Ask for what addresses of a country have, in the order they are written there. */
function layOutAddress({ $root, t }: Desk, country: string): void {
  const format = addressFormat(country)
  const $address = part($root, 'address')
  const wanted = [...format.fields, ...ADDRESS.filter((name) => !format.fields.includes(name))]
  const present = $address
    .children()
    .get()
    .map((field) => field.dataset['field'])
  // Only where it differs: moving a field that a browser is filling in would stop it.
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

function renderDeliveries(desk: Desk, values: DetailValues): void {
  const { $root, page, t, formatPrice } = desk
  const totals = priceNow(desk)
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

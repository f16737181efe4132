import $ from 'jquery/slim'
import { cloneTemplate, part } from '../lib/parts.ts'
import type { CheckoutSession } from './checkout-session.view.ts'
import type { DetailField, DetailProblem, DetailProblems, readDetails } from './details.ts'
import { LONGEST } from '../order/order-schema.ts'
import { postalFormat } from '../order/postal-code.ts'

/** The element around a field's label, input and message. */
export function fieldOf($root: JQuery, name: DetailField): JQuery {
  return $root.find(`[data-field="${name}"]`)
}

export function inputOf($root: JQuery, name: DetailField): JQuery {
  return fieldOf($root, name).find(`[name="${name}"]`)
}

/** What is wrong, by field. */
export function problemsIn(read: ReturnType<typeof readDetails>): DetailProblems {
  return 'problems' in read ? read.problems : {}
}

/** Says what is wrong, beside each field and in a list that takes the focus. */
export function showProblems(session: CheckoutSession, problems: DetailProblems): void {
  const { $root } = session
  const fields = $root
    .find('[data-field]')
    .get()
    .map((field) => field.dataset['field'] as DetailField)
  for (const name of fields) showProblem(session, name, problems[name])
  const wrong = fields.filter((name) => problems[name] !== undefined)
  const items = wrong.map((name) => {
    const $item = cloneTemplate($root, 'problem-item').attr('data-about', name)
    $item
      .find('a')
      .attr('href', `#checkout-${name}`)
      .text(wordsOf(session, name, problems[name] ?? 'invalid'))
      .on('click', (event) => {
        // Following the link would replace a cart that is in the address.
        event.preventDefault()
        inputOf($root, name).trigger('focus')
      })
    return $item
  })
  part($root, 'problem-list')
    .empty()
    .append(...items)
  const $summary = part($root, 'problems').prop('hidden', wrong.length === 0)
  if (wrong.length > 0) $summary.trigger('focus')
}

/** Shows or removes the message of one field. */
export function showProblem(
  session: CheckoutSession,
  name: DetailField,
  problem: DetailProblem | undefined,
): void {
  const $field = fieldOf(session.$root, name)
  const $input = inputOf(session.$root, name)
  if (problem === undefined) {
    $field.removeAttr('data-state')
    $input.removeAttr('aria-invalid')
  } else {
    $field.attr('data-state', 'wrong')
    $input.attr('aria-invalid', 'true')
  }
  const text = problem === undefined ? '' : wordsOf(session, name, problem)
  $field
    .find('[data-part="problem"]')
    .text(text)
    .prop('hidden', problem === undefined)
  if (problem === undefined) removeFromList(session.$root, name)
  else part(session.$root, 'problem-list').find(`[data-about="${name}"] a`).text(text)
}

/** Takes a corrected field off the list, and hides the list after the last one. */
function removeFromList($root: JQuery, name: DetailField): void {
  const $list = part($root, 'problem-list')
  $list.find(`[data-about="${name}"]`).remove()
  if ($list.children().length === 0) part($root, 'problems').prop('hidden', true)
}

function wordsOf(session: CheckoutSession, name: DetailField, problem: DetailProblem): string {
  const { $root, state, t } = session
  const label = $(fieldOf($root, name)).find('[data-part="label"]').first().text().trim()
  const { values } = state().draft
  const most = LONGEST[name as keyof typeof LONGEST]
  switch (problem) {
    case 'missing':
      return t('checkout.problem-missing', { label })
    case 'too-long':
      return t('checkout.problem-long', { label, most, length: values[name].length })
    case 'email':
      return t('checkout.problem-email')
    case 'postal':
      return t('checkout.problem-postal', {
        label,
        example: postalFormat(values.country)?.example ?? '',
      })
    case 'invalid':
      return t('checkout.problem-invalid', { label })
  }
}

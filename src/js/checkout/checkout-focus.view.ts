import { part } from '../lib/parts.ts'
import type { CheckoutSession } from './checkout-session.view.ts'
import { stepOf, type CheckoutStep } from './checkout-state.ts'

/** The part that takes the focus when a step appears. */
const FOCUSED: Readonly<Record<CheckoutStep, ($root: JQuery) => JQuery>> = {
  empty: ($root) => part($root, 'empty'),
  details: ($root) => part($root, 'details-heading'),
  check: ($root) => part($root, 'document-heading'),
  outcome: ($root) => part($root, 'outcome-heading'),
  done: ($root) => part($root, 'outcome-heading'),
}

/** Move the focus to the step that is now on the page. */
export function focusStep({ $root, page, state }: CheckoutSession): void {
  FOCUSED[stepOf(state(), page.methods)]($root).trigger('focus')
}

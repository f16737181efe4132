import { parseCartFragment } from '../cart/stored-cart.ts'
import { cartHref } from '../cart/cart-link.ts'
import type { VariantLookup } from '../catalog/product-data.ts'
import type { PageModule } from '../lib/mount.ts'
import { part } from '../lib/parts.ts'
import type { Services } from '../site/services.ts'
import { bindChanges, renderChanges } from './checkout-changes.view.ts'
import { bindDetails, renderDetails, revealProblems } from './checkout-details.view.ts'
import { bindDocument, renderDocument } from './checkout-document.view.ts'
import { bindOutcome, renderDone, renderOutcome } from './checkout-outcome.view.ts'
import { SUBMISSION_KEY } from '../hand-off/submission.ts'
import { bindSend, renderSend } from './checkout-send.view.ts'
import { renderSummary } from './checkout-summary.view.ts'
import {
  activeAttempt,
  composeOrder,
  createDesk,
  currentAttempt,
  priceNow,
  type Desk,
} from './desk.view.ts'

/** What the page shows; each is a `data-state` of it. */
type State = 'loading' | 'failed' | 'empty' | 'details' | 'check' | 'outcome' | 'done'

/** Which parts are seen in which state. */
const SEEN = {
  loading: ['loading'],
  failed: ['failed'],
  empty: ['empty'],
  filled: ['details', 'check', 'outcome', 'done'],
  details: ['details'],
  document: ['check', 'outcome', 'done'],
  send: ['check'],
  outcome: ['outcome', 'done'],
  aside: ['details', 'check'],
  back: ['empty', 'details', 'check', 'outcome'],
} as const satisfies Readonly<Record<string, readonly State[]>>

/** Checkout: the form, the look at the order, the last button, and what became of it. */
export const checkoutPage: PageModule<Services> = {
  name: 'checkout-page',
  mount($root, services) {
    void start($root, services)
  },
}

async function start($root: JQuery, services: Services): Promise<void> {
  const { cartStore, loadLookup } = services
  const carried = parseCartFragment(location.hash)
  if (carried.lines.length > 0 && !cartStore.checkKept()) cartStore.adopt(carried, 'replace')
  show($root, 'loading')
  let lookup: VariantLookup
  try {
    lookup = await loadLookup()
  } catch {
    show($root, 'failed')
    $root.one('click', '[data-action="reload"]', () => void start($root, services))
    return
  }
  open(createDesk($root, services, lookup))
}

function open(desk: Desk): void {
  desk.render = (focus) => {
    render(desk, focus === 'focus')
  }
  bindDetails(desk, () => {
    if (revealProblems(desk)) return
    history.pushState({ step: 'check' }, '')
    desk.render('focus')
  })
  bindChanges(desk)
  bindDocument(desk)
  bindSend(desk)
  bindOutcome(desk)
  desk.$root.on('click', '[data-action="change"]', () => {
    history.replaceState({ step: 'details' }, '')
    desk.render('focus')
  })
  const renderOnly = (): void => {
    desk.render()
  }
  desk.cartStore.subscribe(renderOnly)
  window.addEventListener('popstate', renderOnly)
  window.addEventListener('pageshow', renderOnly)
  window.addEventListener('online', renderOnly)
  window.addEventListener('offline', renderOnly)
  window.addEventListener('storage', ({ key }) => {
    if (key === SUBMISSION_KEY && !desk.isSending) desk.render()
  })
  desk.render()
}

function render(desk: Desk, isFocused: boolean): void {
  const { $root } = desk
  desk.stamp = desk.attempts.read()
  const state = stateOf(desk)
  // Where storage fails, the way back must carry the cart as the way here did.
  part($root, 'back-link').attr('href', cartHref(desk.data.urls.cart, desk.cartStore))
  show($root, state)
  renderSteps($root, state)
  part($root, 'changes').prop('hidden', true)
  if (state === 'details') {
    renderDetails(desk)
    renderSummary(desk)
    renderChanges(desk)
  }
  if (state === 'check') {
    renderSummary(desk)
    renderDocument(desk)
    renderChanges(desk)
    renderSend(desk)
  }
  if (state === 'outcome' || state === 'done') {
    if (state === 'outcome') renderOutcome(desk)
    else renderDone(desk)
    renderDocument(desk)
  }
  if (isFocused) focusOn($root, state)
}

function stateOf(desk: Desk): State {
  const attempt = activeAttempt(desk)
  if (attempt !== null) {
    desk.shown = attempt.order
    return 'outcome'
  }
  const isFilled = priceNow(desk).lines.some(({ quantity }) => quantity > 0)
  if (!isFilled) return isDone(desk) ? 'done' : 'empty'
  desk.isSentElsewhere = false
  const isAsked = (history.state as { step?: unknown } | null)?.step === 'check'
  const order = isAsked ? composeOrder(desk) : undefined
  desk.shown = order
  return order === undefined ? 'details' : 'check'
}

/** Just sent, from here or, while this page was looking, from another tab. */
function isDone(desk: Desk): boolean {
  const isSent = currentAttempt(desk)?.state === 'sent'
  // It stays said, however often the news of the other tab makes this one look again.
  desk.isSentElsewhere = isSent && (desk.isSentElsewhere || desk.shown !== undefined)
  return desk.last.read() !== null || desk.isSentElsewhere
}

function show($root: JQuery, state: State): void {
  $root.attr('data-state', state)
  for (const name of ['loading', 'failed', 'empty', 'filled', 'aside', 'back'] as const) {
    part($root, name).prop('hidden', !(SEEN[name] as readonly State[]).includes(state))
  }
  for (const name of ['details', 'document', 'send', 'outcome'] as const) {
    part($root, name).prop('hidden', !(SEEN[name] as readonly State[]).includes(state))
  }
}

function renderSteps($root: JQuery, state: State): void {
  const current = { details: 0, check: 1, outcome: 1, done: 2 }[state as string] ?? -1
  part($root, 'steps').prop('hidden', current === -1)
  part($root, 'steps')
    .children()
    .each((index, item) => {
      if (index === current) item.setAttribute('aria-current', 'step')
      else item.removeAttribute('aria-current')
      item.dataset['state'] = index < current ? 'past' : 'ahead'
    })
}

function focusOn($root: JQuery, state: State): void {
  switch (state) {
    case 'details':
      part($root, 'details-heading').trigger('focus')
      return
    case 'check':
      part($root, 'document-heading').trigger('focus')
      return
    case 'empty':
      part($root, 'empty').trigger('focus')
      return
    default:
      part($root, 'outcome-heading').trigger('focus')
  }
}

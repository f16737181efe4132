import { cartHref } from '../cart/cart-link.ts'
import { parseCartFragment } from '../cart/stored-cart.ts'
import type { VariantLookup } from '../catalog/product-data.ts'
import type { PageModule } from '../lib/mount.ts'
import { part } from '../lib/parts.ts'
import type { Services } from '../site/services.ts'
import { bindChanges, renderChanges } from './checkout-changes.view.ts'
import { bindDetails, renderDetails, revealProblems } from './checkout-details.view.ts'
import { bindDocument, renderDocument } from './checkout-document.view.ts'
import { focusStep } from './checkout-focus.view.ts'
import { bindOutcome, renderDone, renderOutcome, watchOtherTab } from './checkout-outcome.view.ts'
import { bindSend, renderSend } from './checkout-send.view.ts'
import { openSession, type CheckoutSession } from './checkout-session.view.ts'
import { activeSubmission, stepOf, type CheckoutStep } from './checkout-state.ts'
import { renderSummary } from './checkout-summary.view.ts'

/** The page's `data-state`. */
type PageState = 'loading' | 'failed' | CheckoutStep

/** In which states each part is visible. */
const VISIBLE = {
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
} as const satisfies Readonly<Record<string, readonly PageState[]>>

/** What each step shows, besides the parts that appear with it. */
const RENDER: Readonly<Record<CheckoutStep, readonly ((session: CheckoutSession) => void)[]>> = {
  empty: [],
  details: [renderDetails, renderSummary, renderChanges],
  check: [renderSummary, renderDocument, renderChanges, renderSend],
  outcome: [renderOutcome, renderDocument],
  done: [renderDone, renderDocument],
}

/** Which of the three steps above the page is the current one. */
const CURRENT: Readonly<Record<PageState, number>> = {
  loading: -1,
  failed: -1,
  empty: -1,
  details: 0,
  check: 1,
  outcome: 1,
  done: 2,
}

/** The checkout: the form, a look at the order, the button that sends it, and the outcome. */
export const checkoutPage: PageModule<Services> = {
  name: 'checkout-page',
  mount($root, services) {
    void start($root, services)
  },
}

async function start($root: JQuery, services: Services): Promise<void> {
  const { cartStore, loadLookup } = services
  const linked = parseCartFragment(location.hash)
  if (linked.lines.length > 0 && !cartStore.checkKept()) cartStore.adopt(linked, 'replace')
  show($root, 'loading')
  let lookup: VariantLookup
  try {
    lookup = await loadLookup()
  } catch {
    show($root, 'failed')
    $root.one('click', '[data-action="reload"]', () => void start($root, services))
    return
  }
  bind(openSession($root, { services, lookup }, render))
}

function bind(session: CheckoutSession): void {
  bindDetails(session, () => {
    if (revealProblems(session)) return
    history.pushState({ step: 'check' }, '')
    readHistory()
    focusStep(session)
  })
  bindChanges(session)
  bindDocument(session)
  bindSend(session)
  bindOutcome(session)
  session.$root.on('click', '[data-action="change"]', () => {
    history.replaceState({ step: 'details' }, '')
    readHistory()
    focusStep(session)
  })
  const readHistory = (): void => {
    const { step } = (history.state ?? {}) as { readonly step?: unknown }
    session.dispatch({ type: 'step-chosen', isChecking: step === 'check' })
  }
  window.addEventListener('popstate', readHistory)
  window.addEventListener('pageshow', readHistory)
  window.addEventListener('online', session.render)
  window.addEventListener('offline', session.render)
  readHistory()
}

function render(session: CheckoutSession): void {
  const { $root, data, cartStore, page, state } = session
  const step = stepOf(state(), page.methods)
  // If storage fails, the link back has to carry the cart, as the link here did.
  part($root, 'back-link').attr('href', cartHref(data.urls.cart, cartStore))
  show($root, step)
  renderSteps($root, step)
  renderStorageFault(session)
  part($root, 'changes').prop('hidden', true)
  for (const renderPart of RENDER[step]) renderPart(session)
  watchOtherTab(session)
}

/** Blocked or full storage only matters once there is an order to keep. */
function renderStorageFault({ $root, t, state, storageFault }: CheckoutSession): void {
  const fault = storageFault()
  const isShown = fault === 'unreadable' || (fault !== null && activeSubmission(state()) !== null)
  const text = isShown ? t(`checkout.storage.${fault}`) : ''
  const $fault = part($root, 'storage-fault').prop('hidden', !isShown)
  // A live region announces the same text again if it is written again.
  if ($fault.text() !== text) $fault.text(text)
}

function show($root: JQuery, state: PageState): void {
  $root.attr('data-state', state)
  for (const name of [
    'loading',
    'failed',
    'empty',
    'filled',
    'details',
    'document',
    'send',
    'outcome',
    'aside',
    'back',
  ] as const) {
    part($root, name).prop('hidden', !(VISIBLE[name] as readonly PageState[]).includes(state))
  }
}

function renderSteps($root: JQuery, state: PageState): void {
  const current = CURRENT[state]
  part($root, 'steps').prop('hidden', current === -1)
  part($root, 'steps')
    .children()
    .each((index, item) => {
      if (index === current) item.setAttribute('aria-current', 'step')
      else item.removeAttribute('aria-current')
      item.dataset['state'] = index < current ? 'past' : 'ahead'
    })
}

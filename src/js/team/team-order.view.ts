import { cartHref } from '../cart/cart-link.ts'
import { MAX_QUANTITY } from '../cart/cart.ts'
import type { PageModule } from '../lib/mount.ts'
import { cloneTemplate, part } from '../lib/parts.ts'
import { planOrder, type OrderPlan, type Waiting } from './order-plan.ts'
import { articleText } from './row-text.ts'
import { recordAdded } from './team.ts'
import type { TeamServices } from './team-services.view.ts'

/** Adds the list to the cart. What one order can't take is listed, and waits for the next order. */
export const teamOrder: PageModule<TeamServices> = {
  name: 'team-order',
  mount($root, services) {
    const { cartStore, store, onState, loadCatalogue } = services
    const render = (): void => {
      renderOrder($root, services)
    }
    $root.on('click', '[data-action="add-team"]', () => {
      addToCart($root, services)
    })
    $root.on('click', '[data-action="recount"]', () => {
      store.change((team) => ({ ...team, addedToCart: [] }))
      part($root, 'message').text('')
      part($root, 'add').trigger('focus')
    })
    $root.on('click', '[data-action="retry-team"]', () => {
      void loadCatalogue()
    })
    onState(render)
    cartStore.subscribe(render)
    render()
  },
}

function planOf({ cartStore, state }: TeamServices): OrderPlan {
  const { totals, team } = state()
  return planOrder(totals, team.addedToCart, cartStore.cart)
}

function addToCart($root: JQuery, services: TeamServices): void {
  const { cartStore, store, t } = services
  cartStore.refresh()
  const plan = planOf(services)
  if (plan.quantity === 0) return
  cartStore.adopt({ lines: plan.lines }, 'merge')
  store.change((team) => recordAdded(team, plan.lines))
  part($root, 'message').text(t('team.added', { count: plan.quantity }))
  part($root, 'view').prop('hidden', false).trigger('focus')
}

function renderOrder($root: JQuery, services: TeamServices): void {
  const { cartStore, data, state, formatPrice, t } = services
  const { totals, checked, status, team } = state()
  const plan = planOf(services)
  $root.prop('hidden', status !== 'failed' && team.rows.length === 0)
  part($root, 'failed').prop('hidden', status !== 'failed')
  part($root, 'ready').prop('hidden', status !== 'ready')
  const price = formatPrice(totals.totalMinor)
  part($root, 'sum').text(t('team.sum', { count: totals.quantity, price }))
  const left = checked.problemCount
  part($root, 'left-behind').text(left === 0 ? '' : t('team.left-behind', { count: left }))
  const added = team.addedToCart.reduce((sum, { quantity }) => sum + quantity, 0)
  part($root, 'added-before').text(added === 0 ? '' : t('team.added-before', { count: added }))
  part($root, 'again').prop('hidden', added === 0)
  part($root, 'add')
    .text(addText(plan, totals.quantity, services))
    .prop('disabled', plan.quantity === 0)
  part($root, 'view').attr('href', cartHref(data.urls.cart, cartStore))
  if (added > 0) part($root, 'view').prop('hidden', false)
  renderWaiting($root, plan.waiting, services)
}

function addText(plan: OrderPlan, listed: number, { t }: TeamServices): string {
  if (plan.quantity > 0) return t('team.to-add', { count: plan.quantity })
  if (plan.waitingQuantity > 0) return t('team.rest-waits')
  return listed === 0 ? t('team.nothing-to-add') : t('team.all-added')
}

function renderWaiting($root: JQuery, waiting: readonly Waiting[], services: TeamServices): void {
  const count = waiting.reduce((sum, { quantity }) => sum + quantity, 0)
  part($root, 'waiting').prop('hidden', count === 0)
  if (count === 0) return
  part($root, 'waiting-text').text(services.t('team.waiting', { count, most: MAX_QUANTITY }))
  const lines = waiting.map(({ variant, quantity }) => {
    const article = articleText(variant, services)
    return cloneTemplate($root, 'waiting-line').text(
      services.t('team.waiting-line', { quantity, article }),
    )
  })
  part($root, 'waiting-lines').empty().append(lines)
}

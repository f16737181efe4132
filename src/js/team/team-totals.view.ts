import type { PageModule } from '../lib/mount.ts'
import { cloneTemplate, part } from '../lib/parts.ts'
import { articleText } from './row-text.ts'
import type { TeamServices } from './team-services.view.ts'

/** How long a pause in typing is. */
const PAUSE_MS = 150

/** The list's totals: by article for the shop, by athlete for collecting the money. */
export const teamTotals: PageModule<TeamServices> = {
  name: 'team-totals',
  mount($root, services) {
    let timer: ReturnType<typeof setTimeout> | undefined
    // Not at every keystroke, because with 500 athletes the tables have a thousand rows.
    services.onState(() => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        renderTotals($root, services)
      }, PAUSE_MS)
    })
    renderTotals($root, services)
  },
}

function renderTotals($root: JQuery, services: TeamServices): void {
  const { state, formatPrice, t } = services
  const { totals } = state()
  $root.prop('hidden', totals.quantity === 0)
  if (totals.quantity === 0) return
  const articles = totals.articles.map(({ variant, quantity, totalMinor }) =>
    createTotal($root, {
      what: articleText(variant, services),
      sku: variant.sku,
      quantity,
      amount: formatPrice(totalMinor),
    }),
  )
  const athletes = totals.athletes.map(({ athlete, quantity, totalMinor }) =>
    createTotal($root, {
      what: athlete === '' ? t('team.no-name') : athlete,
      sku: '',
      quantity,
      amount: formatPrice(totalMinor),
    }),
  )
  part($root, 'articles').empty().append(articles)
  part($root, 'athletes').empty().append(athletes)
  part($root, 'all-quantity').text(totals.quantity)
  part($root, 'all-sum').text(formatPrice(totals.totalMinor))
}

interface TotalTexts {
  readonly what: string
  readonly sku: string
  readonly quantity: number
  readonly amount: string
}

function createTotal($root: JQuery, { what, sku, quantity, amount }: TotalTexts): JQuery {
  const $total = cloneTemplate($root, 'total')
  const find = (name: string): JQuery => $total.find(`[data-part="${name}"]`)
  find('what').text(what)
  find('sku').text(sku)
  find('quantity').text(quantity)
  find('amount').text(amount)
  return $total
}

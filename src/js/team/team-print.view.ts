import type { PageModule } from '../lib/mount.ts'
import { cloneTemplate, part } from '../lib/parts.ts'
import type { CheckedRow } from './check-team.ts'
import { articleText } from './row-text.ts'
import type { AthleteTotal } from './team-totals.ts'
import type { TeamServices } from './team-services.view.ts'

/** The printed sheet for handing out shoes and collecting money. Filled before printing. */
export const teamPrint: PageModule<TeamServices> = {
  name: 'team-print',
  mount($root, services) {
    window.addEventListener('beforeprint', () => {
      renderSheet($root, services)
    })
  },
}

function renderSheet($root: JQuery, services: TeamServices): void {
  const { data, state, formatPrice, t } = services
  const { totals } = state()
  const date = new Date().toLocaleDateString(data.tag, { dateStyle: 'long' })
  part($root, 'title').text(t('team.print-title', { name: data.shop.name, date }))
  const athletes = totals.athletes.map((one) => createAthlete($root, one, services))
  part($root, 'athletes').empty().append(athletes)
  const articles = totals.articles.map(({ variant, quantity, totalMinor }) => {
    const $article = cloneTemplate($root, 'article')
    const find = (name: string): JQuery => $article.find(`[data-part="${name}"]`)
    find('what').text(articleText(variant, services))
    find('sku').text(variant.sku)
    find('quantity').text(quantity)
    find('amount').text(formatPrice(totalMinor))
    return $article
  })
  part($root, 'articles').empty().append(articles)
  part($root, 'all-quantity').text(totals.quantity)
  part($root, 'all-sum').text(formatPrice(totals.totalMinor))
}

function createAthlete($root: JQuery, total: AthleteTotal, services: TeamServices): JQuery {
  const $athlete = cloneTemplate($root, 'athlete')
  const find = (name: string): JQuery => $athlete.find(`[data-part="${name}"]`)
  const { athlete, rows, quantity, totalMinor } = total
  find('who').text(athlete === '' ? services.t('team.no-name') : athlete)
  find('gets').append(rows.map((row) => cloneTemplate($root, 'gift').text(giftText(row, services))))
  find('quantity').text(quantity)
  find('amount').text(services.formatPrice(totalMinor))
  return $athlete
}

function giftText({ row, variant, granted }: CheckedRow, services: TeamServices): string {
  const { model, colour, size, width } = row.cells
  const written = [model, colour, size, width].filter((text) => text.trim() !== '').join(', ')
  const article = variant === undefined ? written : articleText(variant, services)
  if (granted === 0) return services.t('team.not-ordered', { text: article })
  return services.t('team.waiting-line', { quantity: granted, article })
}

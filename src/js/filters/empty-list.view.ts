import $ from 'jquery/slim'
import { cloneTemplate, part } from '../lib/parts.ts'
import type { Services } from '../site/services.ts'
import { adviseOn, type Removal } from './advice.ts'
import type { ChosenValue } from './chosen.ts'
import type { DescribeChosen } from './filter-chips.view.ts'
import type { Filter } from './filter-query.ts'

export interface EmptyList {
  /** @param count - how many products a filter lists */
  render(filter: Filter, count: (filter: Filter) => number): void
  onRemove(listener: (chosen: ChosenValue) => void): void
}

/** What is shown where nothing is listed: how to go on. */
export function createEmptyList(
  $root: JQuery,
  { t }: Services,
  describe: DescribeChosen,
): EmptyList {
  const $empty = part($root, 'empty')
  const $removals = part($root, 'removals')
  let removals: readonly Removal[] = []
  return {
    render(filter, count) {
      const isEmpty = count(filter) === 0
      $empty.prop('hidden', !isEmpty)
      if (!isEmpty) return
      const advice = adviseOn(filter, count)
      removals = advice.removals
      part($root, 'empty-heading').text(
        filter.q === '' ? t('filters.empty') : t('filters.empty-search', { q: filter.q }),
      )
      part($root, 'search-advice').prop('hidden', !advice.isSearchUnknown)
      part($root, 'filter-advice').prop('hidden', advice.isSearchUnknown || removals.length > 0)
      const items = removals.map((removal) => {
        const $item = cloneTemplate($root, 'removal')
        const label = describe(removal.chosen, filter)
        $item.find('button').text(t('filters.without', { label, count: removal.count }))
        return $item
      })
      $removals
        .empty()
        .append(...items)
        .prop('hidden', items.length === 0)
    },
    onRemove(listener) {
      $removals.on('click', 'button', (event) => {
        const removal = removals[$(event.currentTarget).closest('li').index()]
        if (removal === undefined) return
        listener(removal.chosen)
        part($root, 'count').trigger('focus')
      })
    },
  }
}

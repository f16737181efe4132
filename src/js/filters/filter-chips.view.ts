import $ from 'jquery/slim'
import { cloneTemplate, part } from '../lib/parts.ts'
import type { Services } from '../site/services.ts'
import { chosenValues, type ChosenValue } from './chosen.ts'
import { facetOf } from './facets.ts'
import type { FilterForm } from './filter-form.view.ts'
import type { Filter } from './filter-query.ts'

/** Says in words what was asked for. */
export type DescribeChosen = (chosen: ChosenValue, filter: Filter) => string

export interface Chips {
  render(filter: Filter): void
  onRemove(listener: (chosen: ChosenValue) => void): void
}

/** Make the words for what was asked for: the form's, or longer ones where those say too little. */
export function createDescribe({ t, formatPrice }: Services, form: FilterForm): DescribeChosen {
  return (chosen, filter) => {
    switch (chosen.key) {
      case 'q':
        return t('filters.search', { q: filter.q })
      case 'price-min':
        return t('filters.price-from', { price: formatPrice(filter.priceMinMinor ?? 0) })
      case 'price-max':
        return t('filters.price-to', { price: formatPrice(filter.priceMaxMinor ?? 0) })
      case 'sale':
      case 'instock':
        return form.labelOf(chosen.key, '1')
      default: {
        const label = form.labelOf(chosen.key, chosen.value)
        const { chip } = facetOf(chosen.key)
        return chip === undefined ? label : t(chip, { label })
      }
    }
  }
}

/** Each thing asked for as a chip that takes it away. */
export function createChips($root: JQuery, { t }: Services, describe: DescribeChosen): Chips {
  const $chips = part($root, 'chips')
  let shown: readonly ChosenValue[] = []
  return {
    render(filter) {
      shown = chosenValues(filter)
      const items = shown.map((chosen) => {
        const $item = cloneTemplate($root, 'chip')
        const label = describe(chosen, filter)
        $item.find('[data-part="label"]').text(label)
        $item.find('button').attr('aria-label', t('filters.remove', { label }))
        return $item
      })
      $chips
        .empty()
        .append(...items)
        .prop('hidden', shown.length === 0)
    },
    onRemove(listener) {
      $chips.on('click', '[data-action="remove-filter"]', (event) => {
        const index = $(event.currentTarget).closest('li').index()
        const chosen = shown[index]
        if (chosen === undefined) return
        listener(chosen)
        // The chip that had the focus is gone; the next one, or the count, takes it.
        const $next = $chips.find('button').eq(Math.min(index, shown.length - 1))
        if ($next.length > 0) $next.trigger('focus')
        else part($root, 'count').trigger('focus')
      })
    },
  }
}

import $ from 'jquery/slim'
import { toMajor, toMinor } from '../lib/money.ts'
import { createPanel } from '../lib/panel.view.ts'
import { part } from '../lib/parts.ts'
import type { FacetCounts } from './apply-filter.ts'
import { FACET_KEYS } from './facets.ts'
import type { Services } from '../site/services.ts'
import { parseFilter, type Filter, type FilterVocabulary } from './filter-query.ts'
import { describePrices, judgePrices, type PriceTexts } from './price-range.ts'

/** The one filter form, wherever it is on the screen. */
export interface FilterForm {
  /** Read what the controls say; search words are kept in a hidden field. */
  read(): Filter
  /** Make the controls show a filter and the counts that go with it. */
  render(filter: Filter, counts: FacetCounts): void
  /** Empty both price fields, because the filter now has other prices. */
  forgetPrices(): void
  /** The words beside a checkbox, for its chip. */
  labelOf(name: string, value: string): string
}

/** Start the filter form: make it usable, and open and close its panel on narrow screens. */
export function createFilterForm(
  $root: JQuery,
  vocabulary: FilterVocabulary,
  services: Services,
): FilterForm {
  const $form = part($root, 'form') as JQuery<HTMLFormElement>
  const $sort = part($root, 'sort')
  $form.prop('inert', false)
  $sort.removeAttr('data-reserved')
  mountPanel($root)
  const prices = createPrices($root, vocabulary, services)

  const control = (name: string, value: string): JQuery =>
    $form.find(`input[name="${name}"]`).filter((_, input) => $(input).attr('value') === value)

  return {
    read() {
      const fields = new FormData($form.get(0))
      const query = new URLSearchParams()
      for (const [name, value] of fields) if (typeof value === 'string') query.append(name, value)
      return parseFilter(query.toString(), vocabulary)
    },
    render(filter, counts) {
      for (const key of FACET_KEYS) {
        $form.find(`input[name="${key}"]`).each((_, input) => {
          const value = String($(input).attr('value'))
          renderOption($(input), {
            isChosen: filter.values[key].includes(value),
            count: counts.values[key].get(value) ?? 0,
          })
        })
      }
      renderOption(control('sale', '1'), { isChosen: filter.sale, count: counts.sale })
      renderOption(control('instock', '1'), { isChosen: filter.instock, count: counts.instock })
      $form.find('input[name="q"]').val(filter.q)
      prices.render(filter)
      $sort.find('select').val(filter.sort)
    },
    forgetPrices: prices.forget,
    labelOf: (name, value) =>
      control(name, value).closest('label').find('.filter-option__label').text(),
  }
}

function renderOption(
  $input: JQuery,
  { isChosen, count }: { isChosen: boolean; count: number },
): void {
  $input.prop('checked', isChosen).prop('disabled', count === 0 && !isChosen)
  const $count = $input.closest('label').find('.filter-option__count')
  // Written again, even the same number would make the browser lay the form out again.
  if ($count.text() !== String(count)) $count.text(count)
}

interface Prices {
  readonly render: (filter: Filter) => void
  readonly forget: () => void
}

/** The two price fields. What was typed stays as long as it means the same price, or isn’t a price. */
function createPrices(
  $root: JQuery,
  { currency, tag }: FilterVocabulary,
  services: Services,
): Prices {
  const $from = part($root, 'price-min')
  const $to = part($root, 'price-max')
  const $note = part($root, 'price-note')
  const textOf = (minor: number | null): string =>
    minor === null ? '' : String(toMajor(minor, currency))
  const typed = (): PriceTexts => ({ from: String($from.val()), to: String($to.val()) })
  return {
    render({ priceMinMinor, priceMaxMinor }) {
      const { range } = judgePrices(typed(), { currency, tag })
      if (range.from !== priceMinMinor || range.to !== priceMaxMinor) {
        $from.val(textOf(priceMinMinor))
        $to.val(textOf(priceMaxMinor))
      }
      const judged = judgePrices(typed(), { currency, tag })
      $from.attr('aria-invalid', judged.unread.includes('from') ? 'true' : null)
      $to.attr('aria-invalid', judged.unread.includes('to') ? 'true' : null)
      const words = describePrices(judged, typed(), {
        ...services,
        example: toMinor(100, currency),
      })
      if ($note.text() !== words) $note.text(words)
    },
    forget: () => {
      $from.val('')
      $to.val('')
    },
  }
}

/** Below the width of the rail the form stands in an offcanvas, opened by "Filters". */
function mountPanel($root: JQuery): void {
  const $open = part($root, 'open')
  const element = part($root, 'panel').get(0)
  if (element === undefined) return
  const panel = createPanel(element)
  $open.removeAttr('data-reserved').on('pointerenter focus', panel.prepare).on('click', panel.show)
  $root.on('click', '[data-action="close-filters"]', ({ currentTarget }) => {
    const $unread = part($root, 'form').find('[aria-invalid="true"]').first()
    // “Show products” goes to what could not be read first; the cross always closes.
    if ($(currentTarget).is('[type="submit"]') && $unread.length > 0) $unread.trigger('focus')
    else panel.hide()
  })
  // Native listeners: jQuery's module does not hear Bootstrap's namespaced events.
  element.addEventListener('show.bs.offcanvas', () => $open.attr('aria-expanded', 'true'))
  element.addEventListener('hidden.bs.offcanvas', () => {
    $open.attr('aria-expanded', 'false').trigger('focus')
  })
}

import $ from 'jquery/slim'
import type { PageModule } from '../lib/mount.ts'
import { cloneTemplate, part } from '../lib/parts.ts'
import { readJson, type Services } from '../site/services.ts'
import { chosenValues, clearFilter, withoutChosen, type ChosenValue } from './chosen.ts'
import { applyFilter, countFacets } from './apply-filter.ts'
import { facetOf } from './facets.ts'
import { createFilterForm, type FilterForm } from './filter-form.view.ts'
import { parseFilter, toSearch, type Filter, type FilterVocabulary } from './filter-query.ts'
import { unpackListing, type PackedProduct } from './listing.ts'
import { sortProducts } from './sort.ts'

interface Listing {
  readonly products: readonly PackedProduct[]
  readonly vocabulary: FilterVocabulary
}

/** A list of products that follows the address: filters, order, chips, count. */
export const productList: PageModule<Services> = {
  name: 'product-list',
  mount($root, services) {
    const listing = readJson(part($root, 'listing').get(0)) as Listing
    const { vocabulary } = listing
    const products = once(() => unpackListing(listing.products))
    const form = createFilterForm($root, vocabulary)
    const chips = createChips($root, services, form)

    const filterNow = (): Filter => parseFilter(location.search, vocabulary)
    const render = (): void => {
      const filter = filterNow()
      const found = sortProducts(applyFilter(products(), filter), filter.sort, services.data.tag)
      form.render(filter, countFacets(products(), filter))
      chips.render(filter)
      renderCards(
        $root,
        found.map(({ slug }) => slug),
      )
      renderWords($root, filter, { count: found.length, services })
    }
    const go = (filter: Filter): void => {
      const search = toSearch(filter, vocabulary.currency)
      const url = search === '' ? location.pathname : `${location.pathname}?${search}`
      if (url !== location.pathname + location.search) history.pushState(null, '', url)
      render()
    }

    bindChoices($root, {
      choose: () => {
        go(form.read())
      },
      clear: () => {
        go(clearFilter(filterNow()))
        part($root, 'count').trigger('focus')
      },
    })
    chips.onRemove((chosen) => {
      go(withoutChosen(filterNow(), chosen))
    })
    window.addEventListener('popstate', render)
    fetchAheadOnScroll($root)
    window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) render()
    })
    // The page as it was built shows everything, with the counts that go with it.
    if (location.search !== '') render()
    // Set before the first paint where the address has filters: see page-start.liquid.
    delete document.documentElement.dataset['pending']
  },
}

interface Choices {
  readonly choose: () => void
  readonly clear: () => void
}

function bindChoices($root: JQuery, { choose, clear }: Choices): void {
  // The sort select stands outside the form element, so listen where both are.
  $root.on('change', 'input, select', choose)
  $root.on('submit', (event) => {
    event.preventDefault()
    choose()
  })
  $root.on('click', '[data-action="clear"]', clear)
}

/** Thousands of variants are unfolded when somebody first filters, not while the page opens. */
function once<Thing>(make: () => Thing): () => Thing {
  let made: Thing | undefined
  return () => (made ??= make())
}

/** From the first scroll on, pictures below the screen come early: components/_product-card.scss. */
function fetchAheadOnScroll($root: JQuery): void {
  const start = (): void => void part($root, 'cards').attr('data-scrolled', '')
  window.addEventListener('scroll', start, { once: true, passive: true })
}

/** Show the found cards in order and hide the rest; cards are never made, only moved. */
function renderCards($root: JQuery, slugs: readonly string[]): void {
  const list = part($root, 'cards').get(0)
  if (list === undefined) return
  const items = [...list.children].filter((item) => item instanceof HTMLElement)
  const bySlug = new Map(items.map((item) => [item.dataset['slug'] ?? '', item]))
  const shown = slugs.map((slug) => bySlug.get(slug)).filter((item) => item !== undefined)
  const isShown = new Set(shown)
  for (const item of items) item.hidden = !isShown.has(item)
  const order = [...shown, ...items.filter((item) => !isShown.has(item))]
  // Moving a card that is in place would only make the browser lay it out again.
  if (order.some((item, index) => item !== items[index])) list.append(...order)
}

function renderWords(
  $root: JQuery,
  filter: Filter,
  { count, services: { t } }: { count: number; services: Services },
): void {
  part($root, 'count').text(t('filters.count', { count }))
  part($root, 'show').text(t('filters.show', { count }))
  part($root, 'clear').prop('hidden', chosenValues(filter).length === 0)
  part($root, 'empty').prop('hidden', count > 0)
  part($root, 'empty-heading').text(
    filter.q === '' ? t('filters.empty') : t('filters.empty-search', { q: filter.q }),
  )
  $('.site-search__input').val(filter.q)
}

interface Chips {
  render(filter: Filter): void
  onRemove(listener: (chosen: ChosenValue) => void): void
}

/** Each thing asked for as a chip that takes it away. */
function createChips($root: JQuery, { t, formatPrice }: Services, form: FilterForm): Chips {
  const $chips = part($root, 'chips')
  let shown: readonly ChosenValue[] = []
  const wordsOf = (chosen: ChosenValue, filter: Filter): string => {
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
  return {
    render(filter) {
      shown = chosenValues(filter)
      const items = shown.map((chosen) => {
        const $item = cloneTemplate($root, 'chip')
        const label = wordsOf(chosen, filter)
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

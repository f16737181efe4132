import $ from 'jquery/slim'
import type { PageModule } from '../lib/mount.ts'
import { part } from '../lib/parts.ts'
import { readJson, type Services } from '../site/services.ts'
import { applyFilter, countFacets } from './apply-filter.ts'
import { chosenValues, clearFilter, withoutChosen, type ChosenValue } from './chosen.ts'
import { createEmptyList } from './empty-list.view.ts'
import { createChips, createDescribe } from './filter-chips.view.ts'
import { createFilterForm, type FilterForm } from './filter-form.view.ts'
import {
  isCanonical,
  parseFilter,
  readFilter,
  toSearch,
  type Filter,
  type FilterVocabulary,
  type Unknown,
} from './filter-query.ts'
import { keepInView } from './keep-in-view.view.ts'
import { unpackListing, type ListedProduct, type PackedProduct } from './listing.ts'
import { createSearchLater, type SearchLater } from './search-later.view.ts'
import { sortProducts } from './sort.ts'
import { describeUnknown } from './unknown-words.ts'

interface Listing {
  readonly products: readonly PackedProduct[]
  readonly vocabulary: FilterVocabulary
  readonly searchUrl: string
}

/** A list of products that follows the address: filters, order, chips, count. */
export const productList: PageModule<Services> = {
  name: 'product-list',
  mount($root, services) {
    const listing = readJson(part($root, 'listing').get(0)) as Listing
    const { vocabulary, searchUrl: url } = listing
    const products = once(() => unpackListing(listing.products))
    const search = createSearchLater({ products, url, tag: services.data.tag })
    const shown = createShownList($root, services, { vocabulary, search })
    const filterNow = (): Filter => parseFilter(location.search, vocabulary)

    const show = (filter: Filter): void => {
      const query = toSearch(filter, vocabulary.currency)
      if (`?${query}` !== (location.search || '?')) history.pushState(null, '', addressOf(query))
      shown.render(filter)
      if (!search.isReady(filter.q)) void showFound()
    }
    const showFound = async (unknown?: readonly Unknown[]): Promise<void> => {
      const { q } = filterNow()
      const isReady = search.isReady(q) || (await search.load())
      shown.render(filterNow(), unknown)
      if (!isReady) shown.say(services.t('filters.search-failed'))
    }
    const showAgain = (): void => {
      shown.form.forgetPrices()
      void showFound()
    }
    const remove = (chosen: ChosenValue): void => {
      show(withoutChosen(filterNow(), chosen))
    }

    bindChoices($root, {
      choose: (control) => {
        keepInView($root, control, () => {
          show(shown.form.read())
        })
      },
      clear: () => {
        shown.form.forgetPrices()
        show(clearFilter(filterNow()))
        part($root, 'count').trigger('focus')
      },
    })
    shown.onRemove(remove)
    window.addEventListener('popstate', showAgain)
    fetchAheadOnScroll($root)
    window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) showAgain()
    })
    void showAsked(vocabulary, showFound)
  },
}

/** Show what the address asks for. The page as it was built shows everything, with its counts. */
async function showAsked(
  vocabulary: FilterVocabulary,
  showFound: (unknown: readonly Unknown[]) => Promise<void>,
): Promise<void> {
  if (location.search !== '') {
    const { filter, unknown } = readFilter(location.search, vocabulary)
    makeCanonical(filter, vocabulary)
    await showFound(unknown)
  }
  // Set before the first paint where the address has filters: see page-start.liquid.
  delete document.documentElement.dataset['pending']
}

interface ShownList {
  readonly form: FilterForm
  render(filter: Filter, unknown?: readonly Unknown[]): void
  /** Say something about the list, until it is rendered again. */
  say(words: string): void
  onRemove(listener: (chosen: ChosenValue) => void): void
}

interface Finding {
  readonly vocabulary: FilterVocabulary
  readonly search: SearchLater
}

/** All that shows a filter and its products. */
function createShownList(
  $root: JQuery,
  services: Services,
  { vocabulary, search }: Finding,
): ShownList {
  const { t, data } = services
  const form = createFilterForm($root, vocabulary, services)
  const describe = createDescribe(services, form)
  const chips = createChips($root, services, describe)
  const empty = createEmptyList($root, services, describe)
  const find = (filter: Filter): readonly ListedProduct[] =>
    applyFilter(search.find(filter.q), filter)
  const say = (words: string): void => void part($root, 'unknown').text(words)
  return {
    form,
    say,
    render(filter, unknown = []) {
      const found = sortProducts(find(filter), filter.sort, data.tag)
      form.render(filter, countFacets(search.find(filter.q), filter))
      chips.render(filter)
      empty.render(filter, (other) => find(other).length)
      renderCards(
        $root,
        found.map(({ slug }) => slug),
      )
      part($root, 'count').text(t('filters.count', { count: found.length }))
      part($root, 'show').text(t('filters.show', { count: found.length }))
      part($root, 'clear').prop('hidden', chosenValues(filter).length === 0)
      say(describeUnknown(unknown, services))
      $('.site-search__input').val(filter.q)
    },
    onRemove(listener) {
      chips.onRemove(listener)
      empty.onRemove(listener)
    },
  }
}

/** The page's address with another query. */
function addressOf(query: string): string {
  return query === '' ? location.pathname : `${location.pathname}?${query}`
}

/** A link that was read as meant is written as the page would, for whoever passes it on. */
function makeCanonical(filter: Filter, { currency }: FilterVocabulary): void {
  if (isCanonical(location.search, filter, currency)) return
  const address = addressOf(toSearch(filter, currency)) + location.hash
  history.replaceState(history.state, '', address)
}

interface Choices {
  readonly choose: (control: Element) => void
  readonly clear: () => void
}

function bindChoices($root: JQuery, { choose, clear }: Choices): void {
  // The sort select stands outside the form element, so listen where both are.
  $root.on('change', 'input, select', ({ currentTarget }) => {
    choose(currentTarget as Element)
  })
  $root.on('submit', (event) => {
    event.preventDefault()
    choose(document.activeElement ?? event.target)
  })
  $root.on('click', '[data-action="clear"]', clear)
}

/** Thousands of variants are unfolded when someone first filters, not while the page opens. */
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

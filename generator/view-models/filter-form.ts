import { COLOUR_FAMILIES, EVENTS, GENDERS, WIDTHS } from '../../src/js/catalog/vocabulary.ts'
import { countFacets, type FacetCounts } from '../../src/js/filters/facets.ts'
import {
  EMPTY_FILTER,
  FACET_KEYS,
  SORT_KEYS,
  type FacetKey,
  type FilterVocabulary,
} from '../../src/js/filters/filter-query.ts'
import { unpackListing, type PackedProduct } from '../../src/js/filters/listing.ts'
import { compareSizes } from '../../src/js/catalog/sizes.ts'
import type { Site } from '../site.ts'

interface OptionView {
  readonly value: string
  readonly label: string
  readonly count: number
}

/** The filter form of one list, with the counts it opens with. */
export interface FilterFormView {
  readonly facets: readonly {
    readonly key: FacetKey
    readonly legend: string
    readonly options: readonly OptionView[]
  }[]
  readonly currency: string
  readonly saleCount: number
  readonly instockCount: number
  readonly sorts: readonly { readonly key: string; readonly label: string }[]
  /** What the browser parses a query string by. */
  readonly vocabulary: FilterVocabulary
}

/**
 * Prepare the filters of a list.
 *
 * @param fixed - a facet that the page itself has decided, and so is not offered
 */
export function filterFormView(
  site: Site,
  packed: readonly PackedProduct[],
  fixed?: FacetKey,
): FilterFormView {
  const products = unpackListing(packed)
  const counts = countFacets(products, EMPTY_FILTER)
  const values = Object.fromEntries(
    FACET_KEYS.map((key) => [key, key === fixed ? [] : valuesOf(key, counts)]),
  ) as unknown as Record<FacetKey, readonly string[]>
  return {
    facets: FACET_KEYS.filter((key) => values[key].length > 0).map((key) => ({
      key,
      legend: site.words.t(`filters.legend.${key}`),
      options: values[key].map((value) => ({
        value,
        label: labelOf(site, key, value),
        count: counts.values[key].get(value) ?? 0,
      })),
    })),
    currency: site.market.currency,
    saleCount: counts.sale,
    instockCount: counts.instock,
    sorts: SORT_KEYS.map((key) => ({ key, label: site.words.t(`filters.sort-option.${key}`) })),
    vocabulary: { values, currency: site.market.currency },
  }
}

/** The values that occur, in the trade's order, or by number, or as the brands' names sort. */
function valuesOf(key: FacetKey, counts: FacetCounts): readonly string[] {
  const present = [...counts.values[key].keys()].filter((value) => value !== '')
  const order = ORDERS[key]
  if (order !== undefined) return order.filter((value) => present.includes(value))
  return key === 'brand' ? present.sort() : present.sort(compareSizes)
}

const ORDERS: Readonly<Partial<Record<FacetKey, readonly string[]>>> = {
  event: EVENTS,
  gender: GENDERS,
  width: WIDTHS,
  colour: COLOUR_FAMILIES,
}

function labelOf({ words, catalogue }: Site, key: FacetKey, value: string): string {
  switch (key) {
    case 'event':
      return words.t(`event.${value}.name`)
    case 'brand':
      return catalogue.brands[value]?.name ?? value
    case 'size':
      return value
    case 'pins':
      return value === '0'
        ? words.t('filters.pins-value.none')
        : words.t('filters.pins-value', { count: Number(value) })
    default:
      return words.t(`${key}.${value}`)
  }
}

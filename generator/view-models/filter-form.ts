import { countFacets, type FacetCounts } from '../../src/js/filters/apply-filter.ts'
import { FACET_KEYS, facetOf, forEachFacet, type FacetKey } from '../../src/js/filters/facets.ts'
import {
  EMPTY_FILTER,
  SORT_KEYS,
  type FilterVocabulary,
} from '../../src/js/filters/filter-query.ts'
import { unpackListing, type PackedProduct } from '../../src/js/filters/listing.ts'
import { compareSizes } from '../../src/js/catalog/sizes.ts'
import type { Site } from '../site.ts'
import { facetLabel } from './facet-label.ts'

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
    /** A line under the legend; empty for none. */
    readonly hint: string
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
  const products = unpackListing(packed.filter(({ isDiscontinued }) => isDiscontinued !== true))
  const counts = countFacets(products, EMPTY_FILTER)
  const values = forEachFacet((key) => (key === fixed ? [] : valuesOf(key, counts)))
  return {
    facets: FACET_KEYS.filter((key) => values[key].length > 0).map((key) => ({
      key,
      legend: site.words.t(`filters.legend.${key}`),
      hint: hintOf(site, key),
      options: values[key].map((value) => ({
        value,
        label: facetLabel(site, key, value),
        count: counts.values[key].get(value) ?? 0,
      })),
    })),
    currency: site.market.currency,
    saleCount: counts.sale,
    instockCount: counts.instock,
    sorts: SORT_KEYS.map((key) => ({ key, label: site.words.t(`filters.sort-option.${key}`) })),
    vocabulary: { values, currency: site.market.currency, tag: site.market.tag },
  }
}

/** The values that occur, in the facet's order. */
function valuesOf(key: FacetKey, counts: FacetCounts): readonly string[] {
  const present = [...counts.values[key].keys()]
  const { order } = facetOf(key)
  if (order === 'letter') return present.sort()
  if (order === 'number') return present.sort(compareSizes)
  return order.filter((value) => present.includes(value))
}

function hintOf({ words }: Site, key: FacetKey): string {
  const { hint } = facetOf(key)
  return hint === undefined ? '' : words.t(hint)
}

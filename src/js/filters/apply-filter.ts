import { FACET_KEYS, FACETS, forEachFacet, type FacetKey, type ModelFacetKey } from './facets.ts'
import type { Filter } from './filter-query.ts'
import type { ListedProduct, ListedVariant } from './listing.ts'

/** For each facet, how many products each value would list; and both switches. */
export interface FacetCounts {
  readonly values: Readonly<Record<FacetKey, ReadonlyMap<string, number>>>
  readonly sale: number
  readonly instock: number
}

/**
 * List the products that pass a filter, in the order given: of what its search found, which is
 * search/search.ts.
 *
 * A facet's values are OR-ed, facets are AND-ed. Variant facets (size, width, colour) and
 * "in stock" must all hold of one and the same variant: a model that has 42 only in black, and red
 * only in 43, is not a red 42.
 */
export function applyFilter(
  products: readonly ListedProduct[],
  filter: Filter,
): readonly ListedProduct[] {
  const conditions = conditionsOf(filter)
  return products.filter((product) => passes(product, conditions))
}

/**
 * Count what choosing each value alone in its facet would list, the other facets staying as they
 * are. Values that would list nothing are absent from the maps.
 */
export function countFacets(products: readonly ListedProduct[], filter: Filter): FacetCounts {
  return {
    values: forEachFacet((facet) => countValues(products, filter, facet)),
    sale: applyFilter(products, { ...filter, sale: true }).length,
    instock: applyFilter(products, { ...filter, instock: true }).length,
  }
}

function countValues(
  products: readonly ListedProduct[],
  filter: Filter,
  facet: FacetKey,
): ReadonlyMap<string, number> {
  const others = conditionsOf({ ...filter, values: { ...filter.values, [facet]: [] } })
  const counts = new Map<string, number>()
  for (const product of products) {
    if (!others.ofModel.every((holds) => holds(product))) continue
    for (const value of valuesListed(product, others, facet)) {
      counts.set(value, (counts.get(value) ?? 0) + 1)
    }
  }
  return counts
}

/** The facet's values that would keep this product listed under the other facets. */
function valuesListed(
  product: ListedProduct,
  others: Conditions,
  facet: FacetKey,
): Iterable<string> {
  const row = FACETS[facet]
  if (row.of === 'model') {
    return passesAsVariant(product, others) ? modelValues(product, facet as ModelFacetKey) : []
  }
  const found = new Set<string>()
  for (const variant of product.variants) {
    if (!others.ofVariant.every((holds) => holds(variant))) continue
    for (const value of row.valuesOf(variant)) found.add(value)
  }
  return found
}

/**
 * What a filter asks, of a model and of one of its variants. Only what is asked is in it: a list of
 * thousands of variants is gone through for every facet, each time a box is ticked.
 */
interface Conditions {
  readonly ofModel: readonly ((product: ListedProduct) => boolean)[]
  readonly ofVariant: readonly ((variant: ListedVariant) => boolean)[]
}

function conditionsOf({ values, sale, instock, priceMinMinor, priceMaxMinor }: Filter): Conditions {
  const ofModel: Conditions['ofModel'][number][] = []
  const ofVariant: Conditions['ofVariant'][number][] = []
  if (sale) ofModel.push(({ isOnSale }) => isOnSale)
  if (instock) ofVariant.push(({ isInStock }) => isInStock)
  if (priceMinMinor !== null) ofModel.push(({ priceMinor }) => priceMinor >= priceMinMinor)
  if (priceMaxMinor !== null) ofModel.push(({ priceMinor }) => priceMinor <= priceMaxMinor)
  for (const facet of FACET_KEYS) {
    const chosen = new Set(values[facet])
    if (chosen.size === 0) continue
    const isChosen = (all: readonly string[]): boolean => all.some((value) => chosen.has(value))
    const row = FACETS[facet]
    if (row.of === 'variant') ofVariant.push((one) => isChosen(row.valuesOf(one)))
    else ofModel.push((one) => isChosen(modelValues(one, facet as ModelFacetKey)))
  }
  return { ofModel, ofVariant }
}

function passes(product: ListedProduct, conditions: Conditions): boolean {
  return conditions.ofModel.every((holds) => holds(product)) && passesAsVariant(product, conditions)
}

/** Whether one and the same variant is all that is asked of variants. */
function passesAsVariant({ variants }: ListedProduct, { ofVariant }: Conditions): boolean {
  if (ofVariant.length === 0) return true
  return variants.some((variant) => ofVariant.every((holds) => holds(variant)))
}

function modelValues({ facets }: ListedProduct, facet: ModelFacetKey): readonly string[] {
  return facets[facet] ?? []
}

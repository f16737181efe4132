import type { Filter } from './filter-query.ts'
import { FACET_KEYS, type FacetKey } from './filter-query.ts'
import type { ListedProduct, ListedVariant } from './listing.ts'

/** Facets that a colour, width or size decides, not the model as a whole. */
const VARIANT_FACETS: ReadonlySet<FacetKey> = new Set(['size', 'width', 'colour'])

/** For each facet, how many products each value would list; and both switches. */
export interface FacetCounts {
  readonly values: Readonly<Record<FacetKey, ReadonlyMap<string, number>>>
  readonly sale: number
  readonly instock: number
}

/**
 * List the products that pass a filter, in the order given.
 *
 * A facet's values are OR-ed, facets are AND-ed. Variant facets (size, width, colour) and
 * "in stock" must all hold of one and the same variant: a model that has 42 only in black, and red
 * only in 43, is not a red 42.
 */
export function applyFilter(
  products: readonly ListedProduct[],
  filter: Filter,
): readonly ListedProduct[] {
  return products.filter((product) => passes(product, filter))
}

/**
 * Count what choosing each value alone in its facet would list, the other facets staying as they
 * are. Values that would list nothing are absent from the maps.
 */
export function countFacets(products: readonly ListedProduct[], filter: Filter): FacetCounts {
  const values = Object.fromEntries(
    FACET_KEYS.map((facet) => [facet, countValues(products, filter, facet)]),
  ) as unknown as Record<FacetKey, ReadonlyMap<string, number>>
  return {
    values,
    sale: applyFilter(products, { ...filter, sale: true }).length,
    instock: applyFilter(products, { ...filter, instock: true }).length,
  }
}

function countValues(
  products: readonly ListedProduct[],
  filter: Filter,
  facet: FacetKey,
): ReadonlyMap<string, number> {
  const others = { ...filter, values: { ...filter.values, [facet]: [] } }
  const counts = new Map<string, number>()
  for (const product of products) {
    if (!passesModel(product, others)) continue
    for (const value of valuesListed(product, others, facet)) {
      counts.set(value, (counts.get(value) ?? 0) + 1)
    }
  }
  return counts
}

/** The facet's values that would keep this product listed under the other facets. */
function valuesListed(product: ListedProduct, others: Filter, facet: FacetKey): Iterable<string> {
  const variants = product.variants.filter((variant) => passesVariant(variant, others))
  if (VARIANT_FACETS.has(facet)) {
    return new Set(variants.flatMap((variant) => variantValues(variant, facet)))
  }
  return variants.length > 0 || !hasVariantFacet(others) ? modelValues(product, facet) : []
}

function passes(product: ListedProduct, filter: Filter): boolean {
  if (!passesModel(product, filter)) return false
  return !hasVariantFacet(filter) || product.variants.some((one) => passesVariant(one, filter))
}

function hasVariantFacet(filter: Filter): boolean {
  return filter.instock || [...VARIANT_FACETS].some((facet) => filter.values[facet].length > 0)
}

function passesModel(product: ListedProduct, filter: Filter): boolean {
  if (filter.sale && !product.isOnSale) return false
  if (filter.priceMinMinor !== null && product.priceMinor < filter.priceMinMinor) return false
  if (filter.priceMaxMinor !== null && product.priceMinor > filter.priceMaxMinor) return false
  if (!matchesSearch(product.searchText, filter.q)) return false
  return FACET_KEYS.every(
    (facet) =>
      VARIANT_FACETS.has(facet) || isChosen(filter.values[facet], modelValues(product, facet)),
  )
}

function passesVariant(variant: ListedVariant, filter: Filter): boolean {
  if (filter.instock && !variant.isInStock) return false
  return [...VARIANT_FACETS].every((facet) =>
    isChosen(filter.values[facet], variantValues(variant, facet)),
  )
}

function isChosen(chosen: readonly string[], values: readonly string[]): boolean {
  return chosen.length === 0 || values.some((value) => chosen.includes(value))
}

function modelValues(product: ListedProduct, facet: FacetKey): readonly string[] {
  switch (facet) {
    case 'event':
      return product.events
    case 'gender':
      return [product.gender]
    case 'brand':
      return [product.brand]
    case 'pins':
      return product.pins === null ? [] : [String(product.pins)]
    default:
      return []
  }
}

function variantValues(variant: ListedVariant, facet: FacetKey): readonly string[] {
  if (facet === 'size') return [variant.size]
  if (facet === 'width') return [variant.width]
  return variant.families
}

/** Fold case and accents, so that "Élan" is found by "elan". */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
}

function matchesSearch(searchText: string, q: string): boolean {
  return foldText(q)
    .split(/\s+/)
    .every((word) => searchText.includes(word))
}

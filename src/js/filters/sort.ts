import type { SortKey } from './filter-query.ts'
import type { ListedProduct } from './listing.ts'

type Compare = (a: ListedProduct, b: ListedProduct) => number

/**
 * Sort a list that stands in featured order. Ties keep that order; a product without a weight
 * comes after those with one.
 */
export function sortProducts(
  products: readonly ListedProduct[],
  sort: SortKey,
  locale: string,
): readonly ListedProduct[] {
  if (sort === 'featured') return products
  const compare: Record<Exclude<SortKey, 'featured'>, Compare> = {
    'price-asc': (a, b) => a.priceMinor - b.priceMinor,
    'price-desc': (a, b) => b.priceMinor - a.priceMinor,
    newest: (a, b) => b.released.localeCompare(a.released),
    'weight-asc': (a, b) => (a.weightGrams ?? 1e6) - (b.weightGrams ?? 1e6),
    'name-asc': compareNames(locale),
  }
  return products.toSorted(compare[sort])
}

function compareNames(locale: string): Compare {
  // Numeric, so that "Kite 90" comes before "Kite 100".
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' })
  return (a, b) => collator.compare(a.name, b.name)
}

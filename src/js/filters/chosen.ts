import { FACET_KEYS, type FacetKey } from './facets.ts'
import { EMPTY_FILTER, type Filter } from './filter-query.ts'

/** One thing the shopper asked for, which a chip can take away again. */
export type ChosenValue =
  | { readonly key: FacetKey; readonly value: string }
  | { readonly key: 'q' | 'price-min' | 'price-max' | 'sale' | 'instock' }

/** List what a filter asks for, in the order of the form. Sorting asks for nothing. */
export function chosenValues(filter: Filter): readonly ChosenValue[] {
  return [
    ...(filter.q === '' ? [] : [{ key: 'q' } as const]),
    ...FACET_KEYS.flatMap((key) => filter.values[key].map((value) => ({ key, value }))),
    ...(filter.priceMinMinor === null ? [] : [{ key: 'price-min' } as const]),
    ...(filter.priceMaxMinor === null ? [] : [{ key: 'price-max' } as const]),
    ...(filter.instock ? [{ key: 'instock' } as const] : []),
    ...(filter.sale ? [{ key: 'sale' } as const] : []),
  ]
}

/** Take one thing out of a filter. */
export function withoutChosen(filter: Filter, chosen: ChosenValue): Filter {
  switch (chosen.key) {
    case 'q':
      return { ...filter, q: '' }
    case 'price-min':
      return { ...filter, priceMinMinor: null }
    case 'price-max':
      return { ...filter, priceMaxMinor: null }
    case 'sale':
    case 'instock':
      return { ...filter, [chosen.key]: false }
    default: {
      const left = filter.values[chosen.key].filter((value) => value !== chosen.value)
      return { ...filter, values: { ...filter.values, [chosen.key]: left } }
    }
  }
}

/** A filter that asks for nothing but keeps the order of the list. */
export function clearFilter(filter: Filter): Filter {
  return { ...EMPTY_FILTER, sort: filter.sort }
}

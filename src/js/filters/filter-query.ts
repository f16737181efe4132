import { toMajor, toMinor } from '../lib/money.ts'
import { FACET_KEYS, forEachFacet, type FacetKey } from './facets.ts'

/** Orders of the list; the first is what a page without `sort` shows. */
export const SORT_KEYS = [
  'featured',
  'price-asc',
  'price-desc',
  'newest',
  'weight-asc',
  'name-asc',
] as const
/** One of {@link SORT_KEYS}. */
export type SortKey = (typeof SORT_KEYS)[number]

/** What the shopper asked for. The URL's query string is the only place it is kept. */
export interface Filter {
  /** Search words; empty for none. */
  readonly q: string
  /** Chosen values by facet, in the page's order; empty for any. */
  readonly values: Readonly<Record<FacetKey, readonly string[]>>
  readonly priceMinMinor: number | null
  readonly priceMaxMinor: number | null
  readonly sale: boolean
  readonly instock: boolean
  readonly sort: SortKey
}

/** What a page knows: the values it offers, and its money. */
export interface FilterVocabulary {
  readonly values: Readonly<Record<FacetKey, readonly string[]>>
  readonly currency: string
}

/** Longest search that is read; more is cut off. */
const LONGEST_SEARCH = 100
/** Highest price bound, in major units. */
const HIGHEST_AMOUNT = 999_999

/** A filter that asks for nothing. */
export const EMPTY_FILTER: Filter = {
  q: '',
  values: forEachFacet(() => []),
  priceMinMinor: null,
  priceMaxMinor: null,
  sale: false,
  instock: false,
  sort: 'featured',
}

/**
 * Read a query string of any length and content. Unknown keys and values, repeated values and
 * amounts that are none are ignored; never throws.
 */
export function parseFilter(search: string, vocabulary: FilterVocabulary): Filter {
  const query = new URLSearchParams(search)
  const values = forEachFacet((facet) => {
    const asked = new Set(query.getAll(facet))
    return vocabulary.values[facet].filter((value) => asked.has(value))
  })
  return {
    q: cleanSearch(query.get('q') ?? ''),
    values,
    priceMinMinor: parseAmount(query.get('price-min'), vocabulary.currency),
    priceMaxMinor: parseAmount(query.get('price-max'), vocabulary.currency),
    sale: isOn(query.get('sale')),
    instock: isOn(query.get('instock')),
    sort: SORT_KEYS.find((key) => key === query.get('sort')) ?? 'featured',
  }
}

/**
 * Write a filter as a query string, without the question mark; empty when it asks for nothing.
 * `toSearch(parseFilter(x))` is stable: keys and values always come in the same order.
 */
export function toSearch(filter: Filter, currency: string): string {
  const query = new URLSearchParams()
  if (filter.q !== '') query.append('q', filter.q)
  for (const facet of FACET_KEYS) {
    for (const value of filter.values[facet]) query.append(facet, value)
  }
  if (filter.priceMinMinor !== null) {
    query.append('price-min', String(toMajor(filter.priceMinMinor, currency)))
  }
  if (filter.priceMaxMinor !== null) {
    query.append('price-max', String(toMajor(filter.priceMaxMinor, currency)))
  }
  if (filter.sale) query.append('sale', '1')
  if (filter.instock) query.append('instock', '1')
  if (filter.sort !== 'featured') query.append('sort', filter.sort)
  return query.toString()
}

/** Trim a search, fold its white space, and cut it to a length worth reading. */
export function cleanSearch(text: string): string {
  const folded = text.replace(/\s+/gu, ' ').trim()
  // The cut may halve an emoji; a lone surrogate could not be written back into a URL.
  return folded.slice(0, LONGEST_SEARCH).toWellFormed().trim()
}

function parseAmount(text: string | null, currency: string): number | null {
  const match = /^\d{1,6}(?:[.,]\d{1,2})?$/.exec(text?.trim() ?? '')
  if (match === null) return null
  // Capped: rounded up to a million, the amount would be too long to be read again.
  const major = Math.min(Number(match[0].replace(',', '.')), HIGHEST_AMOUNT)
  return toMinor(major, currency)
}

/** A switch is on by `sale=1`, as our own form writes, or `sale`, `sale=on`, `sale=true` by hand. */
function isOn(value: string | null): boolean {
  return value !== null && ['', '1', 'on', 'true'].includes(value)
}

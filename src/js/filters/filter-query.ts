import { toMajor } from '../lib/money.ts'
import { FACET_KEYS, forEachFacet, type FacetKey } from './facets.ts'
import { isOff, isOn, readOne, readValues } from './link-values.ts'
import { readPrice, type Money } from './price-text.ts'

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
export interface FilterVocabulary extends Money {
  readonly values: Readonly<Record<FacetKey, readonly string[]>>
}

/** What an address asks for, and what in it the page does not know. */
export interface Reading {
  readonly filter: Filter
  readonly unknown: readonly Unknown[]
}

/** A value that means nothing on the page. */
export interface Unknown {
  readonly key: FacetKey | 'price-min' | 'price-max' | 'sale' | 'instock' | 'sort'
  readonly text: string
}

/** Longest search that is read; more is cut off. */
const LONGEST_SEARCH = 100
/** Keys that people write in another way. */
const OTHER_KEYS: Readonly<Record<string, string>> = { color: 'colour' }
/** All that a filter writes into an address. */
const OWN_KEYS: ReadonlySet<string> = new Set([
  'q',
  ...FACET_KEYS,
  'price-min',
  'price-max',
  'sale',
  'instock',
  'sort',
])

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
 * Read a query string of any length and content as it is meant; never throws.
 *
 * Shared links come back in another case, with a period or a bracket of the sentence around them, or
 * with commas between values. Keys of other people are ignored, and so are values without a letter
 * or digit. Prices turned around are read as the range between them.
 */
export function readFilter(search: string, vocabulary: FilterVocabulary): Reading {
  const texts = textsByKey(search)
  const unknown: Unknown[] = []
  const first = (key: string): string => texts.get(key)?.[0] ?? ''
  const values = forEachFacet((key) => {
    const offered = vocabulary.values[key]
    // What the page itself has decided can't be asked for, or taken away.
    if (offered.length === 0) return []
    const read = readValues(texts.get(key) ?? [], key, offered)
    unknown.push(...read.unknown.map((text) => ({ key, text })))
    return offered.filter((value) => read.values.has(value))
  })
  const amount = (key: 'price-min' | 'price-max'): number | null => {
    const minor = readPrice(first(key), vocabulary)
    if (minor === undefined) unknown.push({ key, text: first(key) })
    return minor ?? null
  }
  const flag = (key: 'sale' | 'instock'): boolean => {
    const text = texts.get(key)?.[0]
    if (text === undefined || isOff(text)) return false
    if (!isOn(text)) unknown.push({ key, text })
    return isOn(text)
  }
  const [priceMinMinor, priceMaxMinor] = inOrder(amount('price-min'), amount('price-max'))
  const sort = readOne(first('sort'), SORT_KEYS)
  if (sort === undefined && first('sort') !== '') unknown.push({ key: 'sort', text: first('sort') })
  return {
    filter: {
      q: cleanSearch(first('q')),
      values,
      priceMinMinor,
      priceMaxMinor,
      sale: flag('sale'),
      instock: flag('instock'),
      sort: sort ?? 'featured',
    },
    unknown: unknown.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)),
  }
}

/** Read a query string, without what the page does not know. */
export function parseFilter(search: string, vocabulary: FilterVocabulary): Filter {
  return readFilter(search, vocabulary).filter
}

/** Whether a query string is what {@link toSearch} writes, but for keys of other people. */
export function isCanonical(search: string, filter: Filter, currency: string): boolean {
  const own = [...new URLSearchParams(search)].filter(([key]) => OWN_KEYS.has(keyOf(key)))
  return new URLSearchParams(own).toString() === toSearch(filter, currency)
}

function textsByKey(search: string): ReadonlyMap<string, readonly string[]> {
  const texts = new Map<string, string[]>()
  for (const [name, text] of new URLSearchParams(search)) {
    const key = keyOf(name)
    const known = texts.get(key)
    if (known === undefined) texts.set(key, [text])
    else known.push(text)
  }
  return texts
}

/** "Event" and "event[]" are "event". */
function keyOf(name: string): string {
  const key = name.trim().toLowerCase().replace(/\[\]$/, '')
  return Object.hasOwn(OTHER_KEYS, key) ? (OTHER_KEYS[key] ?? key) : key
}

/** Prices turned around mean the range between them. */
function inOrder(
  from: number | null,
  to: number | null,
): readonly [from: number | null, to: number | null] {
  return from !== null && to !== null && from > to ? [to, from] : [from, to]
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

import { isRecord } from '../lib/json.ts'
import type { FacetKey } from '../filters/facets.ts'

/**
 * The form of `data/search.<locale>.json`. Raise it with every change that a page built before could
 * not read.
 */
export const SEARCH_VERSION = 1

/** What `data/search.<locale>.json` holds: what only a search needs, and no list. */
export interface SearchFile {
  readonly version: number
  readonly words: SearchWords
  readonly products: Readonly<Record<string, SearchedProduct>>
}

/** What shoppers say. Several words for one thing have commas between. */
export interface SearchWords {
  /** Words that say nothing, such as "for". */
  readonly ignored: string
  /** Words that stand for all that is sold, such as "spikes". */
  readonly everything: string
  /** Words for what is reduced. */
  readonly sale: string
  /** Words that come before a size. */
  readonly size: string
  /** Words for the values of facets; a facet without any is not searched. */
  readonly values: Readonly<Partial<Record<FacetKey, Readonly<Record<string, string>>>>>
}

/** What a product is found by, beside its name and what filters know of it. */
export interface SearchedProduct {
  /** The maker's style code, which every article number starts with. */
  readonly code: string
  /** Colors, material, kind of accessory, with commas between. */
  readonly words: string
  /** Race distances in meters. */
  readonly distance?: readonly [from: number, to: number]
}

/**
 * Read the search file as it came over the network.
 *
 * @throws Error - where it is something else, or of another version of the shop
 */
export function readSearchFile(data: unknown): SearchFile {
  const { version, words, products } = data as Partial<SearchFile>
  if (version !== SEARCH_VERSION) {
    throw new Error(`Search file ${String(version)}, expected ${String(SEARCH_VERSION)}`)
  }
  if (!isRecord(words) || !isRecord(words.values) || !isRecord(products)) {
    throw new Error('Search file without words or products')
  }
  return { version, words, products }
}

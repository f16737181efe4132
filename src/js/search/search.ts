import { FACETS, type FacetKey } from '../filters/facets.ts'
import type { ListedProduct } from '../filters/listing.ts'
import { createIndex, type SearchIndex } from './search-index.ts'
import { languageOf, type Language } from './language.ts'
import type { SearchedProduct, SearchFile, SearchWords } from './search-file.ts'
import { foldLetters, isNumber, termsOf, type Term } from './terms.ts'

export { readSearchFile } from './search-file.ts'

/** Find the products that fit a search, in the order of the list; without words, what is listed. */
export type Search = (q: string) => readonly ListedProduct[]

/**
 * The mile and the 3200 of American schools are run in the shoes for 1500 and 3000: this much
 * outside of what a shoe is made for is still its distance.
 */
const NEAR = 0.1

/**
 * Prepare a search. Each word must fit, in any field; the last one may be the start of a word. The
 * index is made when someone first searches.
 *
 * @param tag - BCP 47: the language of the words and of the products
 */
export function createSearch(
  products: readonly ListedProduct[],
  file: SearchFile,
  tag: string,
): Search {
  const listed = products.filter(({ isDiscontinued }) => isDiscontinued !== true)
  const language = languageOf(tag, partsOf(foldLetters(file.words.ignored, tag)))
  let made: Finder | undefined
  return (q) => {
    if (q === '') return listed
    made ??= createFinder(
      products.map((product) => ({ ...NOTHING, ...product, ...file.products[product.slug] })),
      file.words,
      language,
    )
    // Signs and emoji are not words: such a search finds nothing.
    if (!/[\p{L}\p{N}]/u.test(q)) return []
    const asked = made.read(q)
    if (asked.length === 0) return listed
    const places = made.find(asked)
    const found = places.size > 0 ? places : made.findInside(asked)
    return products.filter((_, at) => found.has(at))
  }
}

/** A product, and what a search knows of it. */
type Searched = ListedProduct & SearchedProduct

/** What is known of a model that came after the search file, or left before it. */
const NOTHING: SearchedProduct = { code: '', words: '' }

/** Finds the places of products in the list. */
interface Finder {
  /** What a search asks for, without the words that stand for everything. */
  readonly read: (q: string) => readonly Asked[]
  readonly find: (asked: readonly Asked[]) => ReadonlySet<number>
  /** The same, where a word may be in the middle of a name: "line" in "Sandline". */
  readonly findInside: (asked: readonly Asked[]) => ReadonlySet<number>
}

interface Asked extends Term {
  readonly isLast: boolean
}

function createFinder(
  products: readonly Searched[],
  words: SearchWords,
  language: Language,
): Finder {
  const index = indexProducts(products, words, language)
  const everything = new Set(
    partsOf(words.everything).map((one) => joined(termsOf(one, language)).term),
  )
  const codes = new Set(products.map(({ code }) => code))

  const fitting = (asked: Asked, isInside: boolean): Fit => {
    const names = index.named(asked, isInside)
    const others = index.described(asked)
    const distance = distanceOf(asked.term, language)
    return {
      isNamed: (at) => names.has(at),
      holds: (at) => names.has(at) || others.has(at) || isRunAt(products[at], distance),
    }
  }
  const findBy = (asked: readonly Asked[], isInside: boolean): ReadonlySet<number> => {
    const fits = asked.map((one) => fitting(one, isInside))
    const isFound = ({ isDiscontinued }: Searched, at: number): boolean =>
      fits.every(({ holds }) => holds(at)) &&
      // Discontinued models are only for shoppers who know the name.
      (isDiscontinued !== true || fits.some(({ isNamed }) => isNamed(at)))
    return new Set(products.flatMap((product, at) => (isFound(product, at) ? [at] : [])))
  }
  return {
    read: (q) => {
      const terms = termsOf(withoutVariants(q, codes), language)
      const isKnown = (one: Asked): boolean => everything.has(one.term) || index.has(one)
      return joinKnown(terms, isKnown).filter(({ term }) => !everything.has(term))
    },
    find: (asked) => findBy(asked, false),
    findInside: (asked) => findBy(asked, true),
  }
}

interface Fit {
  readonly isNamed: (at: number) => boolean
  readonly holds: (at: number) => boolean
}

function indexProducts(
  products: readonly Searched[],
  words: SearchWords,
  language: Language,
): SearchIndex {
  const index = createIndex((text) => termsOf(text, language))
  for (const [at, product] of products.entries()) {
    for (const text of [product.name, product.code]) index.addName(text, at)
    for (const text of descriptionsOf(product, words)) index.addDescription(text, at)
    for (const { size } of product.variants) {
      if (size !== '') index.addJoined([...partsOf(words.size), ''], size, at)
    }
  }
  return index
}

/** All that is said of a product besides its name. */
function descriptionsOf(product: Searched, words: SearchWords): ReadonlySet<string> {
  const texts = new Set(partsOf(product.words))
  if (product.isOnSale) for (const text of partsOf(words.sale)) texts.add(text)
  for (const [key, known] of Object.entries(words.values)) {
    for (const value of valuesOf(product, key as FacetKey)) {
      for (const text of partsOf(known[value] ?? '')) texts.add(text)
    }
  }
  return texts
}

function valuesOf({ facets, variants }: ListedProduct, key: FacetKey): readonly string[] {
  const row = FACETS[key]
  if (row.of === 'variant') return variants.flatMap((one) => row.valuesOf(one))
  return facets[key as keyof typeof facets] ?? []
}

/**
 * Two neighbors that the shop knows as one word are one: "long jump" is not what is long and what
 * is for some jump, and "kite 100" not every kite that is run in at 100.
 */
function joinKnown(terms: readonly Term[], isKnown: (one: Asked) => boolean): readonly Asked[] {
  const asked: Asked[] = []
  for (let at = 0; at < terms.length; at += 1) {
    const pair = { ...joined(terms.slice(at, at + 2)), isLast: at + 2 >= terms.length }
    const isPair = at + 1 < terms.length && isKnown(pair)
    const [one = pair] = terms.slice(at, at + 1)
    asked.push(isPair ? pair : { ...one, isLast: at + 1 === terms.length })
    if (isPair) at += 1
  }
  return asked
}

function joined(terms: readonly Term[]): Term {
  return {
    term: terms.map(({ term }) => term).join(''),
    typed: [...terms.slice(0, -1).map(({ term }) => term), terms.at(-1)?.typed].join(''),
  }
}

/** An article number finds its model, whatever color and size it goes on with. */
function withoutVariants(q: string, codes: ReadonlySet<string>): string {
  return q.replace(/([a-z][a-z0-9]+)[-‐-―−][^\s]*/gi, (number, code: string) =>
    codes.has(code.toUpperCase()) ? code : number,
  )
}

function distanceOf(term: string, { units }: Language): number {
  if (isNumber(term)) return Number(term)
  const [, meters] = /^(\d+)m$/.exec(term) ?? []
  // "mile" alone is one mile; "m" and "k" alone are no distance.
  return Number(meters ?? (term.length > 2 ? units[term] : undefined) ?? Number.NaN)
}

function isRunAt(product: Searched | undefined, meters: number): boolean {
  const [from, to] = product?.distance ?? [Number.NaN, Number.NaN]
  return meters >= from * (1 - NEAR) && meters <= to * (1 + NEAR)
}

function partsOf(list: string): readonly string[] {
  return list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

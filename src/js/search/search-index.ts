import type { Term } from './terms.ts'

/** What is asked of an index: a term, and whether the text typed goes on behind it. */
interface Query extends Term {
  /** The last word may be the start of one. */
  readonly isLast: boolean
}

/** Which products have which terms, by their place in the list. */
export interface SearchIndex {
  readonly addName: (text: string, at: number) => void
  readonly addDescription: (text: string, at: number) => void
  /** Add a word that is only known together with one before it: "size 42". */
  readonly addJoined: (before: readonly string[], text: string, at: number) => void
  /** Whether any product has such a term. */
  readonly has: (query: Query) => boolean
  /** @param isInside - whether a part of a name is enough */
  readonly named: (query: Query, isInside: boolean) => ReadonlySet<number>
  readonly described: (query: Query) => ReadonlySet<number>
}

type Places = Map<string, Set<number>>

/** Shorter parts are in too many names. */
const SHORTEST_PART = 3

/** Make an empty index of what a reader of texts makes of them. */
export function createIndex(read: (text: string) => readonly Term[]): SearchIndex {
  const names: Places = new Map()
  const descriptions: Places = new Map()
  const addText = (places: Places, text: string, at: number): void => {
    for (const term of termsAndPairs(read(text))) add(places, term, at)
  }
  return {
    addName: (text, at) => {
      addText(names, text, at)
      // As one word too, since parts of names are looked for in it.
      if (text !== '')
        add(
          names,
          read(text)
            .map(({ term }) => term)
            .join(''),
          at,
        )
    },
    addDescription: (text, at) => {
      addText(descriptions, text, at)
    },
    addJoined: (before, text, at) => {
      for (const one of before) {
        const terms = [...read(one), ...read(text)]
        add(descriptions, terms.map(({ term }) => term).join(''), at)
      }
    },
    has: (query) =>
      names.has(query.term) ||
      descriptions.has(query.term) ||
      startingWith(names, query).size > 0 ||
      startingWith(descriptions, query).size > 0,
    named: (query, isInside) =>
      union([
        names.get(query.term) ?? [],
        startingWith(names, query),
        isInside ? holding(names, query.typed) : [],
      ]),
    described: (query) =>
      // "pin" must not find what is pink: a whole word of the shop is not the start of another.
      names.has(query.term) || descriptions.has(query.term)
        ? (descriptions.get(query.term) ?? new Set())
        : startingWith(descriptions, query),
  }
}

/** Each term, and each two neighbors as one: "crosscountry". */
function termsAndPairs(terms: readonly Term[]): readonly string[] {
  const plain = terms.map(({ term }) => term)
  return [...plain, ...plain.slice(1).map((term, at) => `${plain[at] ?? ''}${term}`)]
}

function add(places: Places, term: string, at: number): void {
  const known = places.get(term)
  if (known === undefined) places.set(term, new Set([at]))
  else known.add(at)
}

/** Where a longer word starts with the last one typed; "10" is not the start of 100, nor "size3" of size35. */
function startingWith(places: Places, { typed, isLast }: Query): ReadonlySet<number> {
  if (!isLast || /\d/.test(typed)) return new Set()
  return union([...places].filter(([term]) => term.startsWith(typed)).map(([, at]) => at))
}

function holding(places: Places, part: string): ReadonlySet<number> {
  if (part.length < SHORTEST_PART) return new Set()
  return union([...places].filter(([term]) => term.includes(part)).map(([, at]) => at))
}

function union(all: readonly Iterable<number>[]): ReadonlySet<number> {
  return new Set(all.flatMap((places) => [...places]))
}

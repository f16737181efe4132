import { loadLater } from '../lib/load-later.view.ts'
import type { Search } from '../search/search.ts'
import type { ListedProduct } from './listing.ts'

/** The search of a list; what it needs is loaded when someone searches. */
export interface SearchLater {
  /** Whether these words can be searched for at once. */
  isReady(q: string): boolean
  /** Find what fits the words; all that is listed as long as the search is not ready. */
  find(q: string): readonly ListedProduct[]
  /** Load what a search needs: whether it came. After a failure, the next call tries again. */
  load(): Promise<boolean>
}

interface Options {
  readonly products: () => readonly ListedProduct[]
  readonly url: string
  /** BCP 47. */
  readonly tag: string
}

export function createSearchLater({ products, url, tag }: Options): SearchLater {
  let search: Search | undefined
  return {
    isReady: (q) => q === '' || search !== undefined,
    find: (q) => search?.(q) ?? products().filter(({ isDiscontinued }) => isDiscontinued !== true),
    load: async () => {
      try {
        const [{ createSearch, readSearchFile }, data] = await Promise.all([
          loadLater('search', () => import('../search/search.ts')),
          fetchJson(url),
        ])
        search ??= createSearch(products(), readSearchFile(data), tag)
        return true
      } catch {
        // The list says so, and the browser's console what it was that did not come.
        return false
      }
    },
  }
}

async function fetchJson(url: string): Promise<unknown> {
  // Always revalidated: the file of an older shop may lack new models.
  const response = await fetch(url, { cache: 'no-cache' })
  if (!response.ok) throw new Error(`${url}: ${String(response.status)}`)
  return response.json()
}

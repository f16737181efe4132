import { createFallbackStorage } from '../cart/cart-storage.ts'
import { CartStore } from '../cart/cart-store.ts'
import { NewerCatalogueError, readCatalogue } from '../catalog/catalogue-file.ts'
import { createLookup, type ProductData, type VariantLookup } from '../catalog/product-data.ts'
import { createTranslate, type Translate } from '../lib/messages.ts'
import { formatMoney } from '../lib/money.ts'
import type { PersistedStore } from '../lib/persisted-store.ts'
import type { KeyValueStorage } from '../lib/storage.ts'
import type { SiteData } from './site-data.ts'

/** What modules share: the cart, the page's words, prices, and the catalog on demand. */
export interface Services {
  readonly data: SiteData
  readonly t: Translate
  readonly cartStore: CartStore
  readonly formatPrice: (minor: number) => string
  /** Load today's models, only once. After a failure, the next call tries again. */
  readonly loadProducts: () => Promise<readonly ProductData[]>
  /**
   * Load today's catalog in the same way, to look up SKUs. With "anew" it loads what was uploaded
   * since.
   */
  readonly loadLookup: (how?: 'anew') => Promise<VariantLookup>
  /** Comes once the catalogue turns out to be of a newer shop, which this page can't read. */
  readonly newerShop: Promise<NewerCatalogueError>
}

/**
 * Make a page's services.
 *
 * @throws Error - if the page has no site data
 */
export function createServices(): Services {
  const data = readJson(document.getElementById('site-data')) as SiteData
  const cartStore = createCartStore()
  keepUpToDate(cartStore)
  let onNewerShop: ((error: NewerCatalogueError) => void) | undefined
  const newerShop = new Promise<NewerCatalogueError>((resolve) => {
    onNewerShop = resolve
  })
  const loadProducts = once(() =>
    fetchProducts(data.urls.catalogue).catch((error: unknown) => {
      if (error instanceof NewerCatalogueError) onNewerShop?.(error)
      throw error
    }),
  )
  return {
    data,
    t: createTranslate(data.messages, data.tag),
    cartStore,
    formatPrice: (minor) => formatMoney(minor, data.currency, data.tag),
    loadProducts,
    newerShop,
    loadLookup: once(async (how) => createLookup(await loadProducts(how))),
  }
}

/** Keep a store up to date with other tabs, and after the back/forward cache. */
export function keepUpToDate(
  store: Pick<PersistedStore<unknown>, 'handleStorageEvent' | 'refresh'>,
): void {
  window.addEventListener('storage', (event) => {
    store.handleStorageEvent(event)
  })
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) store.refresh()
  })
}

/**
 * Read a JSON block of the page.
 *
 * @throws Error - if the block is missing
 */
export function readJson(element: Element | null | undefined): unknown {
  if (!element?.textContent) throw new Error('The page lacks a JSON block')
  return JSON.parse(element.textContent)
}

async function fetchProducts(url: string): Promise<readonly ProductData[]> {
  // Always revalidated: a price from a cache may be outdated.
  const response = await fetch(url, { cache: 'no-cache' })
  if (!response.ok) throw new Error(`${url}: ${String(response.status)}`)
  return readCatalogue(await response.json())
}

type Load<Thing> = (how?: 'anew') => Promise<Thing>

/** Load something once. It is loaded again after a failure, or if asked for "anew". */
function once<Thing>(load: Load<Thing>): Load<Thing> {
  let loading: Promise<Thing> | undefined
  return (how) => {
    if (how === 'anew') loading = undefined
    loading ??= load(how).catch((error: unknown) => {
      loading = undefined
      throw error
    })
    return loading
  }
}

function createCartStore(): CartStore {
  const local = openStorage('localStorage')
  const session = openStorage('sessionStorage')
  return new CartStore(
    local && session ? createFallbackStorage(local, session) : (local ?? session),
  )
}

/** Open a storage; null in browsers that block it, which throw as soon as it is mentioned. */
export function openStorage(name: 'localStorage' | 'sessionStorage'): KeyValueStorage | null {
  try {
    return window[name]
  } catch {
    return null
  }
}

import { createFallbackStorage, type CartStorage } from '../cart/cart-storage.ts'
import { CartStore } from '../cart/cart-store.ts'
import { NewerCatalogueError, readCatalogue } from '../catalog/catalogue-file.ts'
import { createLookup, type ProductData, type VariantLookup } from '../catalog/product-data.ts'
import { createTranslate, type Translate } from '../lib/messages.ts'
import { formatMoney } from '../lib/money.ts'
import type { SiteData } from './site-data.ts'

/** What modules are given: the one cart, the page's words, money, and the catalogue on demand. */
export interface Services {
  readonly data: SiteData
  readonly t: Translate
  readonly cartStore: CartStore
  readonly formatPrice: (minor: number) => string
  /** Load today's models, once; asked again after a failure, it tries again. */
  readonly loadProducts: () => Promise<readonly ProductData[]>
  /**
   * Load today's catalogue in the same way, to find things by SKU; asked for it "anew", it loads
   * what has been uploaded since.
   */
  readonly loadLookup: (how?: 'anew') => Promise<VariantLookup>
  /** Comes once the catalogue turns out to be of a newer shop, which this page can't read. */
  readonly newerShop: Promise<NewerCatalogueError>
}

/**
 * Make a page's services.
 *
 * @throws Error - when the page carries no site data
 */
export function createServices(): Services {
  const data = readJson(document.getElementById('site-data')) as SiteData
  const cartStore = createCartStore()
  window.addEventListener('storage', (event) => {
    cartStore.hear(event)
  })
  window.addEventListener('pageshow', ({ persisted }) => {
    // Back from the history with the page as it was left: the cart may have changed since.
    if (persisted) cartStore.refresh()
  })
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

/**
 * Read a JSON block of the page.
 *
 * @throws Error - when the block is missing
 */
export function readJson(element: Element | null | undefined): unknown {
  if (!element?.textContent) throw new Error('The page lacks a JSON block')
  return JSON.parse(element.textContent)
}

async function fetchProducts(url: string): Promise<readonly ProductData[]> {
  // Always asked for anew: yesterday's price from a cache would be a wrong one.
  const response = await fetch(url, { cache: 'no-cache' })
  if (!response.ok) throw new Error(`${url}: ${String(response.status)}`)
  return readCatalogue(await response.json())
}

type Load<Thing> = (how?: 'anew') => Promise<Thing>

/** Load a thing once; after a failure, or asked for it anew, it is loaded again. */
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
  if (local === null || session === null) return new CartStore(local ?? session)
  // Storage may turn out to be full while the store is still being made.
  const made: { isFull: boolean; store?: CartStore } = { isFull: false }
  const storage = createFallbackStorage(local, session, () => {
    made.isFull = true
    made.store?.markFull()
  })
  made.store = new CartStore(storage)
  if (made.isFull) made.store.markFull()
  return made.store
}

/** Browsers that block storage throw on the mere mention of it. */
export function openStorage(name: 'localStorage' | 'sessionStorage'): CartStorage | null {
  try {
    return window[name]
  } catch {
    return null
  }
}

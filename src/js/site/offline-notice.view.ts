import type { PageModule } from '../lib/mount.ts'
import { part } from '../lib/parts.ts'
import { mayReload } from './newer-shop.ts'
import type { Services } from './services.ts'
import { serviceWorkerUrl } from './service-worker-url.ts'

/** How long the notice is there before the page reloads. */
const READING_MS = 4000

/** Keeps the shop working without a network; says when a page is a saved one, or an old one. */
export const offlineNotice: PageModule<Services> = {
  name: 'offline-notice',
  mount($root, { data, t, cartStore, newerShop }) {
    const { saved, version } = document.documentElement.dataset
    const tell = (text: string): void => {
      $root.prop('hidden', false)
      part($root, 'text').text(text)
    }
    $root.on('click', '[data-action="close"]', () => $root.prop('hidden', true))
    $root.on('click', '[data-action="reload"]', () => {
      location.reload()
    })
    if (saved !== undefined) {
      const format = new Intl.DateTimeFormat(data.tag, { dateStyle: 'medium', timeStyle: 'short' })
      tell(t('offline.saved', { time: format.format(new Date(saved)) }))
    }
    void newerShop.then(async ({ version: catalogue }) => {
      const isReloading = mayReload(catalogue, cartStore.checkKept(), () => sessionStorage)
      tell(t(isReloading ? 'offline.reloading' : 'offline.updated'))
      $root.find('[data-action="reload"]').prop('hidden', false)
      if (isReloading) await reloadCalmly()
    })
    if (import.meta.env.DEV || !('serviceWorker' in navigator)) return
    navigator.serviceWorker.addEventListener('message', ({ data: message }: MessageEvent) => {
      const { type, version: newest } = message as { type?: string; version?: string }
      if (type !== 'updated' || newest === version) return
      tell(t('offline.updated'))
      $root.find('[data-action="reload"]').prop('hidden', false)
    })
    const start = (): void => void register(data.urls.files)
    if (document.readyState === 'complete') start()
    else window.addEventListener('load', start)
  },
}

/** Time to read why, and never under the fingers of someone who is typing. */
async function reloadCalmly(): Promise<void> {
  do await new Promise((resolve) => setTimeout(resolve, READING_MS))
  while (document.activeElement?.matches(':read-write'))
  location.reload()
}

/** After the page has loaded, so that it gives way to what the shopper waits for. */
async function register(base: string): Promise<void> {
  const isFirst = navigator.serviceWorker.controller === null
  try {
    await navigator.serviceWorker.register(serviceWorkerUrl(base))
    if (!isFirst) return
    const { active } = await navigator.serviceWorker.ready
    // Pictures of this page came before the worker did.
    const urls = [...document.images].map(({ currentSrc }) => currentSrc).filter(Boolean)
    active?.postMessage({ type: 'seen', urls })
  } catch {
    // Blocked, or storage is full: the shop then works as long as there is a network.
  }
}

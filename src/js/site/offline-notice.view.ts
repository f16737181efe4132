import type { PageModule } from '../lib/mount.ts'
import { part } from '../lib/parts.ts'
import { mayReload } from './newer-shop.ts'
import type { Services } from './services.ts'
import { serviceWorkerUrl } from './service-worker-url.ts'

/** How long the notice is shown before the page reloads. */
const READING_MS = 4000

/** Keeps the shop working offline, and says if a page is a saved or outdated copy. */
export const offlineNotice: PageModule<Services> = {
  name: 'offline-notice',
  mount($root, { data, t, cartStore, newerShop }) {
    const { saved, version } = document.documentElement.dataset
    const showMessage = (text: string): void => {
      $root.prop('hidden', false)
      part($root, 'text').text(text)
    }
    $root.on('click', '[data-action="close"]', () => $root.prop('hidden', true))
    $root.on('click', '[data-action="reload"]', () => {
      location.reload()
    })
    if (saved !== undefined) {
      const format = new Intl.DateTimeFormat(data.tag, { dateStyle: 'medium', timeStyle: 'short' })
      showMessage(t('offline.saved', { time: format.format(new Date(saved)) }))
    }
    void newerShop.then(async ({ version: catalogue }) => {
      const isReloading = mayReload(catalogue, cartStore.checkKept(), () => sessionStorage)
      showMessage(t(isReloading ? 'offline.reloading' : 'offline.updated'))
      $root.find('[data-action="reload"]').prop('hidden', false)
      if (isReloading) await reloadCalmly()
    })
    if (import.meta.env.DEV || !('serviceWorker' in navigator)) return
    navigator.serviceWorker.addEventListener('message', ({ data: message }: MessageEvent) => {
      const { type, version: newest } = message as { type?: string; version?: string }
      if (type !== 'updated' || newest === version) return
      showMessage(t('offline.updated'))
      $root.find('[data-action="reload"]').prop('hidden', false)
    })
    const start = (): void => void register(data.urls.files)
    if (document.readyState === 'complete') start()
    else window.addEventListener('load', start)
  },
}

/** Leaves time to read why, and doesn't interrupt someone who is typing. */
async function reloadCalmly(): Promise<void> {
  do await new Promise((resolve) => setTimeout(resolve, READING_MS))
  while (document.activeElement?.matches(':read-write'))
  location.reload()
}

/** Runs after the page has loaded, so as not to delay it. */
async function register(base: string): Promise<void> {
  const isFirst = navigator.serviceWorker.controller === null
  try {
    await navigator.serviceWorker.register(serviceWorkerUrl(base))
    if (!isFirst) return
    const { active } = await navigator.serviceWorker.ready
    // The worker missed this page's pictures, which loaded before it.
    const urls = [...document.images].map(({ currentSrc }) => currentSrc).filter(Boolean)
    active?.postMessage({ type: 'seen', urls })
  } catch {
    // Blocked, or storage is full: the shop then needs a network.
  }
}

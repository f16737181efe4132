import type { PageModule } from '../lib/mount.ts'
import { cloneTemplate, part } from '../lib/parts.ts'
import type { Services } from '../site/services.ts'
import { cacheNames } from '../../worker/manifest.ts'
import { savedProducts } from './saved-products.ts'

/** Lists the models that were opened before, which work offline. */
export const savedPages: PageModule<Services> = {
  name: 'saved-pages',
  mount($root, services) {
    void show($root, services)
  },
}

async function show($root: JQuery, { data, loadProducts }: Services): Promise<void> {
  try {
    const cache = await caches.open(cacheNames(data.urls.files).pages)
    const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname)
    const saved = savedProducts(await loadProducts(), paths, data.urls.products)
    const $list = part($root, 'list')
    for (const { name, path } of saved) {
      const $item = cloneTemplate($root, 'item')
      $item.find('[data-part="link"]').attr('href', path).text(name)
      $list.append($item)
    }
    $root.prop('hidden', saved.length === 0)
  } catch {
    // No caches or no catalog: then there is nothing to list, and the page already says so.
  }
}

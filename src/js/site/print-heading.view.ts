import type { PageModule } from '../lib/mount.ts'
import { part } from '../lib/parts.ts'

/** Puts the page's address and the day at the top of what is printed, beside the shop's name. */
export const printHeading: PageModule<unknown> = {
  name: 'print-heading',
  mount($root) {
    window.addEventListener('beforeprint', () => {
      const day = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long' })
      part($root, 'address').text(location.href)
      part($root, 'day').text(day.format())
      // Pictures further down have not loaded yet.
      for (const picture of document.images) picture.loading = 'eager'
    })
  },
}

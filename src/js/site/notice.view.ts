import type { CartStore } from '../cart/cart-store.ts'
import type { PageModule } from '../lib/mount.ts'
import { part } from '../lib/parts.ts'
import { openStoredText } from '../lib/stored-text.ts'
import { openStorage, type Services } from './services.ts'

/** Says once per tab if the cart can't be stored, or if part of a stored cart can't be read. */
export const notice: PageModule<Services> = {
  name: 'notice',
  mount($root, { cartStore, t }) {
    // If it can't be stored, every page with a change to the cart says so again.
    const lastSaid = openStoredText(openStorage('sessionStorage'), 'cinder.storage-notice')
    const render = ({ fault }: Pick<CartStore, 'fault'>): void => {
      if (fault === null || lastSaid.read() === fault) return
      lastSaid.write(fault)
      $root.prop('hidden', false)
      part($root, 'text').text(t(`storage.${fault}`))
    }
    $root.on('click', '[data-action="close"]', () => {
      $root.prop('hidden', true)
    })
    // Blocked storage doesn't matter before there is something to store.
    if (cartStore.fault !== 'blocked') render(cartStore)
    cartStore.subscribe(() => {
      render(cartStore)
    })
  },
}

import type { CartStore, StorageFault } from '../cart/cart-store.ts'
import type { PageModule } from '../lib/mount.ts'
import { part } from '../lib/parts.ts'
import type { Services } from './services.ts'

const TOLD_KEY = 'cinder.told'

/** Tells once when the cart can't be kept, or when part of a kept one could not be read. */
export const notice: PageModule<Services> = {
  name: 'notice',
  mount($root, { cartStore, t }) {
    const tell = (fault: StorageFault): void => {
      if (wasTold(fault)) return
      $root.prop('hidden', false)
      part($root, 'text').text(t(`storage.${fault}`))
    }
    const tellFault = ({ fault }: CartStore): void => {
      if (fault !== null) tell(fault)
    }
    $root.on('click', '[data-action="close"]', () => {
      $root.prop('hidden', true)
    })
    // A blocked storage is no trouble before there is something to keep.
    if (cartStore.fault !== 'blocked') tellFault(cartStore)
    cartStore.subscribe(() => {
      tellFault(cartStore)
    })
  },
}

const told = new Set<StorageFault>()

/** Remembers for this tab where it can, else for this page. */
function wasTold(fault: StorageFault): boolean {
  if (told.has(fault)) return true
  told.add(fault)
  try {
    if (sessionStorage.getItem(TOLD_KEY) === fault) return true
    sessionStorage.setItem(TOLD_KEY, fault)
  } catch {
    // Then every page with a change to the cart tells it again.
  }
  return false
}

import { openStorage } from '../site/services.ts'
import { parseOffer, type Offer } from './offer.ts'

const KEY = 'cinder.seen'

/** What this tab has shown of the cart, so that checkout can tell what has changed since. */
export const seenOffer = {
  read(): Offer | null {
    try {
      return parseOffer(openStorage('sessionStorage')?.getItem(KEY) ?? null)
    } catch {
      return null
    }
  },
  write(offer: Offer): void {
    try {
      openStorage('sessionStorage')?.setItem(KEY, JSON.stringify(offer))
    } catch {
      // Without it, what checkout shows first is what the shopper has seen.
    }
  },
}

import { openStoredText, type StoredText } from '../lib/stored-text.ts'
import { openStorage } from '../site/services.ts'

/** The prices this tab has shown for the cart, so that checkout can say what changed since. */
export function seenQuote(): StoredText {
  return openStoredText(openStorage('sessionStorage'), 'cinder.seen')
}

import type axeCore from 'axe-core'

declare global {
  interface Window {
    /** Put there by a journey that runs axe's source in the page. */
    axe: typeof axeCore
  }
}

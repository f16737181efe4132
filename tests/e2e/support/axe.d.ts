import type axeCore from 'axe-core'

declare global {
  interface Window {
    /** Set when a test runs axe's source in the page. */
    axe: typeof axeCore
  }
}

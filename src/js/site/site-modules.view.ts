import { cartCount } from '../cart/cart-count.view.ts'
import { notice } from './notice.view.ts'
import { offlineNotice } from './offline-notice.view.ts'
import { pageTransition } from './page-transition.view.ts'
import { printHeading } from './print-heading.view.ts'
import { themeChoice } from './theme-choice.view.ts'

/** The modules on every page. */
export const siteModules = [
  notice,
  offlineNotice,
  cartCount,
  themeChoice,
  pageTransition,
  printHeading,
] as const

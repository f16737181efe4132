import type { Messages } from '../../src/js/lib/messages.ts'
import { SIZE_SYSTEMS, type SizeSystem } from '../../src/js/catalog/sizes.ts'
import { pageMessages } from '../locale.ts'
import type { Site } from '../site.ts'

/** Data for the team order page. */
export interface TeamPageView {
  readonly sizeSystems: readonly { readonly key: SizeSystem; readonly label: string }[]
  /** Text for its scripts. */
  readonly words: Messages
}

/** Prepare the team order page; the market's own size system comes first. */
export function teamPageView({ words, market }: Site): TeamPageView {
  const own = market['size-system']
  const systems = [own, ...SIZE_SYSTEMS.filter((system) => system !== own)]
  return {
    sizeSystems: systems.map((key) => ({ key, label: words.t(`size-system.${key}`) })),
    words: pageMessages(words, 'team'),
  }
}

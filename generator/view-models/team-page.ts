import { SIZE_SYSTEMS, type SizeSystem } from '../../src/js/catalog/sizes.ts'
import type { Site } from '../site.ts'

/** Data for the team order page. */
export interface TeamPageView {
  readonly sizeSystems: readonly { readonly key: SizeSystem; readonly label: string }[]
}

/** Prepare the team order page; the market's own size system comes first. */
export function teamPageView({ words, market }: Site): TeamPageView {
  const own = market['size-system']
  const systems = [own, ...SIZE_SYSTEMS.filter((system) => system !== own)]
  return {
    sizeSystems: systems.map((key) => ({ key, label: words.t(`size-system.${key}`) })),
  }
}

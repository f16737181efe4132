import type { Product } from '../catalog/catalogue.ts'
import type { Site } from '../site.ts'

/** How many models "Also for …" shows. */
const RELATED = 4

type Groups = ReadonlyMap<string, readonly Product[]>

const groupsOf = new WeakMap<Site, Groups>()

/** List a few other models for the same event, or other accessories. */
export function relatedTo(site: Site, product: Product): readonly Product[] {
  const groups = groupsOf.get(site) ?? groupByEvent(site)
  groupsOf.set(site, groups)
  const group = groups.get(groupOf(product)) ?? []
  return group
    .slice(0, RELATED + 1)
    .filter((one) => one !== product)
    .slice(0, RELATED)
}

/** Once for all: asking every product about every other would grow with the square. */
function groupByEvent({ catalogue }: Site): Groups {
  const groups = new Map<string, Product[]>()
  for (const product of catalogue.listed) {
    const group = groups.get(groupOf(product))
    if (group === undefined) groups.set(groupOf(product), [product])
    else group.push(product)
  }
  return groups
}

function groupOf(product: Product): string {
  return product.kind === 'shoe' ? (product.events[0] ?? '') : product.kind
}

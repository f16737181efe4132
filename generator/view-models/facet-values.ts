import type { ModelFacetKey } from '../../src/js/filters/facets.ts'
import type { Product, Shoe } from '../catalog/catalogue.ts'

/** Where the catalogue has a model's answer to each facet; accessories are asked for a brand only. */
const FACET_VALUES: Readonly<
  Record<Exclude<ModelFacetKey, 'brand'>, (shoe: Shoe) => readonly string[]>
> = {
  event: ({ events }) => events,
  gender: ({ gender }) => [gender],
  surface: ({ surfaces }) => surfaces,
  level: ({ level }) => [level],
  plate: ({ plate }) => [String(plate.stiffness)],
  pins: ({ pins }) => [String(pins.forefoot + pins.heel)],
}

/** A model's values by facet, as the page carries them: `{ event: 'sprint hurdles', … }`. */
export function facetValues(product: Product): Readonly<Partial<Record<ModelFacetKey, string>>> {
  if (product.kind !== 'shoe') return { brand: product.brand }
  const answers = Object.entries(FACET_VALUES).map(([key, valuesOf]) => [
    key,
    valuesOf(product).join(' '),
  ])
  return { brand: product.brand, ...(Object.fromEntries(answers) as Record<string, string>) }
}

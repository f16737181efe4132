import { facetOf, type FacetKey } from '../../src/js/filters/facets.ts'
import type { Site } from '../site.ts'
import { capitalize } from './capitalize.ts'

/** What a facet's value is called in the form. */
export function facetLabel(
  { words, catalogue, market }: Site,
  key: FacetKey,
  value: string,
): string {
  const { label } = facetOf(key)
  if (label === 'value') return value
  if (label === 'brand') return catalogue.brands[value]?.name ?? value
  if ('message' in label) return capitalize(words.t(label.message.replace('*', value)), market.tag)
  return value === '0' ? words.t(label.zero) : words.t(label.count, { count: Number(value) })
}

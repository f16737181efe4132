import {
  COLOUR_FAMILIES,
  EVENTS,
  GENDERS,
  LEVELS,
  SURFACES,
  WIDTHS,
} from '../../src/js/catalog/vocabulary.ts'
import type { FacetKey } from '../../src/js/filters/facets.ts'
import {
  SEARCH_VERSION,
  type SearchedProduct,
  type SearchFile,
  type SearchWords,
} from '../../src/js/search/search-file.ts'
import { textFor, type Product } from '../catalog/catalogue.ts'
import type { Site } from '../site.ts'
import { facetLabel } from './facet-label.ts'

/** The facets whose values have other words too: `search.<facet>.<value>` of the locale file. */
const WITH_OTHER_WORDS = {
  event: EVENTS,
  gender: GENDERS,
  width: WIDTHS,
  colour: COLOUR_FAMILIES,
  surface: SURFACES,
  level: LEVELS,
} as const satisfies Partial<Record<FacetKey, readonly string[]>>

/** Prepare what a search in one market needs; lists load it when someone searches. */
export function searchFile(site: Site): SearchFile {
  const { products } = site.catalogue
  return {
    version: SEARCH_VERSION,
    words: searchWords(site),
    products: Object.fromEntries(
      products.map((product) => [product.slug, searchedProduct(site, product)]),
    ),
  }
}

function searchWords(site: Site): SearchWords {
  const { t } = site.words
  const named = (
    key: FacetKey,
    values: readonly string[],
    others: (value: string) => readonly string[],
  ): readonly [FacetKey, Record<string, string>] => [
    key,
    Object.fromEntries(
      values.map((value) => [value, [facetLabel(site, key, value), ...others(value)].join(', ')]),
    ),
  ]
  return {
    ignored: t('search.ignored'),
    everything: t('search.everything'),
    sale: t('search.sale'),
    size: t('search.size'),
    values: Object.fromEntries([
      named('brand', Object.keys(site.catalogue.brands), () => []),
      ...Object.entries(WITH_OTHER_WORDS).map(([key, values]) =>
        named(key as FacetKey, values, (value) => [t(`search.${key}.${value}`)]),
      ),
    ]),
  }
}

function searchedProduct(site: Site, product: Product): SearchedProduct {
  const distance = product.kind === 'shoe' ? product.distance : undefined
  return {
    code: product['style-code'],
    words: otherWords(site, product).join(', '),
    ...(distance === undefined ? {} : { distance: [distance.from, distance.to] }),
  }
}

/** What a model is found by, beside its name, its code and what filters know of it. */
function otherWords({ words, market }: Site, product: Product): readonly string[] {
  const colours = product.colours.map(({ name }) => textFor(name, market.locale))
  if (product.kind === 'accessory') {
    return [...colours, words.t('product.accessories'), words.t(`accessory.${product.category}`)]
  }
  const { plate, 'takeoff-foot': foot } = product
  return [
    ...colours,
    ...(plate.material === 'none' ? [] : [words.t(`plate-material.${plate.material}`)]),
    ...(foot === 'both' ? [] : [words.t(`takeoff-foot.${foot}`)]),
  ]
}

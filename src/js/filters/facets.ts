import {
  COLOUR_FAMILIES,
  EVENTS,
  GENDERS,
  LEVELS,
  STIFFNESSES,
  SURFACES,
  WIDTHS,
} from '../catalog/vocabulary.ts'
import type { ListedVariant } from './listed-variant.ts'

/** How a facet's values are sorted in the form: as listed, by number, or by letter. */
export type FacetOrder = readonly string[] | 'number' | 'letter'

/**
 * The words of a value: the value itself, the brand's name, or a message of the locale file, where
 * `*` is the value. A message about a number may have one of its own for zero.
 */
export type FacetLabel =
  | 'value'
  | 'brand'
  | { readonly message: string }
  | { readonly count: string; readonly zero: string }

interface FacetWords {
  readonly order: FacetOrder
  readonly label: FacetLabel
  /** A line under the legend. */
  readonly hint?: string
  /** What a chip says, where the label alone would be unclear; the label is its `{label}`. */
  readonly chip?: string
}

/** A question about the model as a whole. The generator answers it: view-models/facet-values.ts. */
interface ModelFacet extends FacetWords {
  readonly of: 'model'
}

/** A question about one colour, width and size. */
interface VariantFacet extends FacetWords {
  readonly of: 'variant'
  readonly valuesOf: (variant: ListedVariant) => readonly string[]
}

/**
 * Every facet, in the order of the form and of the URL; the key is the URL's. Query parsing, the
 * empty filter, counting, the form and the page's index all follow from this table.
 */
export const FACETS = {
  event: { of: 'model', order: EVENTS, label: { message: 'event.*.name' } },
  gender: { of: 'model', order: GENDERS, label: { message: 'gender.*' } },
  size: {
    of: 'variant',
    // An accessory has no size a foot could ask for.
    valuesOf: ({ size }) => (size === '' ? [] : [size]),
    order: 'number',
    label: 'value',
    hint: 'filters.size-hint',
    chip: 'filters.chip-size',
  },
  width: {
    of: 'variant',
    valuesOf: ({ width }) => [width],
    order: WIDTHS,
    label: { message: 'width.*' },
  },
  brand: { of: 'model', order: 'letter', label: 'brand' },
  colour: {
    of: 'variant',
    valuesOf: ({ families }) => families,
    order: COLOUR_FAMILIES,
    label: { message: 'colour.*' },
  },
  surface: { of: 'model', order: SURFACES, label: { message: 'surface.*' } },
  level: { of: 'model', order: LEVELS, label: { message: 'level.*' } },
  plate: {
    of: 'model',
    order: STIFFNESSES,
    label: { message: 'plate-stiffness.*' },
    chip: 'filters.chip-plate',
  },
  pins: {
    of: 'model',
    order: 'number',
    label: { count: 'filters.pins-value', zero: 'filters.pins-value.none' },
  },
} as const satisfies Readonly<Record<string, ModelFacet | VariantFacet>>

/** A facet by its key in the URL. */
export type FacetKey = keyof typeof FACETS

/** The facets that the model as a whole decides. */
export type ModelFacetKey = {
  [Key in FacetKey]: (typeof FACETS)[Key]['of'] extends 'model' ? Key : never
}[FacetKey]

/** The keys of {@link FACETS}, in its order. */
export const FACET_KEYS = Object.keys(FACETS) as readonly FacetKey[]

/** Make a record with something for each facet. */
export function forEachFacet<Thing>(make: (key: FacetKey) => Thing): Record<FacetKey, Thing> {
  return Object.fromEntries(FACET_KEYS.map((key) => [key, make(key)])) as Record<FacetKey, Thing>
}

/** What to ask of a facet, whichever it is. */
export function facetOf(key: FacetKey): ModelFacet | VariantFacet {
  return FACETS[key]
}

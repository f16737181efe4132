import type { Width } from '../catalog/vocabulary.ts'
import type { ModelFacetKey } from './facets.ts'
import type { ListedVariant } from './listed-variant.ts'

export type { ListedVariant } from './listed-variant.ts'

/** What filters and sorting must know of a product. */
export interface ListedProduct {
  readonly slug: string
  readonly name: string
  /** No longer made: in no list, but found by its name while there are pairs left. */
  readonly isDiscontinued?: true
  /** What it answers to each question about the model; a facet that doesn't apply is left out. */
  readonly facets: Readonly<Partial<Record<ModelFacetKey, readonly string[]>>>
  /** What it costs now, in minor units of the page's currency. */
  readonly priceMinor: number
  readonly isOnSale: boolean
  /** ISO date. */
  readonly released: string
  /** One shoe; null for accessories. */
  readonly weightGrams: number | null
  readonly variants: readonly ListedVariant[]
}

/** A colourway as the page carries it: its families, and per width a run such as "41 41.5- 42". */
export interface PackedColour {
  readonly families: readonly string[]
  readonly runs: Readonly<Partial<Record<Width, string>>>
}

/** A product as the page carries it: variants folded into runs, a tenth of the bytes. */
export type PackedProduct = Omit<ListedProduct, 'variants' | 'facets'> & {
  readonly colours: readonly PackedColour[]
  /** Values with a space between: `{ event: 'sprint hurdles' }`. */
  readonly facets: Readonly<Partial<Record<ModelFacetKey, string>>>
}

/** Marks a size of a run as sold out. */
const SOLD_OUT = '-'

/** Write a stock table as a run: sizes in order, each sold-out one followed by a hyphen. */
export function packRun(stock: readonly (readonly [size: string, pieces: number])[]): string {
  return stock.map(([size, pieces]) => (pieces > 0 ? size : size + SOLD_OUT)).join(' ')
}

/** Unfold what the page carries into products with one entry per variant. */
export function unpackListing(packed: readonly PackedProduct[]): readonly ListedProduct[] {
  return packed.map(({ colours, facets, ...product }) => ({
    ...product,
    facets: Object.fromEntries(
      Object.entries(facets).map(([key, values]) => [key, values.split(' ')]),
    ),
    variants: colours.flatMap(({ families, runs }) =>
      Object.entries(runs).flatMap(([width, run]) =>
        run.split(' ').map((entry) => ({
          families,
          width: width as Width,
          size: entry.endsWith(SOLD_OUT) ? entry.slice(0, -1) : entry,
          isInStock: !entry.endsWith(SOLD_OUT),
        })),
      ),
    ),
  }))
}

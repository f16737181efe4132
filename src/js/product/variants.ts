import {
  variantsOf,
  type ColourData,
  type ProductData,
  type Variant,
} from '../catalog/product-data.ts'
import type { Width } from '../catalog/vocabulary.ts'
import { neighbours } from '../catalog/sizes.ts'

/** What the shopper has chosen on a product page. */
export interface Choice {
  /** Code of a colorway. */
  readonly colour: string
  readonly width: Width
  readonly size: string
}

/** What is available instead of a variant that is sold out. */
export interface Alternatives {
  /** Colorways that have this size in this width. */
  readonly colours: readonly ColourData[]
  /** Widths that have this size in this colorway. */
  readonly widths: readonly Width[]
  /** The nearest available sizes, below and above, in this colorway and width. */
  readonly sizes: readonly string[]
}

/** Find the chosen variant; undefined if the model doesn't have it. */
export function findVariant(product: ProductData, choice: Choice): Variant | undefined {
  return variantsOf(product).find(
    ({ colour, width, size }) =>
      colour.code === choice.colour && width === choice.width && size === choice.size,
  )
}

/** How many of the choice are in stock; 0 if it isn't made. */
export function stockOf(product: ProductData, choice: Choice): number {
  return findVariant(product, choice)?.stock ?? 0
}

/** List what is in stock close to a choice: other colors, other widths, sizes either side. */
export function alternativesTo(product: ProductData, choice: Choice): Alternatives {
  const inStock = variantsOf(product).filter(({ stock }) => stock > 0)
  const isChosen = {
    colour: (one: Variant) => one.colour.code === choice.colour,
    width: (one: Variant) => one.width === choice.width,
    size: (one: Variant) => one.size === choice.size,
  }
  const sizes = inStock.filter((one) => isChosen.colour(one) && isChosen.width(one))
  const near = neighbours(
    Number(choice.size),
    sizes.map(({ size }) => Number(size)),
  )
  return {
    colours: inStock
      .filter((one) => isChosen.size(one) && isChosen.width(one) && !isChosen.colour(one))
      .map(({ colour }) => colour),
    widths: inStock
      .filter((one) => isChosen.size(one) && isChosen.colour(one) && !isChosen.width(one))
      .map(({ width }) => width),
    sizes: [near.smaller, near.larger].filter((size) => size !== undefined).map(String),
  }
}

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
  /** A colourway's code. */
  readonly colour: string
  readonly width: Width
  readonly size: string
}

/** Where else there is something like a variant that is sold out. */
export interface Alternatives {
  /** Colourways that have this size in this width. */
  readonly colours: readonly ColourData[]
  /** Widths that have this size in this colourway. */
  readonly widths: readonly Width[]
  /** The nearest sizes there are, below and above, in this colourway and width. */
  readonly sizes: readonly string[]
}

/** Find what was chosen; undefined where the model has no such variant. */
export function findVariant(product: ProductData, choice: Choice): Variant | undefined {
  return variantsOf(product).find(
    ({ colour, width, size }) =>
      colour.code === choice.colour && width === choice.width && size === choice.size,
  )
}

/** Say how many there are of what was chosen; 0 where it is not made. */
export function stockOf(product: ProductData, choice: Choice): number {
  return findVariant(product, choice)?.stock ?? 0
}

/** Name what is in stock next to a choice: other colours, other widths, sizes either side. */
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

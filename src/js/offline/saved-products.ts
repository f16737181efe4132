import type { ProductData } from '../catalog/product-data.ts'

export interface SavedProduct {
  readonly name: string
  readonly path: string
}

/**
 * Find the models whose pages were saved, with the last one opened first.
 *
 * @param paths - paths of saved pages, in the order saved
 * @param products - what a model's path starts with
 */
export function savedProducts(
  catalogue: readonly ProductData[],
  paths: readonly string[],
  products: string,
): readonly SavedProduct[] {
  const names = new Map(catalogue.map(({ slug, name }) => [`${products}${slug}/`, name]))
  return paths.toReversed().flatMap((path) => {
    const name = names.get(path)
    return name === undefined ? [] : [{ name, path }]
  })
}

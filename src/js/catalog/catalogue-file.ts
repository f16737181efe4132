import { isRecord } from '../lib/json.ts'
import type { ProductData } from './product-data.ts'

/**
 * The form of `data/catalogue.<locale>.json`. Raise it with every change that a page built before
 * could not read.
 */
export const CATALOGUE_VERSION = 1

/** What `data/catalogue.<locale>.json` holds. */
export interface CatalogueFile {
  readonly version: number
  readonly products: readonly ProductData[]
}

/** The shop has been built anew since this page was opened, and in a form that it can't read. */
export class NewerCatalogueError extends Error {
  readonly version: number

  constructor(version: number) {
    super(`Catalogue ${version}, expected ${CATALOGUE_VERSION}`)
    this.version = version
  }
}

/**
 * Read the catalogue as it came over the network.
 *
 * @throws NewerCatalogueError - where a newer shop has written it
 * @throws Error - where it is something else, or a product lacks what a cart needs
 */
export function readCatalogue(data: unknown): readonly ProductData[] {
  const { version, products } = data as Partial<CatalogueFile>
  if (version !== CATALOGUE_VERSION) {
    if (Number(version) > CATALOGUE_VERSION) throw new NewerCatalogueError(Number(version))
    throw new Error(`Catalogue ${version}, expected ${CATALOGUE_VERSION}`)
  }
  if (!Array.isArray(products)) throw new Error('Catalogue without products')
  const at = products.findIndex((product) => !isProduct(product))
  if (at >= 0) throw new Error(`Product ${at} of the catalogue lacks what a cart needs`)
  return products as ProductData[]
}

function isProduct(data: unknown): boolean {
  if (!isRecord(data)) return false
  const { styleCode, name, slug, priceMinor, colours } = data
  return (
    [styleCode, name, slug].every((text) => typeof text === 'string') &&
    Number.isSafeInteger(priceMinor) &&
    Array.isArray(colours) &&
    colours.every(isColour)
  )
}

function isColour(data: unknown): boolean {
  return isRecord(data) && isRecord(data['stock']) && Object.values(data['stock']).every(isRecord)
}

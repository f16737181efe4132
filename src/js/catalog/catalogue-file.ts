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
    super(`The catalogue has version ${version}, and this page reads up to ${CATALOGUE_VERSION}`)
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
  const { version, products } = isRecord(data) ? data : {}
  if (typeof version !== 'number' || !Array.isArray(products)) {
    throw new Error('Expected a catalogue, such as {"version":1,"products":[…]}')
  }
  if (version > CATALOGUE_VERSION) throw new NewerCatalogueError(version)
  const at = products.findIndex((product) => !isProduct(product))
  if (at >= 0) throw new Error(`Product ${at} of the catalogue lacks what a cart needs`)
  return products as ProductData[]
}

const TEXTS = ['slug', 'name', 'brand', 'styleCode']
const NUMBERS = ['priceMinor', 'shippingGrams']

function isProduct(data: unknown): boolean {
  return (
    isRecord(data) &&
    TEXTS.every((key) => typeof data[key] === 'string') &&
    NUMBERS.every((key) => Number.isSafeInteger(data[key])) &&
    Array.isArray(data['colours']) &&
    data['colours'].every(isColour)
  )
}

function isColour(data: unknown): boolean {
  return (
    isRecord(data) &&
    typeof data['code'] === 'string' &&
    typeof data['name'] === 'string' &&
    isRecord(data['stock']) &&
    Object.values(data['stock']).every(isRecord)
  )
}

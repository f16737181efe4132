import { isRecord, parseJson } from '../lib/json.ts'
import type { Parsed, StoredFormat } from '../lib/stored-format.ts'
import { addLine, EMPTY_CART, isQuantity, MAX_QUANTITY, type Cart, type CartLine } from './cart.ts'

/** Storage key of the cart. Key and format are public: see docs/architecture.md. */
export const CART_KEY = 'cinder.cart'

const VERSION = 1
/** More lines than any order has. A stored cart with more is cut, and kept aside as a whole. */
export const MOST_LINES = 200
/** Longest SKU that is accepted. */
const LONGEST_SKU = 80

/**
 * Read a stored cart, whatever the text is. Lines that can be read are kept, two lines with the
 * same SKU are joined, and a quantity that is too large is lowered to the limit. Never throws.
 *
 * @param text - null if nothing is stored
 */
export function readStoredCart(text: string | null): Parsed<Cart> {
  if (text === null) return { value: EMPTY_CART, isWhole: true }
  const data = parseJson(text)
  if (!isRecord(data) || data['version'] !== VERSION || !Array.isArray(data['lines'])) {
    return { value: EMPTY_CART, isWhole: false }
  }
  const stored: unknown[] = data['lines']
  const lines = stored.slice(0, MOST_LINES).map(readLine)
  const readable = lines.filter((line) => line !== null)
  const value = readable.reduce((sum, line) => addLine(sum, line), EMPTY_CART)
  return { value, isWhole: readable.length === stored.length }
}

/** Write a cart as storage keeps it: `{"version":1,"lines":[{"sku":"…","quantity":1}]}`. */
export function writeStoredCart(cart: Cart): string {
  const lines = cart.lines.map(({ sku, quantity }) => ({ sku, quantity }))
  return JSON.stringify({ version: VERSION, lines })
}

export const CART_FORMAT: StoredFormat<Cart> = {
  key: CART_KEY,
  isShared: true,
  parse: readStoredCart,
  serialize: writeStoredCart,
}

/** Write lines as the fragment of a cart link: `lines=KT100-EMB-42.5:2,PP6X-STL-6MM:1`. */
export function toCartFragment(cart: Cart): string {
  const lines = cart.lines.map(
    ({ sku, quantity }) => `${encodeURIComponent(sku)}:${String(quantity)}`,
  )
  return `lines=${lines.join(',')}`
}

/** What a cart link says, before limits are applied. */
export interface CartLink {
  /** One per SKU, in the link's order; quantities are whole, 1 or more, and may be huge. */
  readonly lines: readonly CartLine[]
  /** How many entries were not `SKU:quantity`. */
  readonly unreadable: number
  /** How many SKUs exceeded what a cart can hold. */
  readonly leftOut: number
}

/**
 * Read the fragment of a cart link; never throws.
 *
 * @param hash - a location's hash, with or without `#`
 * @returns null if it isn't a cart link
 */
export function readCartLink(hash: string): CartLink | null {
  const list = /^#?lines=(.*)$/s.exec(hash)?.[1]
  if (list === undefined) return null
  const sums = new Map<string, number>()
  let unreadable = 0
  // A message may end its sentence right behind the link.
  const entries = list.replace(/(\d)(?:[^\w:,%]|%[\da-f]{2})+$/i, '$1').split(',')
  for (const entry of entries.filter((one) => one !== '')) {
    const [, name = '', number] = /^([^:]+):(\d{1,9})$/.exec(entry) ?? []
    const line = readLine({ sku: decode(name), quantity: Number(number) })
    if (line === null) unreadable += 1
    else sums.set(line.sku, (sums.get(line.sku) ?? 0) + Number(number))
  }
  const lines = [...sums].map(([sku, quantity]) => ({ sku, quantity }))
  return {
    lines: lines.slice(0, MOST_LINES),
    unreadable,
    leftOut: Math.max(0, lines.length - MOST_LINES),
  }
}

/** The lines of a cart link, as many of each as a line holds; see {@link readCartLink}. */
export function parseCartFragment(hash: string): Cart {
  const { lines } = readCartLink(hash) ?? EMPTY_CART
  return lines.reduce((cart, line) => addLine(cart, line), EMPTY_CART)
}

function readLine(data: unknown): CartLine | null {
  if (!isRecord(data)) return null
  const { sku, quantity } = data
  if (typeof sku !== 'string' || sku === '' || sku.length > LONGEST_SKU) return null
  // Half an emoji could not be written into a link.
  if (!sku.isWellFormed() || !isQuantity(quantity)) return null
  return { sku, quantity: Math.min(quantity, MAX_QUANTITY) }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

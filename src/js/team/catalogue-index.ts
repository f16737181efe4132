import {
  createLookup,
  variantsOf,
  type ColourData,
  type ProductData,
  type Variant,
  type VariantLookup,
} from '../catalog/product-data.ts'
import { skuOption } from '../catalog/sku.ts'
import { likeness, plainKey, plainWords } from './plain-words.ts'

/** What a text may mean: one thing, or none or several, with the closest ones. */
export type Match<Thing> =
  | { readonly kind: 'one'; readonly thing: Thing }
  | { readonly kind: 'none' | 'several'; readonly near: readonly Thing[] }

/** The catalog, indexed by what people write. */
export interface CatalogueIndex {
  readonly products: readonly ProductData[]
  readonly lookup: VariantLookup
  /** Models by name, brand and name, style code and slug, in lower case without spaces. */
  readonly byKey: ReadonlyMap<string, readonly ProductData[]>
  /** A model's variants, worked out once: a list needs them for each row at every keystroke. */
  readonly variantsOf: (product: ProductData) => readonly Variant[]
  /** What texts meant so far. */
  readonly found: Map<string, Match<ProductData>>
}

/** The most suggestions for one cell. */
const MOST_NEAR = 4
/** How alike two names must be to suggest one for the other. */
const ALIKE = 0.4

/** Index the catalog for {@link matchModel}. */
export function indexCatalogue(products: readonly ProductData[]): CatalogueIndex {
  const byKey = new Map<string, ProductData[]>()
  for (const product of products) {
    const { name, brand, styleCode, slug } = product
    const keys = [name, `${brand} ${name}`, `${name} ${brand}`, styleCode, slug].map(plainKey)
    for (const key of new Set(keys)) byKey.set(key, [...(byKey.get(key) ?? []), product])
  }
  const variants = new Map<ProductData, readonly Variant[]>()
  return {
    products,
    lookup: createLookup(products),
    byKey,
    variantsOf: (product) => {
      const known = variants.get(product)
      if (known !== undefined) return known
      const made = variantsOf(product)
      variants.set(product, made)
      return made
    },
    found: new Map(),
  }
}

/** Find the model a text means: by name, with or without brand, style code or address. */
export function matchModel(text: string, index: CatalogueIndex): Match<ProductData> {
  const known = index.found.get(text)
  if (known !== undefined) return known
  const match = findModel(text, index)
  index.found.set(text, match)
  return match
}

function findModel(text: string, index: CatalogueIndex): Match<ProductData> {
  const key = plainKey(text)
  const exact = index.byKey.get(key) ?? []
  const found = exact.length > 0 ? exact : startingWith(text, index.products)
  const [only] = found
  if (found.length === 1 && only !== undefined) return { kind: 'one', thing: only }
  if (found.length > 1) return { kind: 'several', near: found.slice(0, MOST_NEAR) }
  return { kind: 'none', near: nearest(text, index.products, ({ name }) => name) }
}

/** "Kite" means the Kite 100 unless there is another Kite. */
function startingWith(text: string, products: readonly ProductData[]): readonly ProductData[] {
  const words = plainWords(text)
  if (words.length < 3) return []
  return products.filter(({ name, brand }) =>
    [name, `${brand} ${name}`].some((one) => plainWords(one).startsWith(`${words} `)),
  )
}

/** Find the colorway of a model that a text means, by its code, its name or the start of it. */
export function matchColour(text: string, { colours }: ProductData): Match<ColourData> {
  const key = plainKey(text)
  const isExact = ({ code, name }: ColourData): boolean => [code, name].map(plainKey).includes(key)
  const isPart = ({ name }: ColourData): boolean =>
    plainWords(name).split(' ').includes(key) || plainKey(name).startsWith(key)
  const exact = colours.filter(isExact)
  const found = exact.length > 0 || key === '' ? exact : colours.filter(isPart)
  const [only] = found
  if (found.length === 1 && only !== undefined) return { kind: 'one', thing: only }
  if (found.length > 1) return { kind: 'several', near: found }
  return { kind: 'none', near: colours.slice(0, MOST_NEAR) }
}

/** Find the option of an accessory that a text means: "6 mm" for "6", "6mm" and "6 MM". */
export function matchOption(text: string, options: readonly string[]): Match<string> {
  const [first] = options
  const wanted = skuOption(text)
  if (wanted === '' && options.length === 1 && first !== undefined) {
    return { kind: 'one', thing: first }
  }
  const number = /^[\d.]+$/.test(wanted) ? wanted : null
  const found = options.filter(
    (option) => skuOption(option) === wanted || (number !== null && numberOf(option) === number),
  )
  const [only] = found
  if (found.length === 1 && only !== undefined) return { kind: 'one', thing: only }
  return { kind: found.length > 1 ? 'several' : 'none', near: options.slice(0, MOST_NEAR) }
}

function numberOf(option: string): string {
  return /^[\d.]+/.exec(option)?.[0] ?? ''
}

function nearest<Thing>(
  text: string,
  things: readonly Thing[],
  nameOf: (thing: Thing) => string,
): readonly Thing[] {
  return things
    .map((thing) => ({ thing, score: likeness(text, nameOf(thing)) }))
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_NEAR)
    .map(({ thing }) => thing)
}

import { type ColourData, type ProductData, type Variant } from '../catalog/product-data.ts'
import { WIDTHS, type Width } from '../catalog/width.ts'
import type { MessageValues, Translate } from '../lib/messages.ts'
import { normalizeCode } from '../lib/normalize.ts'
import { sizeLabel, type SizeSystem } from '../catalog/sizes.ts'
import { matchColour, matchModel, matchOption, type CatalogueIndex } from './catalogue-index.ts'
import { plainKey } from './plain-words.ts'
import { readQuantity } from './quantity-text.ts'
import { readSize, readWidth, sizesMeant } from './size-text.ts'
import { canonicalCells, type Cells, type CellField } from './team.ts'

/** A way to fix a row: the label of the button, and what it writes. */
export interface Fix {
  readonly label: string
  readonly changes: Partial<Cells>
}

/** What is wrong with a row, and where. */
export interface RowProblem {
  readonly field: CellField
  /** A message of `script.team.*`, with its values. */
  readonly problem: string
  readonly values: MessageValues
  readonly fixes: readonly Fix[]
}

/** What a row means, or why it has no meaning yet. */
export type Resolved =
  { readonly variant: Variant; readonly quantity: number } | { readonly problem: RowProblem }

/** What is needed to read a row, besides the row. */
export interface RowContext {
  readonly index: CatalogueIndex
  readonly system: SizeSystem
  readonly t: Translate
}

type Found<Thing> = { readonly thing: Thing } | { readonly problem: RowProblem }

/** The most suggestions for one row. */
const MOST_FIXES = 4

/** Find the variant that a row means, or the first thing that is missing or unknown. */
export function resolveRow(typed: Cells, context: RowContext): Resolved {
  const cells = canonicalCells(typed)
  const bySku = context.index.lookup(normalizeCode(cells.model).toUpperCase())
  return bySku === undefined ? resolveWritten(cells, context) : resolveSku(cells, bySku, context)
}

/** A SKU is enough. The other cells must not contradict it. */
function resolveSku(cells: Cells, variant: Variant, context: RowContext): Resolved {
  const { product, colour, width, size } = variant
  const or = (cell: string, other: string): string => (cell.trim() === '' ? other : cell)
  const resolved = resolveWritten(
    {
      ...cells,
      model: product.styleCode,
      colour: or(cells.colour, colour.code),
      size: or(cells.size, product.gender === null ? size : `EU ${size}`),
      width: or(cells.width, width),
    },
    context,
  )
  if ('variant' in resolved && resolved.variant.sku !== variant.sku) {
    const changes = { colour: '', size: '', width: '' }
    const fixes = [{ label: variant.sku, changes }]
    return failed({ field: 'model', problem: 'team.sku-conflict' }, { sku: variant.sku }, fixes)
  }
  return resolved
}

function resolveWritten(cells: Cells, context: RowContext): Resolved {
  const model = findModel(cells, context)
  if ('problem' in model) return model
  const colour = findColour(cells, model.thing)
  if ('problem' in colour) return colour
  const variant =
    model.thing.gender === null
      ? findOption(cells, { product: model.thing, colour: colour.thing }, context)
      : findShoe(cells, { product: model.thing, colour: colour.thing }, context)
  if ('problem' in variant) return variant
  return withQuantity(cells, variant.thing)
}

function findModel({ model }: Cells, { index }: RowContext): Found<ProductData> {
  if (model.trim() === '') return failed({ field: 'model', problem: 'team.missing-model' })
  const match = matchModel(model, index)
  if (match.kind === 'one') return match
  const fixes = match.near.map(({ name }) => ({ label: name, changes: { model: name } }))
  const what =
    match.kind === 'several'
      ? ({ field: 'model', problem: 'team.several-models' } as const)
      : ({ field: 'model', problem: 'team.unknown-model' } as const)
  return failed(what, { text: model.trim() }, fixes)
}

function findColour({ colour }: Cells, product: ProductData): Found<ColourData> {
  const [only] = product.colours
  if (colour.trim() === '' && product.colours.length === 1 && only !== undefined) {
    return { thing: only }
  }
  const fixesFor = (colours: readonly ColourData[]): Fix[] =>
    colours.map(({ name }) => ({ label: name, changes: { colour: name } }))
  const values = { text: colour.trim(), name: product.name }
  if (colour.trim() === '') {
    const fixes = fixesFor(product.colours.slice(0, MOST_FIXES))
    return failed({ field: 'colour', problem: 'team.missing-colour' }, values, fixes)
  }
  const match = matchColour(colour, product)
  if (match.kind === 'one') return match
  const what =
    match.kind === 'several'
      ? ({ field: 'colour', problem: 'team.several-colours' } as const)
      : ({ field: 'colour', problem: 'team.unknown-colour' } as const)
  return failed(what, values, fixesFor(match.near))
}

function findOption(
  { size }: Cells,
  { product, colour }: { readonly product: ProductData; readonly colour: ColourData },
  { index }: RowContext,
): Found<Variant> {
  const variants = index.variantsOf(product).filter((one) => one.colour.code === colour.code)
  const match = matchOption(
    size,
    variants.map((one) => one.size),
  )
  const variant =
    match.kind === 'one' ? variants.find((one) => one.size === match.thing) : undefined
  if (variant !== undefined) return { thing: variant }
  const near = match.kind === 'one' ? [] : match.near
  const fixes = near.map((option) => ({ label: option, changes: { size: option } }))
  const values = { text: size.trim(), name: product.name }
  if (size.trim() === '')
    return failed({ field: 'size', problem: 'team.missing-option' }, values, fixes)
  return failed({ field: 'size', problem: 'team.unknown-option' }, values, fixes)
}

function findShoe(
  cells: Cells,
  shoe: { readonly product: ProductData; readonly colour: ColourData },
  { index, system, t }: RowContext,
): Found<Variant> {
  const { product, colour } = shoe
  const text = cells.size.trim()
  const all = index.variantsOf(product).filter((one) => one.colour.code === colour.code)
  if (text === '') return failed({ field: 'size', problem: 'team.missing-size' }, rangeOf(all))
  const written = readSize(text, system)
  if (written === undefined)
    return failed({ field: 'size', problem: 'team.unreadable-size' }, { text })
  const width = findWidth({ text: cells.width.trim(), besideSize: written.width }, all, t)
  if ('problem' in width) return width
  const made = all.filter((one) => one.width === width.thing)
  const wanted = sizesMeant(written, product.gender ?? 'unisex').map(({ eu }) => eu)
  const found = made.filter(({ size }) => wanted.includes(Number(size)))
  const [only] = found
  if (found.length === 1 && only !== undefined) return { thing: only }
  if (found.length > 1) {
    return failed(
      { field: 'size', problem: 'team.several-sizes' },
      { text },
      sizeFixes(found, system),
    )
  }
  const values = { text, name: product.name, width: t(`width.${width.thing}`), ...rangeOf(made) }
  return failed(
    { field: 'size', problem: 'team.unknown-size' },
    values,
    sizeFixes(closest(made, wanted[0] ?? Number(written.label)), system),
  )
}

/** The width cell wins over a width written with the size. Without either it is regular. */
function findWidth(
  { text, besideSize }: { readonly text: string; readonly besideSize: Width | null },
  variants: readonly Variant[],
  t: Translate,
): Found<Width> {
  const made = [...new Set(variants.map((one) => one.width))]
  const usual = made.includes('regular') ? 'regular' : (made[0] ?? 'regular')
  const asked = text === '' ? (besideSize ?? usual) : readNamedWidth(text, t)
  if (asked !== null && made.includes(asked)) return { thing: asked }
  const named = made.map((one) => t(`width.${one}`))
  const fixes = named.map((name) => ({ label: name, changes: { width: name } }))
  const values = { text: asked === null ? text : t(`width.${asked}`) }
  return failed({ field: 'width', problem: 'team.unknown-width' }, values, fixes)
}

/** Read a width by its name in the page's language, or by a common abbreviation. */
function readNamedWidth(text: string, t: Translate): Width | null {
  const isCalled = (width: Width): boolean => plainKey(t(`width.${width}`)) === plainKey(text)
  return WIDTHS.find(isCalled) ?? readWidth(text)
}

function withQuantity({ quantity }: Cells, variant: Variant): Resolved {
  // Lists of athletes rarely have this column: each athlete gets one pair.
  if (quantity.trim() === '') return { variant, quantity: 1 }
  const number = readQuantity(quantity)
  if (number !== undefined) return { variant, quantity: number }
  const fixes = [{ label: '1', changes: { quantity: '1' } }]
  return failed(
    { field: 'quantity', problem: 'team.bad-quantity' },
    { text: quantity.trim() },
    fixes,
  )
}

/** Suggest sizes: in European sizes, and also in the list's own system if that is another. */
function sizeFixes(variants: readonly Variant[], system: SizeSystem): Fix[] {
  return variants.slice(0, MOST_FIXES).map(({ product, size }) => {
    const own = sizeLabel(Number(size), product.gender ?? 'unisex', system)
    const label = system === 'eu' ? `EU ${size}` : `EU ${size} (${system.toUpperCase()} ${own})`
    return { label, changes: { size: `EU ${size}` } }
  })
}

function closest(variants: readonly Variant[], eu: number): readonly Variant[] {
  const distance = ({ size }: Variant): number => Math.abs(Number(size) - eu)
  const near = variants.filter((one) => one.stock > 0 && distance(one) <= 2)
  return near
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, 3)
    .sort((a, b) => Number(a.size) - Number(b.size))
}

function rangeOf(variants: readonly Variant[]): { smallest: string; largest: string } {
  const sizes = variants.map(({ size }) => Number(size)).sort((a, b) => a - b)
  return { smallest: String(sizes[0] ?? ''), largest: String(sizes.at(-1) ?? '') }
}

function failed(
  what: Pick<RowProblem, 'field' | 'problem'>,
  values: MessageValues = {},
  fixes: readonly Fix[] = [],
): { readonly problem: RowProblem } {
  return { problem: { ...what, values, fixes } }
}

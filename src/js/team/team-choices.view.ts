import { variantsOf, type ProductData } from '../catalog/product-data.ts'
import type { Gender } from '../catalog/vocabulary.ts'
import { cloneTemplate, part } from '../lib/parts.ts'
import { compareSizes, sizeLabel, type SizeSystem } from '../catalog/sizes.ts'
import { matchColour, matchModel } from './catalogue-index.ts'
import type { Cells, CellField } from './team.ts'
import type { TeamServices } from './team-services.view.ts'

/** Fills the suggestions of a cell with what fits the cells to its left. */
export function offerChoices(
  $root: JQuery,
  { field, cells }: { readonly field: CellField; readonly cells: Cells },
  services: TeamServices,
): void {
  const options = choicesFor(field, cells, services).map((value) =>
    cloneTemplate($root, 'choice').attr('value', value),
  )
  part($root, 'choices')
    .empty()
    .append(...options)
}

function choicesFor(field: CellField, cells: Cells, services: TeamServices): readonly string[] {
  const { state, t } = services
  const products = state().index?.products ?? []
  if (field === 'model') return products.map(({ name }) => name).sort()
  const product = productOf(cells, services)
  if (product === undefined) return []
  if (field === 'colour') return product.colours.map(({ name }) => name)
  const colour = matchColour(cells.colour, product)
  const inColour = variantsOf(product).filter(
    (one) => colour.kind !== 'one' || one.colour.code === colour.thing.code,
  )
  if (field === 'width') return [...new Set(inColour.map(({ width }) => t(`width.${width}`)))]
  const sizes = [...new Set(inColour.map(({ size }) => size))].sort(compareSizes)
  const { gender } = product
  return gender === null ? sizes : sizesIn(state().team.system, sizes, gender)
}

function productOf({ model }: Cells, { state }: TeamServices): ProductData | undefined {
  const { index } = state()
  if (index === null) return undefined
  const bySku = index.lookup(model.trim().toUpperCase())
  const match = matchModel(model, index)
  return bySku?.product ?? (match.kind === 'one' ? match.thing : undefined)
}

function sizesIn(system: SizeSystem, sizes: readonly string[], gender: Gender): readonly string[] {
  const unit = system === 'eu' ? '' : `${system.toUpperCase()} `
  // The list accepts the first of "M 9 / W 10.5".
  const own = (size: string): string =>
    sizeLabel(Number(size), gender, system).replace(/^M (\S+).*/, '$1')
  return sizes.map((size) => unit + own(size))
}

import { variantsOf, type ProductData } from '../catalog/product-data.ts'
import type { Gender } from '../catalog/vocabulary.ts'
import { cloneTemplate, part } from '../lib/parts.ts'
import { compareSizes, sizeLabel, type SizeSystem } from '../catalog/sizes.ts'
import { matchColour, matchModel, indexCatalogue, type CatalogueIndex } from './catalogue-index.ts'
import type { Cells, Field } from './team.ts'
import type { TeamServices } from './team-services.view.ts'

/** Fill the list that a cell offers while it is typed in: what fits the cells left of it. */
export function offerChoices(
  $root: JQuery,
  { field, cells }: { readonly field: Field; readonly cells: Cells },
  services: TeamServices,
): void {
  const options = choicesFor(field, cells, services).map((value) =>
    cloneTemplate($root, 'choice').attr('value', value),
  )
  part($root, 'choices')
    .empty()
    .append(...options)
}

let index: CatalogueIndex | null = null

function choicesFor(field: Field, cells: Cells, services: TeamServices): readonly string[] {
  const { desk, t } = services
  if (field === 'model') return desk.products.map(({ name }) => name).sort()
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
  return gender === null ? sizes : sizesIn(desk.store.team.system, sizes, gender)
}

function productOf({ model }: Cells, { desk }: TeamServices): ProductData | undefined {
  if (index?.products !== desk.products) index = indexCatalogue(desk.products)
  const bySku = index.lookup(model.trim().toUpperCase())
  const match = matchModel(model, index)
  return bySku?.product ?? (match.kind === 'one' ? match.thing : undefined)
}

function sizesIn(system: SizeSystem, sizes: readonly string[], gender: Gender): readonly string[] {
  const unit = system === 'eu' ? '' : `${system.toUpperCase()} `
  // Of "M 9 / W 10.5" the list takes the first.
  const own = (size: string): string =>
    sizeLabel(Number(size), gender, system).replace(/^M (\S+).*/, '$1')
  return sizes.map((size) => unit + own(size))
}

import type { Variant } from '../catalog/product-data.ts'
import type { Width } from '../catalog/vocabulary.ts'
import type { Translate } from '../lib/messages.ts'
import { alternativesTo } from '../product/variants.ts'
import type { CatalogueIndex } from './catalogue-index.ts'
import { resolveRow, type Fix, type Resolved, type RowProblem } from './resolve-row.ts'
import { isBlank, type Cells, type Team, type TeamRow } from './team.ts'

/** The most suggestions for a size that is sold out. */
const MOST_FIXES = 5

/** A row, and what it means in the catalog. */
export interface CheckedRow {
  readonly row: TeamRow
  readonly isBlank: boolean
  /** Undefined if the row has no meaning yet. */
  readonly variant: Variant | undefined
  /** How many are asked for; 0 without a variant. */
  readonly asked: number
  /** How many of these are in stock after the rows above. */
  readonly granted: number
  /** Why the row, or some of it, can't be ordered. */
  readonly problem: RowProblem | null
  /** Whether the row has no name. It is still ordered. */
  readonly isNameless: boolean
}

/** The list, checked against today's catalog. */
export interface CheckedTeam {
  readonly rows: readonly CheckedRow[]
  /** How many rows have a problem. */
  readonly problemCount: number
}

interface ResolvedRow {
  readonly row: TeamRow
  /** Null for a blank row. */
  readonly resolved: Resolved | null
}

/** Check a list row by row, and its quantities against the stock for the whole list. */
export function checkTeam(team: Team, index: CatalogueIndex, t: Translate): CheckedTeam {
  const context = { index, system: team.system, t }
  const resolvedRows = team.rows.map((row): ResolvedRow => {
    return { row, resolved: isBlank(row) ? null : resolveRow(row.cells, context) }
  })
  const stockProblemOf = createStockProblem(sumAsked(resolvedRows), t)
  const left = new Map<string, number>()
  const rows = resolvedRows.map(({ row, resolved }): CheckedRow => {
    const isNameless = resolved !== null && row.cells.athlete.trim() === ''
    const base = { row, isBlank: resolved === null, isNameless }
    if (resolved === null || 'problem' in resolved) {
      const problem = resolved?.problem ?? null
      return { ...base, variant: undefined, asked: 0, granted: 0, problem }
    }
    const { variant, quantity } = resolved
    const before = left.get(variant.sku) ?? variant.stock
    const granted = Math.min(quantity, before)
    left.set(variant.sku, before - granted)
    const problem = granted === quantity ? null : stockProblemOf(variant)
    return { ...base, variant, asked: quantity, granted, problem }
  })
  return { rows, problemCount: rows.filter(({ problem }) => problem !== null).length }
}

/** How many of each SKU the whole list asks for. */
function sumAsked(rows: readonly ResolvedRow[]): ReadonlyMap<string, number> {
  const asked = new Map<string, number>()
  for (const { resolved } of rows) {
    if (resolved === null || 'problem' in resolved) continue
    const { sku } = resolved.variant
    asked.set(sku, (asked.get(sku) ?? 0) + resolved.quantity)
  }
  return asked
}

/** The problem of a SKU is worked out once, however many rows share it. */
function createStockProblem(
  asked: ReadonlyMap<string, number>,
  t: Translate,
): (variant: Variant) => RowProblem {
  const known = new Map<string, RowProblem>()
  return (variant) => {
    const { sku } = variant
    const problem = known.get(sku) ?? stockProblem(variant, asked.get(sku) ?? 0, t)
    known.set(sku, problem)
    return problem
  }
}

function stockProblem(variant: Variant, asked: number, t: Translate): RowProblem {
  const fixes = alternatives(variant, t)
  const isAlone = fixes.length === 0
  // `count` decides the plural form, so it is what is left.
  const rest = { field: 'size', values: { count: variant.stock, asked }, fixes } as const
  if (variant.stock === 0) {
    return isAlone
      ? { problem: 'team.sold-out-alone', ...rest, values: {} }
      : { problem: 'team.sold-out', ...rest, values: {} }
  }
  return isAlone
    ? { problem: 'team.over-stock-alone', ...rest }
    : { problem: 'team.over-stock', ...rest }
}

/** Each writes the whole row, because a SKU in the model's cell would contradict the new size. */
function alternatives({ product, colour, width, size }: Variant, t: Translate): readonly Fix[] {
  const near = alternativesTo(product, { colour: colour.code, width, size })
  const written = (one: string): string => (product.gender === null ? one : `EU ${one}`)
  const worded = (one: Width): string => (one === 'regular' ? '' : t(`width.${one}`))
  const as = (changes: Partial<Cells>): Partial<Cells> => ({
    model: product.name,
    colour: colour.name,
    size: written(size),
    width: worded(width),
    ...changes,
  })
  const fixes = [
    ...near.sizes.map((one) => ({ label: written(one), changes: as({ size: written(one) }) })),
    ...near.widths.map((one) => ({
      label: t(`width.${one}`),
      changes: as({ width: t(`width.${one}`) }),
    })),
    ...near.colours.map(({ name }) => ({ label: name, changes: as({ colour: name }) })),
  ]
  return fixes.slice(0, MOST_FIXES)
}

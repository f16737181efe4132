import type { Variant } from '../catalog/product-data.ts'
import { compareSizes } from '../catalog/sizes.ts'
import type { CheckedRow, CheckedTeam } from './check-team.ts'
import { plainKey } from './plain-words.ts'

/** How many of one SKU the list orders. */
export interface ArticleTotal {
  readonly variant: Variant
  /** 1 or more, never above the stock. */
  readonly quantity: number
  readonly totalMinor: number
}

/** What one athlete gets. */
export interface AthleteTotal {
  /** As written in the athlete's first row; empty for rows without a name. */
  readonly athlete: string
  readonly rows: readonly CheckedRow[]
  readonly quantity: number
  readonly totalMinor: number
}

/** The list's totals, in minor units. */
export interface TeamTotals {
  /** By model, colour, width and size. */
  readonly articles: readonly ArticleTotal[]
  /** In the order of the list. */
  readonly athletes: readonly AthleteTotal[]
  readonly quantity: number
  readonly totalMinor: number
}

/** Add up a checked list, without what can't be ordered. */
export function sumTeam({ rows }: CheckedTeam): TeamTotals {
  const articles = sumArticles(rows)
  return {
    articles,
    athletes: sumAthletes(rows),
    quantity: articles.reduce((sum, one) => sum + one.quantity, 0),
    totalMinor: articles.reduce((sum, one) => sum + one.totalMinor, 0),
  }
}

function sumArticles(rows: readonly CheckedRow[]): readonly ArticleTotal[] {
  const bySku = new Map<string, { variant: Variant; quantity: number }>()
  for (const { variant, granted } of rows) {
    if (variant === undefined || granted === 0) continue
    const quantity = (bySku.get(variant.sku)?.quantity ?? 0) + granted
    bySku.set(variant.sku, { variant, quantity })
  }
  return [...bySku.values()].sort(compareArticles).map(({ variant, quantity }) => ({
    variant,
    quantity,
    totalMinor: quantity * variant.product.priceMinor,
  }))
}

function sumAthletes(rows: readonly CheckedRow[]): readonly AthleteTotal[] {
  const byName = new Map<string, CheckedRow[]>()
  for (const row of rows) {
    if (row.isBlank) continue
    const name = row.row.cells.athlete
    // A name made of symbols has no plain form, but it is still a name.
    const key = plainKey(name) || name.trim()
    byName.set(key, [...(byName.get(key) ?? []), row])
  }
  return [...byName.values()].map((own) => ({
    athlete: own[0]?.row.cells.athlete.trim() ?? '',
    rows: own,
    quantity: own.reduce((sum, { granted }) => sum + granted, 0),
    totalMinor: own.reduce((sum, row) => sum + amountOf(row), 0),
  }))
}

/** What a row costs, in minor units. */
export function amountOf({ variant, granted }: CheckedRow): number {
  return granted * (variant?.product.priceMinor ?? 0)
}

type Articled = Pick<ArticleTotal, 'variant'>

function compareArticles({ variant: a }: Articled, { variant: b }: Articled): number {
  return (
    compareText(a.product.name, b.product.name) ||
    compareText(a.colour.name, b.colour.name) ||
    compareText(a.width, b.width) ||
    compareSizes(a.size, b.size) ||
    compareText(a.sku, b.sku)
  )
}

/** Not by the browser's language, so that a printed sheet is the same everywhere. */
function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

import Papa from 'papaparse'
import { toMajor } from '../lib/money.ts'
import type { CheckedRow } from './check-team.ts'
import { escapeFormula } from './csv-formula.ts'
import { amountOf } from './team-totals.ts'
import { FIELDS } from './team.ts'

/** What the file says above its columns, and in which money. */
export interface CsvWords {
  /** For the six columns of the list, then SKU, price and total. */
  readonly headers: readonly string[]
  /** ISO 4217. */
  readonly currency: string
}

/**
 * Write the list as a CSV file that a spreadsheet opens and {@link readTable} reads back: as typed,
 * with the SKU and the sums beside it. CRLF ends its lines, as RFC 4180 has it.
 */
export function writeTeamCsv(rows: readonly CheckedRow[], { headers, currency }: CsvWords): string {
  const lines = rows
    .filter(({ isBlank }) => !isBlank)
    .map((row) => {
      const { variant } = row
      const typed = FIELDS.map((field) => escapeFormula(row.row.cells[field]))
      if (variant === undefined) return [...typed, '', '', '']
      const amounts = [variant.product.priceMinor, amountOf(row)]
      return [...typed, variant.sku, ...amounts.map((minor) => String(toMajor(minor, currency)))]
    })
  // Excel takes a file for UTF-8 only when it begins with a mark.
  return `\uFEFF${Papa.unparse([[...headers], ...lines], { newline: '\r\n' })}\r\n`
}

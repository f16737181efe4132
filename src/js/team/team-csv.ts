import Papa from 'papaparse'
import { toMajor } from '../lib/money.ts'
import type { CheckedRow } from './check-team.ts'
import { escapeFormula } from './csv-formula.ts'
import { amountOf } from './team-totals.ts'
import { FIELDS } from './team.ts'

/** The file's headers, and its currency. */
export interface CsvWords {
  /** For the six columns of the list, then SKU, price and total. */
  readonly headers: readonly string[]
  /** ISO 4217. */
  readonly currency: string
}

/**
 * Write the list as a CSV file for spreadsheets and for {@link readTable}: as typed, with SKUs and
 * totals beside it. Lines end in CRLF, as RFC 4180 requires.
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
  // Excel only recognizes UTF-8 by a byte order mark.
  return `\uFEFF${Papa.unparse([[...headers], ...lines], { newline: '\r\n' })}\r\n`
}

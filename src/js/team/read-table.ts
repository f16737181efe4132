import Papa from 'papaparse'

/** Longest text to read: thousands of rows. */
const LONGEST = 2_000_000

/**
 * Split a text into rows and cells: from a spreadsheet's clipboard (tabs between cells, quotes
 * around line breaks) or from a CSV file with commas, semicolons or bars. Rows without any content
 * are left out. Never throws.
 *
 * @param cells - `tabbed` if the text comes from the clipboard, where "42,5" is a single cell
 */
export function readTable(
  text: string,
  cells: 'tabbed' | 'any' = 'any',
): readonly (readonly string[])[] {
  const whole = text.replace(/^\uFEFF/, '').slice(0, LONGEST)
  const delimiter = cells === 'tabbed' ? '\t' : delimiterOf(whole)
  const parsed = parse(whole, delimiter, '"')
  // A name such as "Speedy" Gonzales isn't a quoted cell, so keep the quotes.
  const isBroken = parsed.errors.some(({ type }) => type === 'Quotes')
  return (isBroken ? parse(whole, delimiter, '\0') : parsed).data
}

function parse(text: string, delimiter: string, quoteChar: string): Papa.ParseResult<string[]> {
  return Papa.parse<string[]>(text, {
    delimiter,
    quoteChar,
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '|'],
  })
}

/** A tab in the first lines means a spreadsheet. For other texts the parser guesses. */
function delimiterOf(text: string): string {
  const start = text.slice(0, 2000)
  return start.replace(/"(?:[^"]|"")*"/g, '').includes('\t') ? '\t' : ''
}

/** Whether a pasted text has more than one cell. */
export function isTable(text: string): boolean {
  return /[\t\n\r]/.test(text.trim())
}

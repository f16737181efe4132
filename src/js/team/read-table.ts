import Papa from 'papaparse'

/** Longest text that is read at once: thousands of rows. */
const LONGEST = 2_000_000

/**
 * Cut a text into rows and cells: what a spreadsheet puts on the clipboard (tabs between cells,
 * quotes round one with a line break) or a CSV file with commas, semicolons or bars. Rows without
 * anything in them are left out. Never throws.
 *
 * @param cells - `tabbed` where the text can only be a clipboard's: a lone column of "42,5" is one
 */
export function readTable(
  text: string,
  cells: 'tabbed' | 'any' = 'any',
): readonly (readonly string[])[] {
  const whole = text.replace(/^\uFEFF/, '').slice(0, LONGEST)
  const delimiter = cells === 'tabbed' ? '\t' : delimiterOf(whole)
  const parsed = parse(whole, delimiter, '"')
  // A name such as "Speedy" Gonzales is no broken quotation: take the marks as they stand.
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

/** A tab in the first lines can only come from a spreadsheet; for the rest the parser guesses. */
function delimiterOf(text: string): string {
  const start = text.slice(0, 2000)
  return start.replace(/"(?:[^"]|"")*"/g, '').includes('\t') ? '\t' : ''
}

/** Whether a pasted text is more than what one cell holds. */
export function isTable(text: string): boolean {
  return /[\t\n\r]/.test(text.trim())
}

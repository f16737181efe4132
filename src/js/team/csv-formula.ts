/**
 * What a spreadsheet would run as a formula, even after spaces or apostrophes. It still matches
 * with one more apostrophe, so that removing one undoes adding one.
 */
const FORMULA = /^[\s']*[=+\-@＝＋－＠]|^'*[\t\r\n]/

/**
 * Escape a cell so that no spreadsheet runs it: `=1+1` becomes `'=1+1`.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function escapeFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** Undo {@link escapeFormula}. Other texts stay as they are. */
export function unescapeFormula(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text
}

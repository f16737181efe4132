/**
 * What a spreadsheet would take for a formula, also behind spaces or apostrophes. With an apostrophe
 * more it still is one, so that taking one off undoes adding one.
 */
const FORMULA = /^[\s']*[=+\-@＝＋－＠]|^'*[\t\r\n]/

/**
 * Make a cell that no spreadsheet runs: `=1+1` becomes `'=1+1`.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function escapeFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** Take back {@link escapeFormula}; every other text stays as it is. */
export function unescapeFormula(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text
}

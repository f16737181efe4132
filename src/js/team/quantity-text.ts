import { parseQuantity } from '../cart/quantity.ts'
import { normalizeCode } from '../lib/normalize.ts'

/** "x2", "2 ×", "2 pairs", "2 pcs."; a comma before zeros as in "2,0". */
const COUNTED =
  /^(?:[x×*] ?)?(\d+(?:[.,]0{1,2})?)(?: ?(?:[x×*]|pairs?|prs?|pieces?|pcs?|pc|ea|each)\.?)?$/i

/** Read a quantity as a coach writes it; undefined if it isn't a whole number, 1 or more. */
export function readQuantity(text: string): number | undefined {
  const number = COUNTED.exec(normalizeCode(text))?.[1]
  return number === undefined ? undefined : parseQuantity(number.replace(',', '.'))
}

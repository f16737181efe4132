import { normalizeCode } from '../lib/normalize.ts'
import { FACETS, type FacetKey } from './facets.ts'

/** What the texts of one facet mean, and what they leave open. */
interface ReadValues {
  readonly values: ReadonlySet<string>
  readonly unknown: readonly string[]
}

/**
 * Read a facet's values as they are meant: in any case, with blanks or none for hyphens, with what a
 * chat or an email glues to the end of a link, and several with commas between.
 */
export function readValues(
  texts: readonly string[],
  key: FacetKey,
  offered: readonly string[],
): ReadValues {
  const fold = FACETS[key].order === 'number' ? foldNumber : foldWord
  const byFold = new Map(offered.map((value) => [fold(value), value]))
  const values = new Set<string>()
  const unknown = new Set<string>()
  for (const text of texts) {
    const whole = byFold.get(fold(text))
    const parts = whole === undefined ? text.split(/[,;|]/) : []
    if (whole !== undefined) values.add(whole)
    for (const part of parts) {
      const value = byFold.get(fold(part))
      if (value !== undefined) values.add(value)
      else if (/[\p{L}\p{N}]/u.test(part)) unknown.add(part.trim())
    }
  }
  return { values, unknown: [...unknown] }
}

/** Read the one of some values that a text means, in the same way. */
export function readOne<Value extends string>(
  text: string,
  offered: readonly Value[],
): Value | undefined {
  const folded = foldWord(text)
  return offered.find((value) => foldWord(value) === folded)
}

const ON = ['', '1', 'on', 'true', 'yes']
const OFF = ['0', 'off', 'false', 'no']

/** A switch is on by `sale=1`, as our own form writes, or `sale`, `sale=on`, `sale=true` by hand. */
export function isOn(text: string): boolean {
  return ON.includes(foldWord(text))
}

export function isOff(text: string): boolean {
  return OFF.includes(foldWord(text))
}

/** "Cross_Country." → "crosscountry". */
function foldWord(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** "EU 42,50)" → "42.5"; the text itself where it is not a number, which none is. */
function foldNumber(text: string): string {
  const plain = normalizeCode(text.replace(/\s*½/, '.5'))
  const [, number] = /^["'“‘([<]*(?:eu)?\s*(\d+(?:[.,]\d+)?)[^\p{L}\p{N}]*$/iu.exec(plain) ?? []
  return number === undefined ? text : String(Number(number.replace(',', '.')))
}

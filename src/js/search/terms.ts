import type { Language } from './language.ts'

/** A word as the index has it, and as it was typed. */
export interface Term {
  /** "javelin", "kite", "100", or a distance such as "5000m". */
  readonly term: string
  /** Without the plural folded: what a longer word may start with. */
  readonly typed: string
}

/** Letters that Unicode does not split into a base and a mark, and the sigma at a word's end. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
}

/** Distances in meters that are not longer than this get one form; a longer one isn't run. */
const LONGEST_DISTANCE = 1_000_000

/**
 * Turn a text into terms, the same way for what is searched and for what is searched for.
 *
 * Case, accents, width, punctuation and plurals are folded; letters and digits part; a distance has
 * one form. "Kite100", "KITE-100" and "kite 100" all are `kite` `100`; "5k" and "5,000 meters" are
 * `5000m`. A text without a letter or digit has no terms.
 */
export function termsOf(text: string, language: Language): readonly Term[] {
  const terms: Term[] = []
  for (const word of wordsIn(foldLetters(text, language.tag))) {
    if (language.ignored.has(word)) continue
    const term = isNumber(word) ? plainNumber(word) : singularOf(word, language)
    terms.push(...takeBack(terms, { term, typed: word }, language))
  }
  return terms
}

/** Whether a term is a number, without a unit. */
export function isNumber(term: string): boolean {
  return /^\d/.test(term) && !term.endsWith('m')
}

/** Fold what makes no difference to a reader: case, accents, full-width and other forms. */
export function foldLetters(text: string, tag: string): string {
  return (
    text
      // Before anything else, since "´" alone counts as a blank with an accent.
      .replace(/(\p{L})['’ʼ`´](?=\p{L})/gu, '$1')
      .normalize('NFKC')
      .toLocaleLowerCase(tag)
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/[ßæœøłđðþıς]/g, (letter) => WHOLE_LETTERS[letter] ?? letter)
      .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
  )
}

function wordsIn(folded: string): readonly string[] {
  const spaced = folded
    .replace(/×/g, ' x ')
    // Written without blanks between words, so each sign counts as one.
    .replace(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/gu, ' $& ')
    // "10 000" is one number.
    .replace(/(\d) (?=000(?!\d))/g, '$1')
  return spaced.match(/\d+(?:[.,]\d+)*|\p{L}+/gu) ?? []
}

function singularOf(word: string, { singular, ignored }: Language): string {
  const one = singular(word)
  // A name such as "Fors" must not become a word that says nothing.
  return ignored.has(one) ? word : one
}

/** "5,000" → "5000", "42,5" → "42.5", "042.0" → "42". */
function plainNumber(word: string): string {
  const digits = /^\d{1,3}(?:[.,]\d{3})+$/.test(word) ? word.replace(/[.,]/g, '') : word
  const plain = digits.replaceAll(',', '.').replace(/^0+(?=\d)/, '')
  return /^\d+\.\d+$/.test(plain) ? plain.replace(/\.?0+$/, '') : plain
}

/** Join a term to the number before it, where they belong together: what to add in their place. */
function takeBack(terms: Term[], next: Term, language: Language): readonly Term[] {
  // "4x100" is run in what is run in at 100.
  if (isNumber(next.term) && isTimes(terms)) terms.splice(-2)
  const number = terms.at(-1)?.term ?? ''
  const distance = isNumber(number) ? distanceIn(number, next.term, language) : null
  if (distance === null) return [next]
  terms.pop()
  return [{ term: distance, typed: distance }]
}

/** "5" and "k" are "5000m". */
function distanceIn(number: string, unit: string, { units }: Language): string | null {
  if (!Object.hasOwn(units, unit)) return null
  const meters = Math.round(Number(number) * (units[unit] ?? 1))
  return meters > 0 && meters <= LONGEST_DISTANCE ? `${String(meters)}m` : null
}

/** Whether terms end with a number and "x": "4 x". */
function isTimes(terms: readonly Term[]): boolean {
  return terms.at(-1)?.term === 'x' && isNumber(terms.at(-2)?.term ?? '')
}

/** Most of what is typed is plain ASCII with single blanks, which nothing below would change. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/

/** Control characters except tabs and line breaks, half emoji, and marks that no one sees. */
const INVISIBLE_IN_CODE = /(?![\t-\r\x85])[\p{Cc}\p{Cf}\p{Cs}\p{DI}]/gu

/**
 * The same for text, where some marks do something: joiners (Persian, Hindi), variation selectors
 * and tags (emoji) stay. Marks that change the direction of the text around them do not.
 */
const INVISIBLE_IN_TEXT =
  /(?![\t-\r\x85])[\p{Cc}\p{Cs}\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu

/** Braille's empty cell and the Hangul fillers look like blanks but are letters to Unicode. */
const BLANKS = /[\s\x85\u2800\u3164\uffa0]+/gu

/** Joiners at the start of a word join nothing. */
const LOOSE_JOINERS = /(^| )[ \u200c\u200d]+/g

const FULL_WIDTH = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g

/** "9½" is 9 1/2, and must not become 91/2; "2²" is not 22. */
const RAISED = /(\p{Nd})(?=[\xb2\xb3\xb9\xbc-\xbe\u2070-\u2089\u2150-\u215e])/gu

/** Dashes of all kinds, minus signs, and what a Japanese keyboard types for a dash between digits. */
const DASHES = /[\p{Pd}\u2043\u2212]|(?<digit>\p{Nd}) ?[\u2500\u30fc](?= ?\p{Nd})/gu

/**
 * Normalize what machines read: post codes, email addresses, phone numbers, sizes, quantities.
 * Full-width and other digits become ASCII digits, all blanks single spaces, all dashes `-`, and
 * invisible marks go. Doing it twice changes nothing more.
 */
export function normalizeCode(text: string): string {
  if (PLAIN.test(text)) return text
  return text
    .replace(INVISIBLE_IN_CODE, '')
    .replace(BLANKS, ' ')
    .replace(RAISED, '$1 ')
    .normalize('NFKC')
    .replace(DASHES, (_, digit: string | undefined) => `${digit ?? ''}-`)
    .replace(/\p{Nd}/gu, toAsciiDigit)
    .replace(/[\u2044\u2215]/g, '/')
    .replace(BLANKS, ' ')
    .trim()
}

/**
 * Normalize a line that people read: names, streets, cities. Letters stay as they are, except
 * full-width Latin ones. Doing it twice changes nothing more.
 */
export function normalizeText(text: string): string {
  if (PLAIN.test(text)) return text
  return text
    .replace(INVISIBLE_IN_TEXT, '')
    .replace(BLANKS, ' ')
    .replace(LOOSE_JOINERS, '$1')
    .replace(FULL_WIDTH, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .normalize('NFC')
    .trim()
}

/** Normalize a text of several lines, such as a note. At most one line in a row is empty. */
export function normalizeLines(text: string): string {
  return text
    .split(/\r\n?|[\n\x85\u2028\u2029]/)
    .map(normalizeText)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Digits of every script come in runs of ten, which start at a code point ending in 0 or 6. */
function toAsciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  const last = code % 16
  const isFromZero = last < 6 || (last < 10 && /\p{Nd}/u.test(String.fromCodePoint(code - last)))
  return String(isFromZero ? last : last - 6)
}

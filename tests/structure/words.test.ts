import { describe, expect, test } from 'vitest'
import { readSource, sourcesIn, type Source } from './sources.ts'

/** A line of text that people read, with its place in the repository. */
interface Line {
  readonly path: string
  readonly number: number
  readonly text: string
}

interface Sign {
  readonly pattern: RegExp
  readonly instead: string
}

/** Words that make English text read like a translation. */
const OLD_VOICE: readonly Sign[] = [
  {
    pattern: /(?<!\bthere )\b(?:is|are|was|were) no (?!longer\b|more\b|less\b)/i,
    instead: '“is not a …”, “doesn’t have …” or “there is no …”',
  },
  { pattern: /\bnobody\b/i, instead: '“no one”, or say who' },
  { pattern: /\bsomebody\b/i, instead: '“someone”' },
  { pattern: /\bstands?\b/i, instead: '“is”' },
  { pattern: /\bmend(?:s|ed|ing)?\b/i, instead: '“fix”' },
  { pattern: /\btold\b/i, instead: '“says”, “shows” or “lists”' },
  { pattern: /\banew\b/i, instead: '“again”' },
  { pattern: /\ball the same\b/i, instead: '“anyway”' },
  { pattern: /\bsent elsewhere\b/i, instead: 'say where' },
]

/** Shoppers and owners read American English; names in code keep their spelling. */
const BRITISH: readonly Sign[] = [
  { pattern: /colour/i, instead: '“color”' },
  { pattern: /\bgrey\b/i, instead: '“gray”' },
  { pattern: /\blicence/i, instead: '“license”' },
  { pattern: /\bcatalogue/i, instead: '“catalog”' },
  { pattern: /\be-mail/i, instead: '“email”' },
  { pattern: /(?:cent|milli|kilo|\b)metre/i, instead: '“meter”' },
  { pattern: /fibre/i, instead: '“fiber”, “fiberglass”' },
  { pattern: /\baluminium\b/i, instead: '“aluminum”' },
  { pattern: /\bcancelled\b/i, instead: '“canceled”' },
  { pattern: /\bworking days?\b/i, instead: '“business days”' },
]

interface Allowance {
  readonly path: string
  /** Part of the line; empty for the whole file. */
  readonly text: string
  readonly reason: string
}

const ALLOWED: readonly Allowance[] = [
  {
    path: 'src/locales/en.json',
    text: 'Stand on a sheet of paper',
    reason: 'the shopper really stands on it',
  },
  {
    path: 'src/locales/en.json',
    text: 'colourway, colorway',
    reason: 'column names that coaches type, in either spelling',
  },
  {
    path: 'src/locales/en.json',
    text: 'grey, silver',
    reason: 'words that shoppers search for, in either spelling',
  },
]

function linesOf({ path, text }: Source): readonly Line[] {
  return text.split('\n').map((line, index) => ({ path, number: index + 1, text: line }))
}

/** The values of a locale file, which has one message per line. */
function messagesOf(source: Source): readonly Line[] {
  return linesOf(source).map((line) => ({
    ...line,
    // Placeholders such as {colour} are names.
    text: (/": "(.*)",?$/.exec(line.text)?.[1] ?? '').replace(/\{\w+\}/g, ''),
  }))
}

/** Prose without code, addresses and the text of a generated block. */
function proseOf({ path, text }: Source): readonly Line[] {
  const blank = (block: string): string => block.replace(/[^\n]/g, ' ')
  const prose = text
    .replace(/^```.*?^```/gms, blank)
    .replace(/`[^`]*`/g, blank)
    .replace(/\]\([^)]*\)|https?:\S+/g, blank)
  return linesOf({ path, text: prose })
}

/** String literals, in which errors and warnings are written. */
function stringsOf({ path, text }: Source): readonly Line[] {
  const code = text.replace(/\/\*.*?\*\//gs, (comment) => comment.replace(/[^\n]/g, ' '))
  return linesOf({ path, text: code }).map((line) => ({
    ...line,
    text: [...line.text.replace(/(^|\s)\/\/ .*$/, '').matchAll(/(['"`])((?:\\.|(?!\1).)*)\1/g)]
      .map(([, , literal = '']) => literal)
      .filter((literal) => literal.includes(' '))
      .join(' | '),
  }))
}

function isCovered({ path, text }: Allowance, line: Line): boolean {
  return line.path === path && line.text.includes(text)
}

function findSigns(lines: readonly Line[], signs: readonly Sign[]): readonly Line[] {
  return lines.filter(({ text }) => signs.some(({ pattern }) => pattern.test(text)))
}

function describeLine({ path, number, text }: Line, signs: readonly Sign[]): string {
  const found = signs.flatMap(({ pattern, instead }) => {
    const match = pattern.exec(text)
    return match === null ? [] : [`“${match[0].trim()}”: write ${instead}`]
  })
  return `${path}:${String(number)} ${found.join('; ')} (${text.trim().slice(0, 80)})`
}

const locales = [readSource('src/locales/en.json')].flatMap(messagesOf)
const readme = proseOf(readSource('README.md'))
const documents = [...sourcesIn(['docs'], '.md'), readSource('CHANGELOG.md')].flatMap(proseOf)
const messages = [...sourcesIn(['generator'], '.ts'), ...sourcesIn(['scripts'], '.mjs')].flatMap(
  stringsOf,
)
const ownersDocuments = ['docs/selling.md', 'docs/deploy.md'].map(readSource).flatMap(proseOf)

/** What is read by whom, and the signs it must not have. */
const READ: readonly (readonly [what: string, lines: readonly Line[], signs: readonly Sign[]])[] = [
  ['text for shoppers', locales, OLD_VOICE],
  ['documents', [...readme, ...documents], OLD_VOICE],
  ['messages for owners', messages, OLD_VOICE],
  ['spelling for shoppers', locales, BRITISH],
  ['spelling for owners', [...readme, ...ownersDocuments], BRITISH],
]

describe('plain English', () => {
  test.each(READ)('in %s', (_, lines, signs) => {
    const found = findSigns(lines, signs).filter(
      (line) => !ALLOWED.some((one) => isCovered(one, line)),
    )

    expect(found.map((line) => describeLine(line, signs))).toEqual([])
  })

  test.each(ALLOWED)('allows only what is in use: $path $text', (allowance) => {
    const used = READ.some(([, lines, signs]) =>
      findSigns(lines, signs).some((line) => isCovered(allowance, line)),
    )

    expect(used, 'No line needs this allowance: remove it').toBe(true)
  })

  test.each([
    ['This is no size.', OLD_VOICE],
    ['It stands in the file.', OLD_VOICE],
    ['Nobody is told.', OLD_VOICE],
    ['A gray colour', BRITISH],
  ])('finds what is wrong with “%s”', (text, signs) => {
    expect(findSigns([{ path: 'x', number: 1, text }], signs)).toHaveLength(1)
  })

  test.each([
    ['There is no spare pair.', OLD_VOICE],
    ['It is no longer made.', OLD_VOICE],
    ['They recommend standards.', OLD_VOICE],
    ['A gray color, 400 meters', BRITISH],
  ])('accepts “%s”', (text, signs) => {
    expect(findSigns([{ path: 'x', number: 1, text }], signs)).toEqual([])
  })
})

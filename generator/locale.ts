import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createTranslate, type Messages, type Translate } from '../src/js/lib/messages.ts'
import type { Market } from './catalog/catalogue.ts'

/** A language's texts: all of them for templates, and those that scripts use. */
export interface Words {
  readonly t: Translate
  /**
   * `script.*` of the locale file, without that prefix; a group is the part before the first dot.
   */
  readonly scriptMessages: Messages
}

const FOLDER = 'src/locales'

/** List the languages of `src/locales/`, by their file names. */
export function localesIn(root: string): readonly string[] {
  return readdirSync(join(root, FOLDER))
    .filter((file) => file.endsWith('.json'))
    .map((file) => basename(file, '.json'))
    .sort()
}

/**
 * Read `src/locales/<locale>.json`.
 *
 * @param root - the project's folder
 * @param market - its language, and its BCP 47 tag for plurals and numbers
 */
export function loadWords(root: string, { locale, tag }: Pick<Market, 'locale' | 'tag'>): Words {
  const file = join(root, FOLDER, `${locale}.json`)
  const messages = flatten(JSON.parse(readFileSync(file, 'utf8')) as Tree)
  const scriptMessages = Object.fromEntries(
    Object.entries(messages)
      .filter(([key]) => key.startsWith('script.'))
      .map(([key, text]) => [key.slice('script.'.length), text]),
  )
  return { t: createTranslate(messages, tag), scriptMessages }
}

/** The groups of script texts on every page, which `src/js/site/` uses. */
export const SITE_WORDS = ['cart-count', 'storage', 'offline'] as const

/**
 * Choose the texts for a page's scripts.
 *
 * @param groups - `words` of its front matter, in addition to the groups on every page
 * @throws Error - if the locale file lacks a group
 */
export function wordsOf({ scriptMessages }: Words, groups: readonly string[]): Messages {
  const wanted = new Set<string>([...SITE_WORDS, ...groups])
  const chosen = Object.entries(scriptMessages).filter(([key]) => wanted.has(groupOf(key)))
  const found = new Set(chosen.map(([key]) => groupOf(key)))
  for (const group of wanted) {
    if (!found.has(group)) throw new Error(`src/locales/ has no words under script.${group}`)
  }
  return Object.fromEntries(chosen)
}

/** `cart.sold-out` is in the group `cart`. */
function groupOf(key: string): string {
  return key.slice(0, key.indexOf('.'))
}

interface Tree {
  readonly [key: string]: string | Tree
}

function flatten(tree: Tree, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[prefix + key, value]]
        : Object.entries(flatten(value, `${prefix}${key}.`)),
    ),
  )
}

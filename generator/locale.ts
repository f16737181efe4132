import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTranslate, type Messages, type Translate } from '../src/js/lib/messages.ts'
import type { Market } from './catalog/catalogue.ts'

/** A language's words: all of them for templates, and the few that scripts need. */
export interface Words {
  readonly t: Translate
  readonly scriptMessages: Messages
}

/**
 * Read `src/locales/<locale>.json`.
 *
 * @param root - the project's folder
 * @param market - its language, and its BCP 47 tag for plurals and numbers
 */
export function loadWords(root: string, { locale, tag }: Pick<Market, 'locale' | 'tag'>): Words {
  const file = join(root, 'src/locales', `${locale}.json`)
  if (!existsSync(file)) {
    throw new Error(`A market in catalog/shop.yaml has the locale "${locale}": it needs ${file}`)
  }
  const messages = flatten(JSON.parse(readFileSync(file, 'utf8')) as Tree)
  const scriptMessages = Object.fromEntries(
    Object.entries(messages)
      .filter(([key]) => key.startsWith('script.'))
      .map(([key, text]) => [key.slice('script.'.length), text]),
  )
  return { t: createTranslate(messages, tag), scriptMessages }
}

/** Script words that only their own pages carry: all pages would pay for them else. */
const PAGE_GROUPS = {
  share: ['share'],
  pictures: ['viewer', 'zoom'],
  team: ['team'],
  orders: ['checkout', 'order', 'hand-off'],
} as const

/** The script words that every page carries. */
export function siteMessages({ scriptMessages }: Words): Messages {
  return choose(
    scriptMessages,
    (key) => !Object.values(PAGE_GROUPS).some((groups) => isIn(groups, key)),
  )
}

/** The script words of some pages, for the pages that need them: see the partial `page-words`. */
export function pageMessages({ scriptMessages }: Words, pages: keyof typeof PAGE_GROUPS): Messages {
  return choose(scriptMessages, (key) => isIn(PAGE_GROUPS[pages], key))
}

function isIn(groups: readonly string[], key: string): boolean {
  return groups.some((group) => key.startsWith(`${group}.`))
}

function choose(messages: Messages, isWanted: (key: string) => boolean): Messages {
  return Object.fromEntries(Object.entries(messages).filter(([key]) => isWanted(key)))
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

import type { Translate } from '../lib/messages.ts'
import type { Unknown } from './filter-query.ts'

interface Words {
  readonly t: Translate
  /** BCP 47: how the language lists several things. */
  readonly data: { readonly tag: string }
}

/** More would be noise: such a link was not made by a person. */
const MOST_NAMED = 3
const LONGEST_NAME = 30

/** Say what in an address the page does not know; empty for nothing. */
export function describeUnknown(unknown: readonly Unknown[], { t, data }: Words): string {
  const textsOf = (isWanted: (one: Unknown) => boolean): readonly string[] => [
    ...new Set(unknown.filter(isWanted).map(({ text }) => shorten(text))),
  ]
  const list = (texts: readonly string[]): string =>
    new Intl.ListFormat(data.tag).format(
      texts.slice(0, MOST_NAMED).map((q) => t('filters.search', { q })),
    )
  const sorts = textsOf(({ key }) => key === 'sort')
  const filters = textsOf(({ key }) => key !== 'sort')
  return [
    filters.length > 0 ? t('filters.unknown', { list: list(filters), count: filters.length }) : '',
    sorts.length > 0 ? t('filters.unknown-sort', { list: list(sorts) }) : '',
  ]
    .join(' ')
    .trim()
}

function shorten(text: string): string {
  const letters = Array.from(text.replace(/\s+/gu, ' ').trim())
  const cut = letters.slice(0, LONGEST_NAME).join('')
  return letters.length > LONGEST_NAME ? `${cut}…` : cut
}

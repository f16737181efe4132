import { expect, test } from 'vitest'
import { createTranslate } from '../lib/messages.ts'
import type { Unknown } from './filter-query.ts'
import { describeUnknown } from './unknown-words.ts'

const MESSAGES = {
  'filters.search': '“{q}”',
  'filters.unknown.one': 'We don’t know the filter {list}.',
  'filters.unknown.other': 'We don’t know the filters {list}.',
  'filters.unknown-sort': 'We can’t sort by {list}.',
}

function say(...unknown: readonly [Unknown['key'], string][]): string {
  return describeUnknown(
    unknown.map(([key, text]) => ({ key, text })),
    { t: createTranslate(MESSAGES, 'en-US'), data: { tag: 'en-US' } },
  )
}

test.each([
  [[], ''],
  [[['event', 'chess']], 'We don’t know the filter “chess”.'],
  [
    [
      ['event', 'chess'],
      ['size', '99'],
    ],
    'We don’t know the filters “chess” and “99”.',
  ],
  [
    [
      ['size', '99'],
      ['pins', '99'],
    ],
    'We don’t know the filter “99”.',
  ],
  [
    [
      ['event', 'chess'],
      ['sort', 'cheapest'],
    ],
    'We don’t know the filter “chess”. We can’t sort by “cheapest”.',
  ],
  [
    [1, 2, 3, 4, 5].map((size) => ['size', String(900 + size)]),
    'We don’t know the filters “901”, “902”, and “903”.',
  ],
  [[['event', 'x'.repeat(50_000)]], `We don’t know the filter “${'x'.repeat(30)}…”.`],
] as const)('of %j it says “%s”', (unknown, words) => {
  expect(say(...(unknown as [Unknown['key'], string][]))).toBe(words)
})

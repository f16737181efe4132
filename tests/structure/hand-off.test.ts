import { describe, expect, test } from 'vitest'
import { HAND_OFF_KINDS } from '../../src/js/hand-off/types.ts'
import { distinct, matchesIn, missingFrom, readSource } from './sources.ts'

/** The groups with a text for each hand-off, and the placeholders that the page fills in. */
const TEXTS: readonly (readonly [group: string, placeholders: readonly string[]])[] = [
  ['checkout.how', ['name', 'email', 'receiver']],
  ['checkout.send', []],
  ['delivery.pay-text', []],
  ['script.checkout.handed-heading', []],
  ['script.checkout.handed', ['email', 'receiver']],
  ['script.checkout.confirm', []],
  ['script.checkout.again', ['email', 'receiver']],
  ['script.checkout.done', ['id', 'name', 'email', 'receiver']],
]

interface Tree {
  readonly [key: string]: string | Tree
}

function textsIn(group: string): Tree {
  const messages = JSON.parse(readSource('src/locales/en.json').text) as Tree
  return group.split('.').reduce((tree, key) => tree[key] as Tree, messages)
}

describe('each hand-off', () => {
  test.each(TEXTS)('has a text in %s, and no other kind has one', (group) => {
    expect(distinct(Object.keys(textsIn(group)))).toEqual(distinct(HAND_OFF_KINDS))
  })

  test.each(TEXTS)('uses in %s only the placeholders %j', (group, placeholders) => {
    const used = matchesIn(JSON.stringify(Object.values(textsIn(group))), /\{(\w+)\}/g)

    expect(missingFrom(placeholders, used)).toEqual([])
  })

  test.each(HAND_OFF_KINDS)('%s is described in docs/selling.md', (kind) => {
    expect(readSource('docs/selling.md').text).toContain(`**\`by: ${kind}\`**`)
  })
})

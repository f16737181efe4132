import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { SITE_WORDS } from '../../generator/locale.ts'
import { PAGE_KINDS } from '../../generator/page-kinds.ts'
import { keysAskedBy } from './asked-keys.ts'
import { distinct, matchesIn, missingFrom, readSource, ROOT, type Source } from './sources.ts'

/** A script and all of ours that it imports, at once or later. */
function withImports(entry: string): readonly Source[] {
  const found = new Map<string, Source>()
  const follow = (path: string): void => {
    if (found.has(path)) return
    const source = readSource(path)
    found.set(path, source)
    const imports = matchesIn(
      source.text,
      /(?:^(?:import|export)(?! type)[^']*? from |\bimport\()\s*'(\.[^']+\.ts)'/gm,
    )
    for (const one of imports) follow(relative(ROOT, join(ROOT, dirname(path), one)))
  }
  follow(entry)
  return [...found.values()]
}

/** The groups of words that a page's script asks for. */
function groupsAskedBy(script: string): readonly string[] {
  const sources = withImports(`src/js/pages/${script}.ts`)
  const keys = sources.flatMap(keysAskedBy).filter((key) => key.includes('.'))
  return distinct(keys.map((key) => key.split('.')[0] ?? ''))
}

describe('the words of scripts', () => {
  test.each(PAGE_KINDS)('$file lists exactly the groups that its script uses', (page) => {
    const asked = groupsAskedBy(page.script)
    const listed = [...SITE_WORDS, ...page.words]

    expect(missingFrom(listed, asked), `${page.file}: used but not listed`).toEqual([])
    expect(missingFrom(asked, listed), `${page.file}: listed but not used`).toEqual([])
  })

  test('of every page are asked for by every script', () => {
    const scripts = distinct(PAGE_KINDS.map(({ script }) => script))
    const without = scripts.filter(
      (script) => missingFrom(groupsAskedBy(script), SITE_WORDS).length > 0,
    )

    expect(without).toEqual([])
  })
})

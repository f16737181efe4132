import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { distinct, missingFrom, ROOT } from './sources.ts'

/** Folders whose subfolders must all be listed. */
const NAMED_WHOLE = ['src', 'generator', 'studio', 'tests']

const FILE = join(ROOT, 'docs/architecture.md')

/** The paths in the block after "## The tree": an indented line is in the folder above it. */
function readTree(): readonly string[] {
  const text = existsSync(FILE) ? readFileSync(FILE, 'utf8') : ''
  const block = /^## The tree\n.*?^```\w*\n(.*?)^```/ms.exec(text)?.[1]
  if (block === undefined) {
    throw new Error('docs/architecture.md needs a fenced block after the heading "## The tree"')
  }
  const parents: string[] = []
  return block
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [, indent = '', name = ''] = /^( *)(\S+)/.exec(line) ?? []
      const depth = indent.length / 2
      const path = [...parents.slice(0, depth), name.replace(/\/$/, '')]
      parents.splice(0, parents.length, ...path)
      return path.join('/')
    })
}

/** Folders with files in them, as git sees them. */
function foldersIn(folder: string): readonly string[] {
  const ignored = new Set(readFileSync(join(ROOT, '.gitignore'), 'utf8').split('\n'))
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== '.git')
    .filter(({ name }) => !ignored.has(`${name}/`))
    .map(({ name }) => (folder === '' ? name : `${folder}/${name}`))
    .filter((path) => readdirSync(join(ROOT, path)).length > 0)
}

function allFoldersIn(folder: string): readonly string[] {
  return foldersIn(folder).flatMap((path) => [path, ...allFoldersIn(path)])
}

describe('the tree in docs/architecture.md', () => {
  const tree = readTree()

  test('names every folder at the top, and all in src, generator, studio and tests', () => {
    const folders = [...foldersIn(''), ...NAMED_WHOLE.flatMap(allFoldersIn)]

    expect(missingFrom(tree, folders)).toEqual([])
  })

  test('names only existing paths', () => {
    expect(distinct(tree).filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  })
})

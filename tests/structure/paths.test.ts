import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSource, ROOT, type Source } from './sources.ts'

const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
  maxBuffer: 2 ** 24,
})
  .split('\n')
  // A file that was deleted stays in the index until the next commit.
  .filter((path) => path !== '' && existsSync(join(ROOT, path)))

/** Files that people read and write. Tests name files that they make up. */
const READ = /\.(ts|mjs|js|md|liquid|html|scss|ya?ml)$/
const MADE_UP = /\.test\.ts$|^tests\/|^CONTRIBUTING\.md$|^CHANGELOG\.md$|-lock\./

const sources = tracked.filter((path) => READ.test(path) && !MADE_UP.test(path)).map(readSource)

const TOP = 'catalog|docs|generator|pages|public|scripts|src|studio|benchmarks|tests'

/** A path from the top, such as `src/js/cart/`; it may end in a folder. */
const FROM_TOP = new RegExp(
  String.raw`(?<![\w/.@:*-])(?:${TOP})/(?:[\w./-]|\[\w+\])*(?:[\w/]|\[\w+\])`,
  'g',
)

/** The end of a path, such as `filters/facets.ts`. */
const ENDS = /(?<![\w/.@:*<>}-])(?:(?:[\w-]+|\[\w+\])\/)+[\w.-]+\.(?:ts|mjs|liquid|scss|md)\b/g

/** What looks like a path of ours and is not. */
const OTHERS = new Set([
  // An owner's own folders and files, which this repository does not have.
  'pages/about.md',
  // Of another repository, whose chart is cited.
  'src/data/data.json',
  // A shell completes it.
  'src/fonts/archivo',
])

function exists(path: string): boolean {
  return existsSync(join(ROOT, path)) || existsSync(join(ROOT, path.replace(/\.$/, '')))
}

/** Paths in a file that lead nowhere, each with its line. */
function deadPaths({ path, text }: Source): readonly string[] {
  return text.split('\n').flatMap((line, index) => {
    // Sass resolves these by rules of its own, and fails for one that leads nowhere.
    if (/@use|@import|load-css/.test(line)) return []
    const fromTop = [...line.matchAll(FROM_TOP)].map(([one]) => one).filter((one) => !exists(one))
    const ends = [...line.matchAll(ENDS)]
      .map(([one]) => one)
      .filter((one) => !one.startsWith('node_modules/'))
      .filter((one) => !tracked.some((known) => known === one || known.endsWith(`/${one}`)))
    const dead = [...new Set([...fromTop, ...ends])].filter((one) => !OTHERS.has(one))
    return dead.map((one) => `${path}:${index + 1}: ${one}`)
  })
}

describe('what the repository says of itself', () => {
  test('every path in a comment, a document or a config leads to a file', () => {
    expect(sources.flatMap(deadPaths).join('\n')).toBe('')
  })

  test('no doc comment is empty', () => {
    const empty = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/\/\*\*[\s*]*\*\//g)].map(
        ({ index }) => `${path}:${text.slice(0, index).split('\n').length}`,
      ),
    )
    expect(empty.join('\n')).toBe('')
  })
})

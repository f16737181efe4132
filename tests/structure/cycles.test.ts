import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { matchesIn, ROOT, sourcesIn, type Source } from './sources.ts'

const sources = sourcesIn(['src', 'generator', 'scripts', 'studio', 'benchmarks'], '.ts')
  .concat(sourcesIn(['scripts'], '.mjs'))
  .filter(({ path }) => !path.includes('node_modules/'))

/** The files of ours that a file imports; for their types only counts too, which ESLint leaves out. */
function importsOf({ path, text }: Source): readonly string[] {
  return matchesIn(text, /(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']+)'/g).map((one) =>
    relative(ROOT, join(ROOT, dirname(path), one)).replaceAll('\\', '/'),
  )
}

const graph = new Map(sources.map((source) => [source.path, importsOf(source)]))

/** The first way found from a file back to itself. */
function circleFrom(start: string): readonly string[] | undefined {
  const seen = new Set<string>()
  const follow = (path: string, way: readonly string[]): readonly string[] | undefined => {
    for (const next of graph.get(path) ?? []) {
      if (next === start) return [...way, next]
      if (seen.has(next)) continue
      seen.add(next)
      const found = follow(next, [...way, next])
      if (found !== undefined) return found
    }
    return undefined
  }
  return follow(start, [start])
}

test('no file imports itself by way of others, not even for a type', () => {
  const circles = [...graph.keys()].flatMap((path) => {
    const circle = circleFrom(path)
    return circle === undefined ? [] : [circle.join(' → ')]
  })
  expect(circles).toEqual([])
})

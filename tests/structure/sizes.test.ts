import { describe, expect, test } from 'vitest'
import { layouts, pages, partials, sourcesIn, type Source } from './sources.ts'

// ESLint's max-lines covers code, but doesn't read HTML, Liquid or SCSS.
const LIMITS: readonly {
  readonly what: string
  readonly sources: readonly Source[]
  readonly lines: number
}[] = [
  { what: 'a page or partial', sources: [...pages, ...layouts, ...partials], lines: 200 },
  { what: 'an SCSS partial', sources: sourcesIn(['src/css'], '.scss'), lines: 200 },
  { what: 'an entry in js/pages', sources: sourcesIn(['src/js/pages'], '.ts'), lines: 30 },
  { what: 'a module of src/js', sources: sourcesIn(['src/js'], '.ts'), lines: 250 },
]

describe('files are short enough to read', () => {
  test.each(LIMITS)('$what has at most $lines lines', ({ sources, lines }) => {
    const long = sources
      .map(({ path, text }) => ({ path, length: text.trimEnd().split('\n').length }))
      .filter(({ length }) => length > lines)

    expect(long).toEqual([])
  })
})

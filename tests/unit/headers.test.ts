import { describe, expect, test } from 'vitest'
import { headersFor, parseHeaders } from '../../scripts/headers.mjs'

const TEXT = `# For every page.
/*
  X-Frame-Options: DENY
  Cache-Control: no-cache

/assets/*
  Cache-Control: public, max-age=31536000, immutable
/exact
  X-Exact: a: b
`

describe('a _headers file', () => {
  const rules = parseHeaders(TEXT)

  test.each([
    [
      '/shop/',
      [
        ['X-Frame-Options', 'DENY'],
        ['Cache-Control', 'no-cache'],
      ],
    ],
    [
      '/assets/a.js',
      [
        ['X-Frame-Options', 'DENY'],
        ['Cache-Control', 'no-cache'],
        ['Cache-Control', 'public, max-age=31536000, immutable'],
      ],
    ],
    [
      '/exact',
      [
        ['X-Frame-Options', 'DENY'],
        ['Cache-Control', 'no-cache'],
        ['X-Exact', 'a: b'],
      ],
    ],
    [
      '/exactly',
      [
        ['X-Frame-Options', 'DENY'],
        ['Cache-Control', 'no-cache'],
      ],
    ],
  ])('gives %s its headers', (path, headers) => {
    expect(headersFor(rules, path)).toEqual(headers)
  })

  test('that is empty gives none', () => {
    expect(headersFor(parseHeaders(''), '/')).toEqual([])
  })
})

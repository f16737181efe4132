import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { headersFor, parseHeaders } from '../../scripts/headers.mjs'
import { ROOT } from '../../tests/fixtures/catalogue-folder.ts'
import { makeSite } from '../../tests/fixtures/site.ts'
import { readPageFiles } from '../page-files.ts'
import { hostFiles, topVercelJson } from './host-files.ts'

const site = makeSite({ place: { base: '/spikes/', siteUrl: 'https://cinder.example' } })

function file(path: string): string {
  return hostFiles(site, readPageFiles(ROOT)).find((one) => one.path === path)!.text
}

describe('_headers, which Netlify and Cloudflare Pages read', () => {
  const rules = parseHeaders(file('_headers'))
  const headerOf = (path: string, name: string): string | undefined =>
    headersFor(rules, path).findLast(([one]) => one === name)?.[1]

  test('has the headers Mozilla’s Observatory recommends', () => {
    expect(headerOf('/spikes/shop/', 'Content-Security-Policy')).toContain("default-src 'none'")
    expect(headerOf('/spikes/shop/', 'Content-Security-Policy')).toContain("frame-ancestors 'none'")
    expect(headerOf('/spikes/shop/', 'X-Content-Type-Options')).toBe('nosniff')
    expect(headerOf('/spikes/shop/', 'X-Frame-Options')).toBe('DENY')
    expect(headerOf('/spikes/shop/', 'Referrer-Policy')).toBe('strict-origin-when-cross-origin')
    expect(headerOf('/spikes/shop/', 'Strict-Transport-Security')).toMatch(/^max-age=31536000/)
    expect(headerOf('/spikes/shop/', 'Cross-Origin-Resource-Policy')).toBe('same-origin')
  })

  test('lets browsers keep only files with a hash in their name', () => {
    expect(headerOf('/spikes/assets/shop-1a2b.js', 'Cache-Control')).toContain('immutable')
    expect(headerOf('/spikes/img/hero-800.avif', 'Cache-Control')).not.toContain('immutable')
    expect(headerOf('/spikes/shop/', 'Cache-Control')).toBeUndefined()
  })

  test.each([
    '',
    'shop/',
    'events/sprint/',
    'cart/',
    'checkout/',
    'assets/a.js',
    'img/a.svg',
    'nothing/',
  ])('lets no WebAssembly run at /%s', (path) => {
    const headers = headersFor(rules, `/spikes/${path}`)
    expect(JSON.stringify(headers)).not.toContain('wasm')
    expect(headerOf(`/spikes/${path}`, 'Content-Security-Policy')).toContain('frame-ancestors')
  })

  test('lets a model’s page unpack its 3D model', () => {
    expect(headerOf('/spikes/products/swift/', 'Content-Security-Policy')).toContain(
      "'wasm-unsafe-eval'",
    )
  })

  test('says each thing once for a path: hosts would join two with a comma', () => {
    for (const path of ['/spikes/', '/spikes/assets/a.js', '/spikes/img/a.avif']) {
      const names = headersFor(rules, path)
        .map(([name]) => name)
        // Two policies both hold, whether a host joins them or sends the later one only.
        .filter((name) => name !== 'Content-Security-Policy')
      expect(names).toEqual([...new Set(names)])
    }
  })

  test('forbids nothing to a page beside its own policy that its own allows', () => {
    for (const path of ['/spikes/products/swift/', '/spikes/checkout/', '/spikes/']) {
      const [common, own] = headersFor(rules, path).filter(
        ([name]) => name === 'Content-Security-Policy',
      )
      const directives = own![1].split('; ')
      for (const directive of common![1].split('; ')) expect(directives).toContain(directive)
    }
  })

  test('keeps to Cloudflare’s limits: 100 rules, 2,000 characters a line', () => {
    expect(rules.length).toBeLessThan(100)
    expect(
      Math.max(
        ...file('_headers')
          .split('\n')
          .map(({ length }) => length),
      ),
    ).toBeLessThan(2000)
  })
})

describe('vercel.json', () => {
  test('at the top is what `npm run hosts` writes', () => {
    const top = readFileSync(join(import.meta.dirname, '../../vercel.json'), 'utf8')
    expect(top).toBe(topVercelJson())
  })

  test('in the build has the whole policy', () => {
    const { headers } = JSON.parse(file('vercel.json')) as {
      headers: { source: string; headers: { key: string; value: string }[] }[]
    }
    expect(headers[0]?.source).toBe('/spikes/(.*)')
    expect(headers[0]?.headers[0]?.value).toContain("frame-ancestors 'none'")
    const shop = headers.find(({ source }) => source === '/spikes/shop/(.*)')
    expect(shop?.headers[0]?.value).toContain("script-src 'self'")
  })
})

describe('nginx.conf', () => {
  const [, policies = ''] =
    /map \$uri \$cinder_policy \{\n(.*?)\n\}/s.exec(file('nginx.conf')) ?? []
  const lines = policies.split('\n').map((line) => line.trim())

  test('has a policy of its own for the pages that need one, and the strict one for all others', () => {
    expect(lines.map((line) => line.split(' ')[0])).toEqual([
      '~^/spikes/checkout/',
      '~^/spikes/products/',
      'default',
    ])
    expect(lines.filter((line) => line.includes('wasm')).map((line) => line.split(' ')[0])).toEqual(
      ['~^/spikes/products/'],
    )
  })
})

import { describe, expect, test } from 'vitest'
import { cacheNames, fallbackFor, isOutdated, stampPage, withoutQuery } from './manifest.ts'

describe('caches', () => {
  test('of two sites on one origin have nothing in common', () => {
    const names = [...Object.values(cacheNames('/')), ...Object.values(cacheNames('/spikes/'))]
    expect(new Set(names).size).toBe(names.length)
  })

  test.each([
    ['cinder-precache-v1:/spikes/', true],
    ['cinder-pages:/spikes/', false],
    ['cinder-pages:/', false],
    ['other-pages:/spikes/', false],
    ['cinder-old:/', false],
  ])('%s is an older worker’s of /spikes/: %s', (name, expected) => {
    expect(isOutdated(name, '/spikes/')).toBe(expected)
  })
})

test.each([
  ['https://a.example/shop/?size=42&q=x#top', 'https://a.example/shop/'],
  ['https://a.example/cart/#lines=A:1', 'https://a.example/cart/'],
  ['https://a.example/shop/', 'https://a.example/shop/'],
])('%s is kept as %s', (url, key) => {
  expect(withoutQuery(url)).toBe(key)
})

test('a page never seen is answered in its own language', () => {
  const fallbacks = [
    { prefix: '/spikes/zh/', url: '/spikes/zh/offline/' },
    { prefix: '/spikes/', url: '/spikes/offline/' },
  ]
  expect(fallbackFor({ fallbacks }, '/spikes/zh/products/a/')).toBe('/spikes/zh/offline/')
  expect(fallbackFor({ fallbacks }, '/spikes/products/zh/')).toBe('/spikes/offline/')
  expect(fallbackFor({ fallbacks }, '/elsewhere/')).toBeUndefined()
})

describe('a saved page', () => {
  const html = '<!doctype html>\n<html lang="en-US">\n<p>&lt;html </p>'

  test('says when it was saved', () => {
    expect(stampPage(html, 'Wed, 25 Nov 2026 14:05:00 GMT')).toBe(
      '<!doctype html>\n<html data-saved="2026-11-25T14:05:00.000Z" lang="en-US">\n<p>&lt;html </p>',
    )
  })

  test('whose time nobody knows says nothing', () => {
    expect(stampPage(html, '')).toBe(html)
  })
})

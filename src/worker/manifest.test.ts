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
  ])('%s belongs to an older worker of /spikes/: %s', (name, expected) => {
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

test('the fallback page is in the language of the page', () => {
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

  test('without a known time stays as it is', () => {
    expect(stampPage(html, '')).toBe(html)
  })
})

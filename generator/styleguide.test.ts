import { expect, test } from 'vitest'
import { ROOT, SMALL_CATALOGUE } from '../tests/fixtures/catalogue-folder.ts'
import { loadShop, type Page } from './shop.ts'

function findGuide(isDev: boolean): Page | undefined {
  const place = { base: '/', siteUrl: '' }
  const { pages } = loadShop({
    root: ROOT,
    catalogFolder: SMALL_CATALOGUE,
    place,
    startScript: 'start()',
    isDev,
  })
  return pages.find(({ path }) => path === 'styleguide/')
}

test('the style guide shows a card of each state in dev', () => {
  const assets = {
    script: '/page.js',
    preloads: [],
    later: {},
    retry: '/retry.js',
    stylesheet: '/styles.css',
    font: null,
    version: '',
    isBuilt: false,
  }
  const html = findGuide(true)?.render(assets) ?? ''
  for (const words of ['Sold out', 'Discontinued', 'New', 'No products match'])
    expect(html).toContain(words)
})

test('the style guide is not part of the built shop', () => {
  expect(findGuide(false)).toBeUndefined()
})

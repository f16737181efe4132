import type { Rolldown } from 'vite'
import { expect, test } from 'vitest'
import { purgeStylesheet } from './purge-css.ts'

const ROOT = new URL('..', import.meta.url).pathname

async function purge(css: string): Promise<string> {
  const sheet = { fileName: 'assets/styles-abcd1234.css', source: css } as Rolldown.OutputAsset
  return (await purgeStylesheet(ROOT, {}, sheet)).source
}

test('removes a class that no template and no script uses', async () => {
  expect(await purge('.nobody-has-this{color:red}.product-card{color:blue}')).toBe(
    '.product-card{color:blue}',
  )
})

test('keeps classes whose names a template completes', async () => {
  const css = '.badges__badge--sale{color:red}.filter-form__facet--size{display:grid}'
  expect(await purge(css)).toBe(css)
})

test('keeps a variable that another sheet reads', async () => {
  const sheet = {
    type: 'asset',
    fileName: 'assets/styles-abcd1234.css',
    source: ':root{--a:1;--b:2}',
  }
  const other = {
    type: 'asset',
    fileName: 'assets/order-abcd1234.css',
    source: 'p{order:var(--a)}',
  }
  const bundle = { sheet, other } as unknown as Rolldown.OutputBundle
  const purged = await purgeStylesheet(ROOT, bundle, sheet as unknown as Rolldown.OutputAsset)
  expect(purged.source).toBe(':root{--a:1}')
})

test('keeps focus rings', async () => {
  const css = ':focus-visible{outline:2px solid}'
  expect(await purge(css)).toBe(css)
})

test('keeps rules with attributes, because scripts set attributes under other names', async () => {
  const css = '[data-bs-theme=dark]{color:red}:root:not([data-bs-theme=light]){color:blue}'
  expect(await purge(css)).toBe(css)
})

test('names the file after its remaining content', async () => {
  const sheet = { fileName: 'assets/styles-abcd1234.css', source: 'a{color:red}' }
  const { fileName } = await purgeStylesheet(ROOT, {}, sheet as Rolldown.OutputAsset)
  expect(fileName).toMatch(/^assets\/styles-[\w-]{8}\.css$/)
  expect(fileName).not.toBe(sheet.fileName)
})

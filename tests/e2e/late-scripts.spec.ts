import type { Page } from '@playwright/test'
import { addButton, choose, drawer, expectStored, productPath } from './support/pages.ts'
import { pickShoe } from './support/shop.ts'
import { holdBack } from './support/slow-line.ts'
import { expect, test } from './support/test.ts'

/** Addresses of the site's files in the order they are asked for. */
function listRequests(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  return asked
}

const isScript = (path: string): boolean => path.endsWith('.js')
const isPicture = (path: string): boolean => path.includes('/img/products/')

for (const path of ['shop/', 'product']) {
  test(`${path} asks for its scripts when it has been seen, not before`, async ({ page, shop }) => {
    const sheet = await holdBack(page, '**/styles-*.css')
    const asked = listRequests(page)
    await page.goto(path === 'product' ? productPath(pickShoe(shop)) : path, {
      waitUntil: 'domcontentloaded',
    })
    await expect.poll(() => asked.filter(isPicture).length).toBeGreaterThan(0)
    expect(asked.filter(isScript)).toEqual([])
    sheet.open()
    await expect.poll(() => asked.filter(isScript).length).toBeGreaterThan(0)
  })
}

test('a list that waits to be filtered asks for its scripts at once', async ({ page }) => {
  const sheet = await holdBack(page, '**/styles-*.css')
  const asked = listRequests(page)
  await page.goto('shop/?event=hurdles', { waitUntil: 'domcontentloaded' })
  await expect.poll(() => asked.filter(isScript).length).toBeGreaterThan(0)
  sheet.open()
  await expect(page.getByRole('button', { name: 'Remove filter Hurdles' })).toBeVisible()
})

test('what was chosen before the scripts came stays chosen, and goes into the cart', async ({
  page,
  shop,
}) => {
  const variant = pickShoe(shop)
  const scripts = await holdBack(page, '**/assets/*.js')
  await page.goto(productPath(variant), { waitUntil: 'domcontentloaded' })
  await choose(page, variant)
  scripts.open()
  await addButton(page).click()
  await expect(drawer(page).getByRole('article')).toContainText(variant.product.name)
  await expectStored(page, [{ sku: variant.sku, quantity: 1 }])
})

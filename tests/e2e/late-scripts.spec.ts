import type { Page } from '@playwright/test'
import {
  addButton,
  choose,
  drawer,
  expectStored,
  productPath,
  seedCart,
  seedStorage,
} from './support/pages.ts'
import { expectNoShift, watchShifts } from './support/shifts.ts'
import { pickShoe } from './support/shop.ts'
import { holdBack } from './support/slow-line.ts'
import { pickForTeam, sheetRow, TEAM_KEY } from './support/team.ts'
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

for (const path of [
  '',
  'shop/',
  'shop/?size=42',
  'product',
  'cart/',
  'checkout/',
  'team/',
  'order-sheet/',
  'size-guide/',
]) {
  test(`${path === '' ? 'home' : path} stays where it is when its scripts come late`, async ({
    page,
    shop,
  }) => {
    const variant = pickShoe(shop)
    await seedCart(page, [{ sku: variant.sku, quantity: 2 }])
    await seedStorage(page, TEAM_KEY, storedList(pickForTeam(shop, 3).map(rowOf)))
    const scripts = await holdBack(page, '**/assets/*.js')
    await watchShifts(page)
    await page.goto(path === 'product' ? productPath(variant) : path, {
      waitUntil: 'domcontentloaded',
    })
    await page.waitForFunction(
      () => performance.getEntriesByName('first-contentful-paint').length > 0,
    )
    scripts.open()
    await page.waitForLoadState('networkidle')
    await expectNoShift(page)
  })
}

function rowOf(variant: Parameters<typeof sheetRow>[1], at: number): readonly string[] {
  return sheetRow(`Athlete ${String(at + 1)}`, variant)
}

/** A team's list as the browser keeps it. */
function storedList(rows: readonly (readonly string[])[]): string {
  return JSON.stringify({
    version: 1,
    system: 'eu',
    rows: rows.map(([athlete, model, colour, size, width, quantity], at) => ({
      id: `row-${String(at)}`,
      athlete,
      model,
      colour,
      size,
      width,
      quantity,
    })),
    carried: [],
  })
}

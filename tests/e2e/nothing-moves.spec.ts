import type { Page } from '@playwright/test'
import { productPath, seedCart, seedStorage } from './support/pages.ts'
import { expectNoShift, watchShifts } from './support/shifts.ts'
import { pickShoe, type Shop } from './support/shop.ts'
import { holdBack } from './support/slow-line.ts'
import { pickForTeam, sheetRow, TEAM_KEY } from './support/team.ts'
import { expect, ON_BOTH, test } from './support/test.ts'

test.describe.configure({ mode: 'parallel' })

const PATHS = [
  '',
  'shop/',
  'shop/?size=42',
  'shop/?q=zzzz',
  'events/middle-distance/',
  'product',
  'cart/',
  'checkout/',
  'team/',
  'order-sheet/',
  'size-guide/',
  '404.html',
] as const

/** Where two columns take turns with one, so that what comes late could move other things. */
const DIFFERS_BY_SCREEN: readonly string[] = ['', 'shop/', 'shop/?size=42', 'product', 'cart/']

/** Fill cart and team list, so that pages have something to put in their places. */
async function fillStorage(page: Page, shop: Shop): Promise<void> {
  await seedCart(page, [{ sku: pickShoe(shop).sku, quantity: 2 }])
  await seedStorage(page, TEAM_KEY, storedList(pickForTeam(shop, 3).map(rowOf)))
}

for (const path of PATHS) {
  const name = path === '' ? 'home' : path
  const where = DIFFERS_BY_SCREEN.includes(path) ? ON_BOTH : {}

  test(`${name} does not shift while it loads`, async ({ page, shop }) => {
    const variant = pickShoe(shop)
    await fillStorage(page, shop)
    await watchShifts(page)
    await page.goto(path === 'product' ? `${productPath(variant)}?variant=${variant.sku}` : path)
    await page.waitForLoadState('networkidle')
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    await expectNoShift(page)
  })

  test(
    `${name} stays where it is when fonts and scripts come late`,
    where,
    async ({ page, shop }) => {
      await fillStorage(page, shop)
      const fonts = await holdBack(page, '**/*.woff2')
      const scripts = await holdBack(page, '**/assets/*.js')
      await watchShifts(page)
      await page.goto(path === 'product' ? productPath(pickShoe(shop)) : path, {
        waitUntil: 'domcontentloaded',
      })
      await page.waitForFunction(
        () => performance.getEntriesByName('first-contentful-paint').length > 0,
      )
      fonts.open()
      await expect.poll(() => loadedFonts(page)).toContain('Archivo Headline')
      scripts.open()
      await page.waitForLoadState('networkidle')
      await expectNoShift(page)
    },
  )
}

async function loadedFonts(page: Page): Promise<readonly string[]> {
  const families = await page.evaluate(() =>
    [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
  )
  // Some browsers give the name in quotes.
  return families.map((family) => family.replaceAll('"', ''))
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

import type { Page } from '@playwright/test'
import { orderOf } from '../fixtures/orders.ts'
import { expectNoViolation } from './support/accessible.ts'
import { cartLine, seedCart } from './support/pages.ts'
import { pickShoe } from './support/shop.ts'
import { expect, test } from './support/test.ts'

// The shop is elsewhere, and its sheet says when it was there.
test.use({ timezoneId: 'Pacific/Auckland' })

const ORDER = orderOf({ details: { note: '<b>Ring</b> twice.' } })

async function openFile(page: Page, text: string): Promise<void> {
  const field = page.getByLabel('Open an order file (.json)')
  await expect(field).toBeVisible()
  await field.setInputFiles({
    name: 'order.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  })
}

function sheet(page: Page) {
  return page.getByRole('article', { name: `Order ${ORDER.id}` })
}

test('a shop opens an order it was sent, and gets a list to pick by', async ({ page }) => {
  await page.goto('order-sheet/')
  await expect(page.getByText('No order is open.')).toBeVisible()
  await openFile(page, JSON.stringify(ORDER))
  const rows = sheet(page).getByRole('table').getByRole('row')
  await expect(rows).toHaveCount(1 + ORDER.lines.length + 3)
  await expect(rows.nth(1)).toContainText('SW1-EMB-42')
  await expect(rows.last()).toContainText('$397.35')
  await expect(sheet(page)).toContainText('<b>Ring</b> twice.')
  await expect(sheet(page)).toContainText(/Nov 25, 2026, 2:00\sAM PST/)
  await expectNoViolation(page)
})

test('on paper stands the sheet and nothing else, on A4 and on Letter', async ({ page }) => {
  await page.goto('order-sheet/')
  await openFile(page, JSON.stringify(ORDER))
  await expect(sheet(page)).toBeVisible()
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  // The paper less 14 mm at each side, at 96 dots an inch.
  for (const width of [688, 710]) {
    await page.setViewportSize({ width, height: 900 })
    await expect(page.getByRole('banner')).toBeHidden()
    await expect(page.getByRole('button', { name: 'Print' })).toBeHidden()
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBeLessThanOrEqual(0)
  }
  const ink = await sheet(page).evaluate((article) => getComputedStyle(article).color)
  expect(ink).toBe('rgb(20, 22, 26)')
})

for (const [what, text, words] of [
  ['no order', '{"x":1}', 'This file isn’t an order from this shop.'],
  ['noise', '\u0000\uffff', 'This file isn’t an order from this shop.'],
  [
    'an order whose sums were changed',
    JSON.stringify({ ...ORDER, totals: { ...ORDER.totals, totalMinor: 1 } }),
    'The totals in this file don’t add up',
  ],
] as const) {
  test(`a file with ${what} is refused in words, and nothing is shown`, async ({ page }) => {
    await page.goto('order-sheet/')
    await openFile(page, text)
    await expect(page.getByRole('status').filter({ hasText: words })).toBeVisible()
    await expect(page.getByRole('article')).toHaveCount(0)
  })
}

test('a cart prints as a document, with the shop, the address and the day', async ({
  page,
  shop,
}) => {
  const variant = pickShoe(shop)
  await seedCart(page, [{ sku: variant.sku, quantity: 2 }])
  await page.goto('cart/')
  await expect(cartLine(page, variant.product.name)).toBeVisible()
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  const main = page.getByRole('main')
  await expect(page.getByText(shop.site.shop.name, { exact: true }).first()).toBeVisible()
  await expect(page.getByText(/^http:\/\/localhost:\d+\/cart\/$/)).toBeVisible()
  const today = await page.evaluate(() =>
    new Intl.DateTimeFormat('en-US', { dateStyle: 'long' }).format(),
  )
  await expect(page.getByText(today)).toBeVisible()
  await expect(cartLine(page, variant.product.name)).toContainText(variant.product.name)
  await expect(main.getByText('Total', { exact: true })).toBeVisible()
  await expect(main.getByRole('button')).toHaveCount(0)
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(main.getByRole('link', { name: 'Checkout' })).toBeHidden()
})

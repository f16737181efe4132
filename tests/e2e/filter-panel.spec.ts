import type { Locator } from '@playwright/test'
import { expectListed, filters, isNarrow, option, productCount, products } from './support/pages.ts'
import { expect, ON_BOTH, ON_DESKTOP, test } from './support/test.ts'

test('there is one filter form, whatever the screen does', ON_BOTH, async ({ page }) => {
  await page.goto('shop/?gender=women')
  await expect(page.locator('form:has(input[name="size"])')).toHaveCount(1)
  await expect(page.locator('input[name="gender"][value="women"]')).toHaveCount(1)
  const size = page.viewportSize()!
  await page.setViewportSize(
    isNarrow(page) ? { width: 1280, height: 800 } : { width: 390, height: 844 },
  )
  await expect(page.locator('form:has(input[name="size"])')).toHaveCount(1)
  await expect(page.locator('input[name="gender"][value="women"]')).toBeChecked()
  await page.setViewportSize(size)
  await expect(page.locator('form:has(input[name="size"])')).toHaveCount(1)
})

test.describe('on a phone', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('shop/')
  })

  test('“Filters” opens a dialog that “Show N products” closes', async ({ page }) => {
    const all = await products(page).count()
    const open = page.getByRole('button', { name: 'Filters', exact: true })
    await expect(filters(page)).toBeHidden()
    await expect(open).toHaveAttribute('aria-expanded', 'false')
    await open.click()
    const panel = page.getByRole('dialog', { name: 'Filters' })
    await expect(panel).toBeVisible()
    await expect(panel).toBeInViewport()
    const show = panel.getByRole('button', { name: /^Show \d+ products?$/ })
    await expect(show).toHaveText(`Show ${all} products`)
    await option(page, 'Gender', 'Women').check()
    const text = await productCount(page).textContent()
    await expect(show).toHaveText(`Show ${text!}`)
    await expect(show).toBeInViewport()
    await show.click()
    await expect(panel).toBeHidden()
    await expect(open).toBeFocused()
    await expect(open).toHaveAttribute('aria-expanded', 'false')
    await expectListed(page, Number.parseInt(text!))
  })

  test('Escape closes it, keeps what was chosen, and goes back to “Filters”', async ({ page }) => {
    const open = page.getByRole('button', { name: 'Filters', exact: true })
    await open.click()
    await option(page, 'Gender', 'Women').check()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog', { name: 'Filters' })).toBeHidden()
    await expect(open).toBeFocused()
    await expect(page).toHaveURL(/\?gender=women$/)
    await open.click()
    await expect(option(page, 'Gender', 'Women')).toBeChecked()
  })

  for (const [when, wait] of [
    ['as soon as it opens', () => Promise.resolve()],
    ['once it is open', (panel: Locator) => expect(panel).toBeFocused()],
  ] as const) {
    test(`Tab stays inside ${when}`, async ({ page }) => {
      await page.getByRole('button', { name: 'Filters', exact: true }).click()
      const panel = page.getByRole('dialog', { name: 'Filters' })
      await wait(panel)
      await panel.getByRole('button', { name: /^Show/ }).focus()
      for (const key of ['Tab', 'Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab']) {
        await page.keyboard.press(key)
        await expect(panel.locator(':focus')).toHaveCount(1)
      }
    })
  }

  test('what has the focus as it opens keeps it when it has come to rest', async ({ page }) => {
    await page.getByRole('button', { name: 'Filters', exact: true }).click()
    const panel = page.getByRole('dialog', { name: 'Filters' })
    const show = panel.getByRole('button', { name: /^Show/ })
    await show.focus()
    await panel.evaluate((element) =>
      Promise.all(element.getAnimations().map((one) => one.finished)),
    )
    await expect(panel).not.toHaveClass(/showing/)
    await expect(show).toBeFocused()
  })

  test('“Clear all” is there and works without a reload', async ({ page }) => {
    const all = await products(page).count()
    await page.getByRole('button', { name: 'Filters', exact: true }).click()
    await option(page, 'Gender', 'Women').check()
    const panel = page.getByRole('dialog', { name: 'Filters' })
    await panel.getByRole('button', { name: 'Clear all' }).click()
    await expect(option(page, 'Gender', 'Women')).not.toBeChecked()
    await expect(panel.locator(':focus')).toHaveCount(1)
    await expect(panel.getByRole('button', { name: /^Show/ })).toHaveText(`Show ${all} products`)
  })

  test('turning the device with it open leaves a page that works', async ({ page }) => {
    await page.getByRole('button', { name: 'Filters', exact: true }).click()
    await expect(page.getByRole('dialog', { name: 'Filters' })).toBeVisible()
    await page.setViewportSize({ width: 1180, height: 820 })
    await expect(page.locator('.offcanvas-backdrop')).toHaveCount(0)
    await option(page, 'Gender', 'Women').check()
    await expect(page).toHaveURL(/\?gender=women$/)
    await products(page).first().getByRole('link').click()
    await expect(page).toHaveURL(/\/products\//)
  })

  test('the page behind does not jump', async ({ page }) => {
    await products(page).nth(4).scrollIntoViewIfNeeded()
    const open = page.getByRole('button', { name: 'Filters', exact: true })
    await open.scrollIntoViewIfNeeded()
    const before = await page.evaluate(() => scrollY)
    await open.click()
    await expect(page.getByRole('dialog', { name: 'Filters' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog', { name: 'Filters' })).toBeHidden()
    expect(await page.evaluate(() => scrollY)).toBe(before)
  })
})

test(
  'on a wide screen the filters stand beside the list and no button opens them',
  ON_DESKTOP,
  async ({ page }) => {
    await page.goto('shop/')
    await expect(filters(page)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Filters', exact: true })).toBeHidden()
  },
)

import type { Locator, Page } from '@playwright/test'
import { labelOf, option, productPath, seedCart } from './support/pages.ts'
import { pickShoe } from './support/shop.ts'
import { expect, ON_DESKTOP, test } from './support/test.ts'

// Windows' contrast themes draw every background, shadow and text in a few colours of their own.
// What is chosen has to look different there too.

/** Look at something without the pointer on it or the focus in it. */
async function look(page: Page, what: Locator): Promise<string> {
  await page.mouse.move(0, 0)
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  return (await what.screenshot({ animations: 'disabled' })).toString('base64')
}

/** What is chosen looks other than before, and the other choice as before again. */
async function expectMarked(page: Page, name: string, [first, second]: [Locator, Locator]) {
  await first.click()
  const chosen = await look(page, first)
  const free = await look(page, second)
  await second.click()
  expect.soft(await look(page, first), `${name}, no longer chosen`).not.toBe(chosen)
  expect.soft(await look(page, second), `${name}, chosen`).not.toBe(free)
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in a ${colorScheme} contrast theme`, () => {
    test.use({ colorScheme, forcedColors: 'active' })

    test('what is chosen is marked', ON_DESKTOP, async ({ page, shop }) => {
      await page.goto('shop/')
      for (const [facet, value] of [
        ['Event', 'Sprint'],
        ['Size', '42'],
      ] as const) {
        const label = labelOf(option(page, facet, value))
        const before = await look(page, label)
        await label.click()
        await expect(page.getByRole('button', { name: /^Remove filter/ }).first()).toBeVisible()
        expect.soft(await look(page, label), `${facet} ${value}, ticked`).not.toBe(before)
        await label.click()
      }

      const nav = page.getByRole('navigation', { name: 'Events' })
      const sprint = nav.getByRole('link', { name: 'Sprint' })
      const elsewhere = await look(page, sprint)
      await page.goto('events/sprint/')
      expect.soft(await look(page, sprint), 'current event').not.toBe(elsewhere)

      const shoe = pickShoe(shop)
      await page.goto(productPath(shoe))
      for (const group of ['Color', 'Size']) {
        const options = page.getByRole('group', { name: group, exact: true }).getByRole('radio')
        const labels = labelOf(options)
        await expectMarked(page, group, [labels.nth(0), labels.nth(1)])
      }
      const thumbs = page.getByRole('list', { name: 'Views' }).getByRole('link')
      await expectMarked(page, 'View', [thumbs.nth(0), thumbs.nth(1)])

      await seedCart(page, [{ sku: shoe.sku, quantity: 1 }])
      await page.goto('checkout/')
      const methods = labelOf(page.getByRole('radio', { name: /Standard|Express/ }))
      await expectMarked(page, 'Delivery', [methods.nth(0), methods.nth(1)])
    })

    test('the theme choice is a word, not hidden by an icon', ON_DESKTOP, async ({ page }) => {
      await page.goto('')
      const theme = page.getByRole('combobox', { name: 'Theme' })
      await expect(theme).toBeVisible()
      const { width } = (await theme.boundingBox())!
      expect(width, 'wider than the icon').toBeGreaterThan(50)
      await expect(theme.locator('xpath=..').locator('svg')).toBeHidden()
    })
  })
}

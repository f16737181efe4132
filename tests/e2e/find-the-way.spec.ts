import type { Page } from '@playwright/test'
import type { Shop } from './support/shop.ts'
import { expect, ON_DESKTOP, test } from './support/test.ts'

test.describe('an address that is not quite right', () => {
  test.use({ mayFailToLoad: true })

  for (const [typed, meant] of [
    ['Shop/?size=42', /\/shop\/\?size=42$/],
    ['SIZE-GUIDE', /\/size-guide\/$/],
    ['Events/Sprint/#content', /\/events\/sprint\/#content$/],
  ] as const) {
    test(`/${typed} leads to the page that was meant`, async ({ page }) => {
      await page.goto(typed)
      // Two pages and a question are in between.
      await expect(page).toHaveURL(meant, { timeout: 20_000 })
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Off the track')
    })
  }

  test('a page that never was stays the not-found page', async ({ page }) => {
    await page.goto('Products/No-Such-Shoe/')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Off the track')
    await expect(page.getByRole('main').getByRole('link', { name: 'See all spikes' })).toBeVisible()
  })
})

test.describe('a page whose parts do not all arrive', () => {
  test.use({ mayFailToLoad: true })

  for (const [what, pattern] of [
    ['style sheet', /\.css$/],
    ['pictures', /\.(avif|webp|svg)$/],
    ['font', /\.woff2$/],
  ] as const) {
    test.describe(`without its ${what}`, () => {
      // On a slow machine the browser remarks on fonts that no style sheet has asked for.
      test.use({ mayWarn: /was preloaded using link preload but not used/ })

      test('still shows what is sold, and leads on', ON_DESKTOP, async ({ page, shop }) => {
        await leadOnWithout(page, shop, pattern)
      })
    })
  }

  test.describe('for good', () => {
    // Said of scripts that do not come the second time either.
    test.use({ mayWarn: /^Failed to fetch dynamically imported module/ })

    test('without its scripts still shows what is sold, and leads on', async ({ page, shop }) => {
      await leadOnWithout(page, shop, /\.js$/)
    })
  })

  test('asks again for a script that did not come', async ({ page }) => {
    const refused = new Set<string>()
    await page.route(/\.js$/, async (route, request) => {
      if (refused.has(request.url())) return route.continue()
      refused.add(request.url())
      return route.abort()
    })
    await page.goto('shop/')
    await page.getByRole('combobox', { name: 'Sort' }).selectOption('Price: low to high')
    await expect(page).toHaveURL(/\?sort=price-asc$/)
  })

  test('with half of a script is as a page without it', async ({ page, faults }) => {
    await page.route(/\/shop-[^/]*\.js$/, async (route) => {
      const response = await route.fetch()
      const text = await response.text()
      await route.fulfill({ response, body: text.slice(0, text.length / 2) })
    })
    await page.goto('shop/')
    await expect(page.getByRole('article').first()).toContainText('$')
    await expect(page.getByRole('button', { name: 'Filters', exact: true })).toBeHidden()
    // A script that ends in the middle is an error, and the only one.
    await expect.poll(() => faults.length).toBe(1)
    faults.splice(0)
  })
})

async function leadOnWithout(page: Page, shop: Shop, files: RegExp): Promise<void> {
  await page.route(files, (route) => route.abort())
  await page.goto('shop/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('article').first()).toContainText('$')
  await page.getByRole('article').first().getByRole('link').click()
  const names = shop.products.map(({ name }) => name)
  const heading = page.getByRole('heading', { level: 1 })
  await expect
    .poll(async () => names.includes(await heading.innerText()), { timeout: 20_000 })
    .toBe(true)
}

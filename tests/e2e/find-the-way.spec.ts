import type { Page } from '@playwright/test'
import { addButton, choose, expectStored, productPath } from './support/pages.ts'
import { pickShoe, type Shop } from './support/shop.ts'
import { holdBack } from './support/slow-line.ts'
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

  test('without its scripts still shows what is sold, and leads on', async ({ page, shop }) => {
    await leadOnWithout(page, shop, /\.js(\?.*)?$/)
  })

  for (const [what, pattern] of [
    ['any of its scripts', /\.js(\?.*)?$/],
    ['the script of its kind', /\/shop-[^/]*\.js$/],
    ['the script that all pages share', /\/site-[^/]*\.js$/],
  ] as const) {
    test(`asks again for ${what}, where it did not come`, async ({ page }) => {
      await refuseOnce(page, pattern)
      await page.goto('shop/')
      // A test is faster than the style sheet, which hides what no script answers for yet.
      await expect(page.locator('[data-reserved] select')).toHaveCount(0)
      await page.getByRole('combobox', { name: 'Sort' }).selectOption('Price: low to high')
      await expect(page).toHaveURL(/\?sort=price-asc$/)
    })
  }

  test('filters a list that an address asks for, where a script did not come', async ({ page }) => {
    await refuseOnce(page, /\/site-[^/]*\.js$/)
    await page.goto('shop/?event=hurdles')
    await expect(page.getByRole('button', { name: 'Remove filter Hurdles' })).toBeVisible()
  })

  test('brings back what was chosen before it asked again', async ({ page, shop }) => {
    const variant = pickShoe(shop)
    await refuseOnce(page, /\/site-[^/]*\.js$/)
    const retry = await holdBack(page, '**/retry-*.js*')
    await page.goto(productPath(variant))
    await choose(page, variant)
    await page.getByRole('searchbox').fill('kite')
    await page.getByRole('searchbox').blur()
    retry.open()
    await addButton(page).click()
    await expectStored(page, [{ sku: variant.sku, quantity: 1 }])
    await expect(page.getByRole('searchbox')).toHaveValue('kite')
  })

  test('opens the cart’s drawer, where its script did not come at first', async ({
    page,
    shop,
  }) => {
    const variant = pickShoe(shop)
    const refused = await refuseOnce(page, /\/offcanvas-[^/]*\.js$/)
    await page.goto(productPath(variant))
    await choose(page, variant)
    await addButton(page).hover()
    await expect.poll(() => refused.size).toBe(1)
    await addButton(page).click()
    await expect(page.getByRole('dialog', { name: 'Cart' })).toContainText(variant.product.name)
  })

  test.describe('and then shows a picture in a page of the browser’s own', () => {
    // That page styles itself, and knows nothing of the transition that was under way.
    test.use({ mayWarn: /^Applying inline style|^Transition was/ })

    test('shows pictures full screen, where the script did not come at first', async ({
      page,
      shop,
    }) => {
      const refused = await refuseOnce(page, /\/picture-zoom[^/]*\.js$/)
      await page.goto(productPath(pickShoe(shop)))
      const picture = page.getByRole('link', { name: /^Enlarge/ }).first()
      await picture.click()
      // Without the script it is a plain link to the picture.
      await expect(page).toHaveURL(/\.(avif|webp)$/)
      expect(refused.size).toBe(1)
      await page.goBack()
      await picture.click()
      await expect(page.getByRole('dialog', { name: 'Pictures, full screen' })).toBeVisible()
    })
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

/** Refuse each file of a kind the first time that it is asked for. */
async function refuseOnce(page: Page, files: RegExp): Promise<ReadonlySet<string>> {
  const refused = new Set<string>()
  await page.route(files, async (route, request) => {
    const { pathname } = new URL(request.url())
    if (refused.has(pathname)) return route.continue()
    refused.add(pathname)
    return route.abort()
  })
  return refused
}

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

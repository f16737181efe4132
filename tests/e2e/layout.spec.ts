import type { Page } from '@playwright/test'
import { KINDS } from './support/kinds.ts'
import {
  add,
  cartLink,
  drawer,
  isNarrow,
  labelOf,
  openFilters,
  option,
  productPath,
  seedCart,
} from './support/pages.ts'
import { expectNoShift, watchShifts } from './support/shifts.ts'
import { pickShoe } from './support/shop.ts'
import { expect, test } from './support/test.ts'

/** What makes the page wider than the screen: named, so that a failure says where to look. */
function stickingOut(page: Page, width: number): Promise<string[]> {
  return page.evaluate((limit) => {
    const { scrollWidth } = document.documentElement
    if (scrollWidth <= limit) return []
    const wide = [...document.querySelectorAll('main *, footer *')].filter((element) => {
      return element.getBoundingClientRect().right > limit + 1
    })
    const names = wide.map((one) => `${one.tagName} ${one.getAttribute('class') ?? ''}`)
    return [`${scrollWidth} px`, ...names.slice(0, 6)]
  }, width)
}

/** Give every product 200 characters of name, by turns in words and in one word. */
async function lengthenNames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const names = ['Überschnellspikeschuh'.repeat(10).slice(0, 200), 'Long name '.repeat(20)]
    const places = 'main h1, main li :is(h2, h3) a, main nav [aria-current], main section li'
    const all = [...document.querySelectorAll(places)].filter((one) => one.childElementCount === 0)
    for (const [index, element] of all.entries()) element.textContent = names[index % 2]!
  })
}

for (const { name, open } of KINDS) {
  test(`${name}: nothing scrolls sideways, whatever the width and the names`, async ({
    page,
    shop,
  }) => {
    test.slow()
    const widths = isNarrow(page) ? [390, 360, 320] : [1440, 1024, 768]
    await open(page, shop)
    for (const hasLongNames of [false, true]) {
      if (hasLongNames) await lengthenNames(page)
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 })
        expect(await stickingOut(page, width), `${width} px, long names: ${hasLongNames}`).toEqual(
          [],
        )
      }
    }
  })

  test(`${name}: pictures load, nothing fails, and no request leaves the shop`, async ({
    page,
    shop,
    baseURL,
  }) => {
    const away: string[] = []
    const failed: string[] = []
    page.on('request', (request) => {
      const url = request.url()
      if (!url.startsWith(baseURL!) && !url.startsWith('data:')) away.push(url)
    })
    page.on('response', (response) => {
      if (response.status() >= 400) failed.push(`${response.status()} ${response.url()}`)
    })
    await open(page, shop)
    await page.evaluate(() => {
      for (const img of document.images) img.loading = 'eager'
    })
    await page.waitForFunction(() => [...document.images].every(({ complete }) => complete))
    await page.waitForLoadState('networkidle')
    expect(away).toEqual([])
    expect(failed).toEqual([])
    const broken = await page.evaluate(() =>
      [...document.images]
        .filter((img) => img.src !== '' && img.naturalWidth === 0 && img.checkVisibility())
        .map(({ src }) => src),
    )
    expect(broken).toEqual([])
    expect(await page.context().cookies()).toEqual([])
  })
}

for (const path of [
  '',
  'shop/',
  'shop/?size=42',
  'shop/?q=zzzz',
  'events/sprint/',
  'product',
  'cart/',
  'checkout/',
  'size-guide/',
]) {
  test(`${path === '' ? 'home' : path} does not shift while it loads`, async ({ page, shop }) => {
    const variant = pickShoe(shop)
    await seedCart(page, [{ sku: variant.sku, quantity: 2 }])
    await watchShifts(page)
    await page.goto(path === 'product' ? `${productPath(variant)}?variant=${variant.sku}` : path)
    await page.waitForLoadState('networkidle')
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    await expectNoShift(page)
  })
}

test.describe('on a phone', () => {
  test.beforeEach(({ page }) => {
    test.skip(!isNarrow(page), 'a mouse needs no large targets')
  })

  test('what a finger must hit is 44 px or more either way', async ({ page, shop }) => {
    const variant = pickShoe(shop)
    const small: string[] = []
    const measure = async (what: string, target: ReturnType<Page['locator']>): Promise<void> => {
      const { width, height } = (await target.first().boundingBox())!
      if (width < 43.5 || height < 43.5)
        small.push(`${what}: ${Math.round(width)} × ${Math.round(height)}`)
    }
    await page.goto('shop/?size=42')
    await measure('cart', cartLink(page))
    await measure('search field', page.getByRole('searchbox'))
    await measure('search button', page.getByRole('banner').getByRole('button', { name: 'Search' }))
    await measure(
      'event',
      page.getByRole('navigation', { name: 'Events' }).getByRole('link').first(),
    )
    await measure('theme', page.getByRole('combobox', { name: 'Theme' }))
    await measure('sort', page.getByRole('combobox', { name: 'Sort by' }))
    await measure('chip', page.getByRole('button', { name: /^Remove filter/ }))
    await measure('Filters', page.getByRole('button', { name: 'Filters', exact: true }))
    await openFilters(page)
    await measure('filter', labelOf(option(page, 'Event', 'Sprint')))
    await measure('Show', page.getByRole('button', { name: /^Show/ }))
    await measure('close filters', page.getByRole('dialog').getByRole('button', { name: 'Close' }))
    await add(page, variant)
    await measure('View cart', drawer(page).getByRole('link', { name: 'View cart' }))
    await measure('close drawer', drawer(page).getByRole('button', { name: 'Close' }))
    await drawer(page).getByRole('button', { name: 'Continue shopping' }).click()
    await expect(drawer(page)).toBeHidden()
    for (const group of ['Color', 'Size']) {
      await measure(
        group,
        labelOf(page.getByRole('group', { name: group, exact: true }).getByRole('radio').first()),
      )
    }
    await measure('quantity', page.getByRole('spinbutton', { name: 'Quantity' }))
    await measure('Add to cart', page.getByRole('button', { name: 'Add to cart' }))
    await page.goto('cart/')
    for (const name of ['One fewer', 'One more', 'Remove'])
      await measure(name, page.getByRole('button', { name }))
    await measure('line quantity', page.getByRole('spinbutton', { name: 'Quantity' }))
    await measure('Checkout', page.getByRole('link', { name: 'Checkout' }))
    expect(small).toEqual([])
  })

  test('the way to buy is in reach without scrolling', async ({ page, shop }) => {
    await page.goto(productPath(pickShoe(shop)))
    await expect(page.getByRole('button', { name: 'Add to cart' })).toBeInViewport()
  })
})

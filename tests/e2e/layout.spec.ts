import type { Locator, Page } from '@playwright/test'
import type { Variant } from '../../src/js/catalog/product-data.ts'
import { formatMoney } from '../../src/js/lib/money.ts'
import {
  add,
  cartLink,
  choose,
  drawer,
  labelOf,
  openFilters,
  option,
  productPath,
} from './support/pages.ts'
import { pickShoe, type Shop } from './support/shop.ts'
import { expect, ON_DESKTOP, test } from './support/test.ts'
import { setTextSize } from './support/text-size.ts'

function priceIn({ site }: Shop, { product }: Variant): string {
  return formatMoney(product.priceMinor, site.currency, site.tag)
}

test.describe('on a phone', () => {
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

  test('picture, name, price and the way to buy are on the first screen', async ({
    page,
    shop,
  }) => {
    const variant = pickShoe(shop)
    for (const [width, height] of [
      [360, 800],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height })
      await page.goto(productPath(variant))
      const bar = (await page.getByRole('spinbutton', { name: 'Quantity' }).boundingBox())!
      for (const what of [
        page.getByRole('link', { name: /^Enlarge: Side view/ }).first(),
        page.getByRole('heading', { level: 1 }),
        page.getByText(priceIn(shop, variant)).first(),
        page.getByRole('button', { name: 'Add to cart' }),
      ]) {
        await expect.soft(what, `${width} × ${height}`).toBeInViewport({ ratio: 1 })
      }
      const price = (await page.getByText(priceIn(shop, variant)).first().boundingBox())!
      expect.soft(price.y + price.height, 'price above the bar').toBeLessThan(bar.y)
    }
  })

  test('the bar says what is chosen and what it costs', async ({ page, shop }) => {
    const variant = pickShoe(shop)
    await page.goto(productPath(variant))
    const bar = page.getByText(/choose a size$/)
    await expect(bar).toBeInViewport()
    await choose(page, variant)
    const said = page.getByText(new RegExp(`${variant.colour.name} · .*EU ${variant.size}$`))
    await expect(said).toBeInViewport()
    await expect(said.locator('xpath=..')).toContainText(priceIn(shop, variant))
  })

  test('the search of a product’s page opens from its icon', async ({ page, shop }) => {
    await page.goto(productPath(pickShoe(shop)))
    const search = page.getByRole('banner').getByRole('searchbox')
    expect((await search.boundingBox())!.width).toBeLessThan(60)
    await search.click()
    expect((await search.boundingBox())!.width).toBeGreaterThan(300)
    await search.fill('javelin')
    await page.getByRole('banner').getByRole('button', { name: 'Search' }).click()
    await expect(page).toHaveURL(/\/shop\/\?q=javelin$/)
  })

  test('a short screen leaves all of the cart drawer and the filters in reach', async ({
    page,
    shop,
  }) => {
    const short = [
      { width: 320, height: 256 },
      { width: 568, height: 320 },
      { width: 740, height: 360 },
    ]
    const expectReach = async (panel: Locator, ends: readonly Locator[]): Promise<void> => {
      for (const percent of [100, 150]) {
        for (const size of short) {
          await page.setViewportSize(size)
          await setTextSize(page, percent)
          for (const end of ends) {
            await end.scrollIntoViewIfNeeded()
            await expect.soft(end, `${size.width} × ${size.height}`).toBeInViewport({ ratio: 0.9 })
          }
        }
      }
      await setTextSize(page, 100)
      await expect(panel).toBeVisible()
    }
    await add(page, pickShoe(shop))
    const cart = drawer(page)
    await expectReach(cart, [
      cart.getByRole('button', { name: 'Close' }),
      cart.getByRole('heading', { name: pickShoe(shop).product.name }),
      cart.getByRole('link', { name: 'View cart' }),
      cart.getByRole('button', { name: 'Continue shopping' }),
    ])
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('shop/')
    await openFilters(page)
    const panel = page.getByRole('dialog', { name: 'Filters' })
    await expectReach(panel, [
      labelOf(option(page, 'Event', 'Sprint')),
      panel.getByRole('checkbox').last(),
      panel.getByRole('button', { name: /^Show/ }),
    ])
  })
})

test(
  'on a desktop, Add to cart is in the first view of the shoe with the most sizes',
  ON_DESKTOP,
  async ({ page, shop }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    const sizesOf = ({ product }: Variant): number =>
      new Set(shop.variants.filter((one) => one.product === product).map(({ size }) => size)).size
    const most = shop.variants.toSorted((a, b) => sizesOf(b) - sizesOf(a))[0]!
    await page.goto(productPath(most))
    const button = page.getByRole('button', { name: 'Add to cart' })
    await expect(button).toBeInViewport({ ratio: 1 })
  },
)

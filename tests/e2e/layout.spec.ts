import type { Page } from '@playwright/test'
import {
  add,
  cartLink,
  drawer,
  labelOf,
  openFilters,
  option,
  productPath,
} from './support/pages.ts'
import { pickShoe } from './support/shop.ts'
import { expect, test } from './support/test.ts'

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

  test('the way to buy is in reach without scrolling', async ({ page, shop }) => {
    await page.goto(productPath(pickShoe(shop)))
    await expect(page.getByRole('button', { name: 'Add to cart' })).toBeInViewport()
  })
})

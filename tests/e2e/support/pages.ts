import type { Locator, Page } from '@playwright/test'
import type { Variant } from '../../../src/js/catalog/product-data.ts'
import { expect } from './test.ts'

export const CART_KEY = 'cinder.cart'

export interface Line {
  readonly sku: string
  readonly quantity: number
}

/** Whether the filters are in a panel, as on a phone. */
export function isNarrow(page: Page): boolean {
  return (page.viewportSize()?.width ?? 0) < 992
}

export function exactly(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`)
}

/* Cart */

export function cartLink(page: Page): Locator {
  return page.getByRole('banner').getByRole('link', { name: /^Cart\b/ })
}

export async function expectCount(page: Page, count: number): Promise<void> {
  const name = count === 1 ? 'Cart, 1 item' : `Cart, ${count} items`
  await expect(cartLink(page)).toHaveAccessibleName(name)
}

export function cartLines(page: Page): Locator {
  return page.getByRole('list', { name: 'Items' }).getByRole('listitem')
}

export function cartLine(page: Page, name: string): Locator {
  return cartLines(page).filter({ has: page.getByRole('heading', { name, exact: true }) })
}

export function sum(page: Page, term: 'Subtotal' | 'Shipping' | 'Total'): Locator {
  const summary = page.getByRole('region', { name: 'Summary' })
  const row = summary.locator('dl > div').filter({ has: page.getByText(term, { exact: true }) })
  return row.getByRole('definition')
}

/** Put a text into storage before the shop is opened. */
export async function seedStorage(page: Page, key: string, text: string): Promise<void> {
  await page.route('**/seed.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<link rel="icon" href="data:,">' }),
  )
  await page.goto('seed.html')
  await page.evaluate(([name, value]) => localStorage.setItem(name!, value!), [key, text])
}

export async function seedCart(page: Page, lines: readonly Line[]): Promise<void> {
  await seedStorage(page, CART_KEY, JSON.stringify({ version: 1, lines }))
}

export function readStorage(page: Page, key = CART_KEY): Promise<string | null> {
  return page.evaluate((name) => localStorage.getItem(name), key)
}

export async function expectStored(page: Page, lines: readonly Line[]): Promise<void> {
  await expect
    .poll(async () => JSON.parse((await readStorage(page)) ?? 'null') as unknown)
    .toEqual(lines.length === 0 ? expect.anything() : { version: 1, lines })
}

/* Product page */

export function productPath({ product }: Pick<Variant, 'product'>): string {
  return `products/${product.slug}/`
}

export function sizeRadio(page: Page, size: string): Locator {
  const name = new RegExp(`^${size.replace('.', '\\.')}(?![\\d.])`)
  return page.getByRole('group', { name: 'Size', exact: true }).getByRole('radio', { name })
}

/** The label of a radio button or checkbox, which is what shoppers tap. */
export function labelOf(input: Locator): Locator {
  return input.locator('xpath=ancestor::label')
}

export async function choose(page: Page, variant: Variant): Promise<void> {
  const { colour, width, size } = variant
  const radio = page
    .getByRole('group', { name: 'Color' })
    .getByRole('radio', { name: colour.name, exact: true })
  await labelOf(radio).click()
  await expect(radio).toBeChecked()
  const widths = page.getByRole('group', { name: 'Width' })
  if ((await widths.count()) > 0) {
    await labelOf(widths.getByRole('radio', { name: new RegExp(`^${width}$`, 'i') })).click()
  }
  if (size === 'one-size') return
  await labelOf(sizeRadio(page, size)).click()
  await expect(sizeRadio(page, size)).toBeChecked()
}

export function addButton(page: Page): Locator {
  return page.getByRole('button', { name: 'Add to cart' })
}

export function drawer(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Cart' })
}

/** Open a product, choose a variant and add it, which opens the cart drawer. */
export async function add(page: Page, variant: Variant): Promise<void> {
  await page.goto(productPath(variant))
  await choose(page, variant)
  await addButton(page).click()
  await expect(drawer(page)).toBeVisible()
}

/* Lists */

export function products(page: Page): Locator {
  return page.getByRole('region', { name: 'Products' }).getByRole('article')
}

export function productNames(page: Page): Promise<string[]> {
  return products(page).getByRole('heading').allTextContents()
}

/** The live region with the number of products. */
export function productCount(page: Page): Locator {
  return page.getByRole('status').filter({ hasText: /^\d+ products?$/ })
}

export async function expectListed(page: Page, count: number): Promise<void> {
  await expect(productCount(page)).toHaveText(count === 1 ? '1 product' : `${count} products`)
  await expect(products(page)).toHaveCount(count)
}

export function filters(page: Page): Locator {
  return page.locator('form').filter({ has: page.getByRole('group', { name: 'Event' }) })
}

/** The checkbox of a facet's value, whose name is the label and the count, such as "42 17". */
export function option(page: Page, facet: string, label: string): Locator {
  const name = new RegExp(`^${exactly(label).source.slice(1, -1)} \\d+$`)
  return page.getByRole('group', { name: facet, exact: true }).getByRole('checkbox', { name })
}

export async function openFilters(page: Page): Promise<void> {
  if (!isNarrow(page)) return
  await page.getByRole('button', { name: 'Filters', exact: true }).click()
  // The panel gets the focus after it has slid in. A key pressed earlier would go to the page.
  await expect(page.getByRole('dialog', { name: 'Filters' })).toBeFocused()
}

export async function closeFilters(page: Page): Promise<void> {
  if (!isNarrow(page)) return
  await page.getByRole('button', { name: /^Show \d+ products?$/ }).click()
  await expect(page.getByRole('dialog', { name: 'Filters' })).toBeHidden()
}

/** Choose values of facets. On a phone, this opens and closes the panel. */
export async function filterBy(
  page: Page,
  ...chosen: readonly [facet: string, label: string][]
): Promise<void> {
  await openFilters(page)
  for (const [facet, label] of chosen) await labelOf(option(page, facet, label)).click()
  await closeFilters(page)
}

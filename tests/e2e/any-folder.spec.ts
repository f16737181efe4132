import { rm } from 'node:fs/promises'
import { serve } from '../../scripts/serve.mjs'
import { ADA, checkButton, fillIn, orderText } from './support/checkout.ts'
import { buildShop } from './support/build.ts'
import { cartLine, choose, drawer, expectCount, productPath, products } from './support/pages.ts'
import { pickShoe, readShop, type Shop } from './support/shop.ts'
import { expect, test } from './support/test.ts'

const BASE = '/spikes/'

let site: Awaited<ReturnType<typeof serve>> | undefined
let dir = ''
let shop: Shop

test.describe.configure({ mode: 'serial' })

// Once is enough: no address depends on the screen.
test.beforeEach(({ page }, { project }) => {
  test.skip(
    project.name !== 'desktop',
    `addresses are the same at ${String(page.viewportSize()?.width)} px`,
  )
})

test.beforeAll(async ({ playwright }, { project }) => {
  if (project.name !== 'desktop') return
  test.setTimeout(120_000)
  dir = await buildShop({ BASE_PATH: BASE })
  site = await serve({ dir, port: 0, base: BASE })
  const request = await playwright.request.newContext({ baseURL: site.url })
  shop = await readShop(request)
  await request.dispose()
})

test.afterAll(async () => {
  await site?.close()
  if (dir !== '') await rm(dir, { recursive: true })
})

for (const path of [
  '',
  'shop/',
  'events/sprint/',
  'products/{slug}/',
  'cart/',
  'team/',
  'checkout/',
  'order-sheet/',
  '404.html',
]) {
  test(`everything on ${BASE}${path} is found below ${BASE}`, async ({ page, request }) => {
    const { slug } = pickShoe(shop).product
    const failed: string[] = []
    const asked: string[] = []
    page.on('request', (one) => asked.push(one.url()))
    page.on('response', (response) => {
      if (response.status() >= 400) failed.push(`${response.status()} ${response.url()}`)
    })
    await page.goto(site!.url + path.replace('{slug}', slug))
    await page.evaluate(() => {
      for (const img of document.images) img.loading = 'eager'
    })
    await page.waitForLoadState('networkidle')
    const addresses = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[href], [src], [srcset], form[action]')].flatMap(
        (element) => {
          const sets = (element.getAttribute('srcset') ?? '')
            .split(',')
            .map((part) => part.trim().split(' ')[0] ?? '')
          const plain = ['href', 'src', 'action'].map((name) => element.getAttribute(name) ?? '')
          return [...sets, ...plain]
            .filter(Boolean)
            .map((address) => new URL(address, document.baseURI).href)
        },
      ),
    )
    const internal = new Set(
      addresses.filter((url) => url.startsWith('http')).map((url) => url.replace(/#.*/, '')),
    )
    expect(internal.size).toBeGreaterThan(20)
    for (const url of [...asked.filter((one) => one.startsWith('http')), ...internal]) {
      expect(url.startsWith(site!.url), url).toBe(true)
    }
    for (const url of internal) {
      const status = (await request.get(url, { maxRedirects: 0 })).status()
      if (status !== 200) failed.push(`${status} ${url}`)
    }
    expect(failed).toEqual([])
  })
}

test('a spike is bought there', async ({ page }) => {
  const variant = pickShoe(shop)
  await page.goto(site!.url)
  await page.getByRole('main').getByRole('link', { name: 'Shop all spikes' }).click()
  await expect(page).toHaveURL(/\/spikes\/shop\/$/)
  await products(page).getByRole('link', { name: variant.product.name, exact: true }).click()
  await expect(page).toHaveURL(site!.url + productPath(variant))
  await choose(page, variant)
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await drawer(page).getByRole('link', { name: 'View cart' }).click()
  await expect(page).toHaveURL(/\/spikes\/cart\/$/)
  await expectCount(page, 1)
  const line = cartLine(page, variant.product.name)
  await expect
    .poll(() => line.locator('img').evaluate((img) => (img as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0)
  await line.getByRole('link', { name: variant.product.name }).click()
  await expect(page).toHaveURL(/\/spikes\/products\/.+\?variant=/)
  await page.goto(`${site!.url}cart/`)
  await page.getByRole('link', { name: 'Checkout' }).click()
  await fillIn(page, ADA)
  await checkButton(page).click()
  await expect(orderText(page)).toHaveValue(new RegExp(variant.sku))
})

test('filters and search stay there', async ({ page }) => {
  await page.goto(`${site!.url}shop/`)
  await page.getByRole('banner').getByRole('searchbox').fill('sprint')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/spikes\/shop\/\?q=sprint$/)
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('Name')
  await expect(page).toHaveURL(/\/spikes\/shop\/\?q=sprint&sort=name-asc$/)
})

test.describe('an address that is none', () => {
  test.use({ mayFailToLoad: true })

  test('answers 404 with a page that leads on, at any depth', async ({ page }) => {
    const response = await page.goto(`${site!.url}products/no/such/shoe/`)
    expect(response?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Off the track')
    await expectCount(page, 0)
    await page.getByRole('main').getByRole('link', { name: 'See all spikes' }).click()
    await expect(page).toHaveURL(/\/spikes\/shop\/$/)
  })
})

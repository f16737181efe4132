import { serve } from '../../scripts/serve.mjs'
import { SUBFOLDER as BASE, subfolderBuild } from '../support/subfolder-site.ts'
import { ADA, checkButton, fillIn, orderText } from './support/checkout.ts'
import { cartLine, choose, drawer, expectCount, productPath, products } from './support/pages.ts'
import { pickShoe, readShop, type Shop } from './support/shop.ts'
import { expect, test } from './support/test.ts'

let site: Awaited<ReturnType<typeof serve>> | undefined
let shop: Shop

test.beforeAll(async ({ playwright }) => {
  test.setTimeout(240_000)
  site = await serve({ dir: await subfolderBuild(), port: 0, base: BASE })
  const request = await playwright.request.newContext({ baseURL: site.url })
  shop = await readShop(request)
  await request.dispose()
})

test.afterAll(() => site?.close())

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
  test(`everything on ${BASE}${path} is found below ${BASE}`, async ({ page }) => {
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

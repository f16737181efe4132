import type { Page } from '@playwright/test'
import type { Variant } from '../../src/js/catalog/product-data.ts'
import {
  add,
  addButton,
  CART_KEY,
  cartLine,
  cartLines,
  choose,
  drawer,
  expectCount,
  expectStored,
  productPath,
  readStorage,
  seedCart,
  seedStorage,
  sum,
} from './support/pages.ts'
import { pickModels, pickShoe, pickSoldOutSize, priceOf } from './support/shop.ts'
import { expect, test } from './support/test.ts'

const UNREADABLE_KEY = 'cinder.cart.unreadable'

test('what is stored is SKU and quantity in the order added, and nothing else', async ({
  page,
  shop,
}) => {
  const [first, second] = pickModels(shop, 2)
  await add(page, second!)
  await add(page, first!)
  expect(await readStorage(page)).toBe(
    `{"version":1,"lines":[{"sku":"${second!.sku}","quantity":1},{"sku":"${first!.sku}","quantity":1}]}`,
  )
  const keys = await page.evaluate(() =>
    [localStorage, sessionStorage].flatMap((storage) => Object.keys(storage)),
  )
  for (const key of keys) expect(key).toMatch(/^cinder\./)
})

test.describe('two tabs', () => {
  test('agree within a moment, count, lines and sums', async ({ page, context, shop }) => {
    const [first, second] = pickModels(shop, 2)
    await seedCart(page, [{ sku: first!.sku, quantity: 1 }])
    await page.goto('cart/')
    const other = await context.newPage()
    await add(other, second!)
    await expectCount(page, 2)
    await expect(cartLines(page)).toHaveCount(2)
    const subtotal = first!.product.priceMinor + second!.product.priceMinor
    await expect.poll(async () => priceOf(await sum(page, 'Subtotal').innerText())).toBe(subtotal)

    await cartLine(page, first!.product.name).getByRole('button', { name: 'Remove' }).click()
    await expectCount(other, 1)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expectCount(other, 2)
  })

  test('lose no addition made at the same time', async ({ page, context, shop }) => {
    const [first, second] = pickModels(shop, 2)
    const other = await context.newPage()
    const open = async (tab: Page, variant: Variant): Promise<void> => {
      await tab.goto(`${productPath(variant)}?variant=${variant.sku}`)
      await expect(addButton(tab)).toBeEnabled()
    }
    await open(page, first!)
    await open(other, second!)
    // By script: the button would be covered by the drawer, and a click takes tens of milliseconds.
    const submit = (tab: Page): Promise<void> =>
      tab.evaluate(() => document.querySelector<HTMLFormElement>('main form')!.requestSubmit())
    for (let round = 0; round < 3; round += 1) await Promise.all([submit(page), submit(other)])
    await expectCount(page, 6)
    await expectCount(other, 6)
    const stored = JSON.parse((await readStorage(page))!) as {
      lines: { sku: string; quantity: number }[]
    }
    expect(new Map(stored.lines.map(({ sku, quantity }) => [sku, quantity]))).toEqual(
      new Map([
        [first!.sku, 3],
        [second!.sku, 3],
      ]),
    )
  })

  test('a cleared storage empties the other tab, rubbish does not break it', async ({
    page,
    context,
    shop,
  }) => {
    const { sku } = pickShoe(shop)
    await seedCart(page, [{ sku, quantity: 2 }])
    await page.goto('cart/')
    await expectCount(page, 2)
    const other = await context.newPage()
    await other.goto('about/')
    await other.evaluate(() => {
      localStorage.clear()
    })
    await expectCount(page, 0)
    await expect(page.getByRole('heading', { name: 'Your cart is empty.' })).toBeVisible()
    await other.evaluate((key) => {
      localStorage.setItem(key, '{"version":1,"lines":[null]}')
    }, CART_KEY)
    await expect.poll(() => readStorage(page, UNREADABLE_KEY)).toBe('{"version":1,"lines":[null]}')
    await expectCount(page, 0)
  })
})

test('going back shows what is in the cart now', async ({ page, shop }) => {
  await page.goto('about/')
  await add(page, pickShoe(shop))
  await expectCount(page, 1)
  await page.goBack()
  await expect(page).toHaveURL(/\/about\/$/)
  await expectCount(page, 1)
  await page.goForward()
  await expectCount(page, 1)
})

test.describe('a stored SKU', () => {
  test('that is no longer sold is shown, costs nothing, and stays until removed', async ({
    page,
    shop,
  }) => {
    const { sku, product } = pickShoe(shop)
    const lines = [
      { sku: 'GONE-RED-42', quantity: 3 },
      { sku: '__proto__', quantity: 1 },
      { sku, quantity: 1 },
    ]
    await seedCart(page, lines)
    await page.goto('cart/')
    const gone = cartLines(page).filter({ hasText: 'GONE-RED-42' })
    await expect(gone).toContainText('No longer available. You won’t be charged for it.')
    await expect(gone.getByRole('spinbutton')).toHaveCount(0)
    await expect(cartLines(page).filter({ hasText: '__proto__' })).toContainText(
      'No longer available',
    )
    expect(priceOf(await sum(page, 'Subtotal').innerText())).toBe(product.priceMinor)
    await cartLine(page, product.name).getByRole('button', { name: 'One more' }).click()
    await expectStored(page, [lines[0]!, lines[1]!, { sku, quantity: 2 }])
    await gone.getByRole('button', { name: 'Remove' }).click()
    await expectStored(page, [lines[1]!, { sku, quantity: 2 }])
  })

  test('that is sold out is shown and costs nothing', async ({ page, shop }) => {
    const { sku, product } = pickSoldOutSize(shop)
    await seedCart(page, [{ sku, quantity: 1 }])
    await page.goto('cart/')
    await expect(cartLine(page, product.name)).toContainText('Sold out since you added it.')
    expect(priceOf(await sum(page, 'Total').innerText())).toBe(0)
  })

  test('above its stock is charged for what there is, and says so', async ({ page, shop }) => {
    const { sku, product, stock } = pickShoe(shop)
    await seedCart(page, [{ sku, quantity: 10 }])
    await page.goto('cart/')
    const line = cartLine(page, product.name)
    await expect(line).toContainText(`Only ${stock} left`)
    await expect(line.getByRole('spinbutton')).toHaveValue(String(stock))
    expect(priceOf(await sum(page, 'Subtotal').innerText())).toBe(stock * product.priceMinor)
  })

  test('that stands there twice becomes one line', async ({ page, shop }) => {
    const { sku, product } = pickShoe(shop)
    await seedCart(page, [
      { sku, quantity: 1 },
      { sku, quantity: 2 },
    ])
    await page.goto('cart/')
    await expect(cartLines(page)).toHaveCount(1)
    await expect(cartLine(page, product.name).getByRole('spinbutton')).toHaveValue('3')
    await expectCount(page, 3)
  })
})

test.describe('when the catalogue does not load', () => {
  test.use({ mayFailToLoad: true })
  const CATALOGUE = '**/data/catalogue.*.json'

  test('the cart says so, is safe, and tries again on request', async ({ page, shop }) => {
    const { sku, product } = pickShoe(shop)
    await seedCart(page, [{ sku, quantity: 2 }])
    await page.route(CATALOGUE, (route) => route.abort())
    await page.goto('cart/')
    await expect(page.getByRole('alert').filter({ hasText: 'couldn’t load' })).toBeVisible()
    await expect(page.getByText('Your cart is empty.')).toBeHidden()
    await expectCount(page, 2)
    await page.unroute(CATALOGUE)
    await page.route(CATALOGUE, (route) => route.fulfill({ status: 503, body: 'no' }))
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
    await page.unroute(CATALOGUE)
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(cartLine(page, product.name).getByRole('spinbutton')).toHaveValue('2')
    await expectStored(page, [{ sku, quantity: 2 }])
  })

  test('the checkout says so and tries again too', async ({ page, shop }) => {
    const { sku, product } = pickShoe(shop)
    await seedCart(page, [{ sku, quantity: 1 }])
    await page.route(CATALOGUE, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<p>login' }),
    )
    await page.goto('checkout/')
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
    await page.unroute(CATALOGUE)
    await page.getByRole('button', { name: 'Try again' }).click()
    const summary = page.getByRole('region', { name: 'Summary' })
    await expect(summary).toContainText(product.name)
  })

  test('a page that meets a newer shop says so and reloads, once; the cart is kept', async ({
    page,
    shop,
  }) => {
    const { sku, product } = pickShoe(shop)
    await seedCart(page, [{ sku, quantity: 2 }])
    const newer = JSON.stringify({ version: 1000, products: [] })
    await page.route(CATALOGUE, (route) =>
      route.fulfill({ contentType: 'application/json', body: newer }),
    )
    await page.goto('cart/')
    const notice = page.getByRole('region', { name: 'Saved pages' })
    const reloaded = page.waitForEvent('load')
    await expect(notice).toContainText('This page will reload in a moment. Your cart is saved.')
    await reloaded
    // Still a newer one: an old page came from some cache on the way. It does not go on for ever.
    await expect(notice).toContainText('Reload the page to see today’s prices.')
    await page.unroute(CATALOGUE)
    await notice.getByRole('button', { name: 'Reload' }).click()
    await expect(cartLine(page, product.name).getByRole('spinbutton')).toHaveValue('2')
    await expectStored(page, [{ sku, quantity: 2 }])
  })

  test('a product can be added all the same', async ({ page, shop }) => {
    const variant = pickShoe(shop)
    await page.route(CATALOGUE, (route) => route.abort())
    await page.goto(productPath(variant))
    await choose(page, variant)
    await addButton(page).click()
    await expect(drawer(page).getByRole('article')).toContainText(variant.product.name)
    await expectStored(page, [{ sku: variant.sku, quantity: 1 }])
  })
})

test('a cart is read even where other keys hold noise', async ({ page, shop }) => {
  const { sku } = pickShoe(shop)
  for (const key of ['cinder.theme', 'cinder.size-system', 'cinder.storage-notice']) {
    await seedStorage(page, key, '<script>{"__proto__":1}')
  }
  await seedCart(page, [{ sku, quantity: 2 }])
  await page.goto(productPath(pickShoe(shop)))
  await expectCount(page, 2)
})

import type { Page } from '@playwright/test'
import {
  add,
  CART_KEY,
  cartLine,
  cartLines,
  drawer,
  expectCount,
  expectStored,
  readStorage,
  seedCart,
  seedStorage,
} from './support/pages.ts'
import { pickModels, pickShoe } from './support/shop.ts'
import { ADA, checkButton, fillIn, orderText } from './support/checkout.ts'
import { expect, test } from './support/test.ts'

const UNREADABLE_KEY = 'cinder.cart.unreadable'

function notice(page: Page) {
  return page.getByRole('region', { name: 'Notice' })
}

test.describe('storage that is blocked', () => {
  test('keeps the cart on the way to the order, and says how it is', async ({ page, shop }) => {
    test.slow()
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('The operation is insecure.', 'SecurityError')
          },
        })
      }
    })
    const variant = pickShoe(shop)
    await page.goto('')
    await expect(notice(page)).toBeHidden()
    await add(page, variant)
    await expectCount(page, 1)
    await expect(page.getByText('won’t let this shop save your cart')).toBeVisible()
    await drawer(page).getByRole('link', { name: 'View cart' }).click()
    const line = cartLine(page, variant.product.name)
    await line.getByRole('button', { name: 'One more' }).click()
    await expectCount(page, 2)
    await page.getByRole('link', { name: 'Checkout' }).click()
    const summary = page.getByRole('region', { name: 'Summary' })
    await expect(summary).toContainText(`2 × ${variant.product.name}`)
    await fillIn(page, ADA)
    await checkButton(page).click()
    await expect(orderText(page)).toHaveValue(new RegExp(`2 × ${variant.product.name}`))
    await page.getByRole('link', { name: 'Back to cart' }).click()
    await expect(line.getByRole('spinbutton')).toHaveValue('2')
  })

  test('leaves theme and size system usable', async ({ page, shop }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError')
        },
      })
    })
    await page.goto(`products/${pickShoe(shop).product.slug}/`)
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('Dark')
    await expect(page.locator('html')).toHaveAttribute('data-bs-theme', 'dark')
    await page.getByRole('combobox', { name: 'Show sizes in' }).selectOption('UK')
  })
})

for (const both of [false, true]) {
  test(`storage that is full${both ? ', for the tab too,' : ''} keeps the cart and says so`, async ({
    page,
    shop,
  }) => {
    const [first, second] = pickModels(shop, 2)
    await seedCart(page, [{ sku: first!.sku, quantity: 1 }])
    await page.addInitScript((isTabFull) => {
      const present = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem')!
      const setItem = present.value as (this: Storage, key: string, value: string) => void
      Storage.prototype.setItem = function (key, value) {
        if (this === localStorage || isTabFull) throw new DOMException('full', 'QuotaExceededError')
        setItem.call(this, key, value)
      }
    }, both)
    await add(page, second!)
    await expectCount(page, 2)
    await expect(page.getByText('storage is full')).toBeVisible()
    await drawer(page).getByRole('link', { name: 'View cart' }).click()
    await expect(cartLines(page)).toHaveCount(2)
    await expectCount(page, 2)
    await expectStored(page, [{ sku: first!.sku, quantity: 1 }])
  })
}

test.describe('on any screen', () => {
  for (const [what, text] of [
    ['no JSON', 'not json {'],
    ['nothing', ''],
    ['null', 'null'],
    ['a number', '42'],
    ['a list', '[{"sku":"A","quantity":1}]'],
    ['an empty object', '{}'],
    ['no lines', '{"version":1}'],
    ['lines that are no list', '{"version":1,"lines":{"0":{"sku":"A","quantity":1}}}'],
    ['a future version', '{"version":2,"lines":[{"sku":"A","quantity":1}],"coupon":"X"}'],
    ['a version in words', '{"version":"1","lines":[]}'],
    ['lines of wrong types', '{"version":1,"lines":[null,1,"A",[],{"sku":5,"quantity":1}]}'],
    [
      'quantities of wrong types',
      '{"version":1,"lines":[{"sku":"A","quantity":"2"},{"sku":"B","quantity":-1}]}',
    ],
    [
      'fractions and infinity',
      '{"version":1,"lines":[{"sku":"A","quantity":1.5},{"sku":"B","quantity":1e999}]}',
    ],
    ['prototype keys', '{"__proto__":{"version":1,"lines":[]},"constructor":1}'],
    ['a script', '<script>document.title="hit"</script>'],
    ['deep nesting', '['.repeat(100_000)],
  ] as const) {
    test(`a stored cart of ${what} is kept aside, reported once, and replaced by a working one`, async ({
      page,
      shop,
    }) => {
      await seedStorage(page, CART_KEY, text)
      await page.goto('cart/')
      await expect(page.getByRole('heading', { name: 'Your cart is empty.' })).toBeVisible()
      await expect(notice(page)).toContainText('couldn’t read')
      expect(await readStorage(page, UNREADABLE_KEY)).toBe(text)

      const variant = pickShoe(shop)
      await add(page, variant)
      await expect(notice(page)).toBeHidden()
      await expectStored(page, [{ sku: variant.sku, quantity: 1 }])
      expect(await readStorage(page, UNREADABLE_KEY)).toBe(text)
    })
  }
})

test('a stored order that can’t be read is kept aside, and said once', async ({ page, shop }) => {
  const alert = page.getByRole('alert').filter({ hasText: 'read part of your saved order' })
  await seedCart(page, [{ sku: pickShoe(shop).sku, quantity: 1 }])
  await page.evaluate(() => {
    localStorage.setItem('cinder.order', '{"version":2}')
  })
  await page.goto('checkout/')
  await expect(alert).toBeVisible()
  expect(await readStorage(page, 'cinder.order.unreadable')).toBe('{"version":2}')
  await page.reload()
  await expect(checkButton(page)).toBeVisible()
  await expect(alert).toBeHidden()
})

test('what can be read of a damaged cart is still there', async ({ page, shop }) => {
  const { sku, product } = pickShoe(shop)
  const text = `{"version":1,"lines":[{"sku":"${sku}","quantity":2},{"sku":7},{"quantity":1}]}`
  await seedStorage(page, CART_KEY, text)
  await page.goto('cart/')
  await expect(cartLine(page, product.name).getByRole('spinbutton')).toHaveValue('2')
  await expect(notice(page)).toContainText('The rest is here')
  expect(await readStorage(page, UNREADABLE_KEY)).toBe(text)
  await notice(page).getByRole('button', { name: 'Close' }).click()
  await expect(notice(page)).toBeHidden()
})

test('five megabytes of noise are kept, and the shop goes on', async ({ page, shop }) => {
  await page.route('**/seed.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<link rel="icon" href="data:,">' }),
  )
  await page.goto('seed.html')
  await page.evaluate((key) => {
    localStorage.setItem(key, 'x'.repeat(5_000_000))
  }, CART_KEY)
  const variant = pickShoe(shop)
  await add(page, variant)
  await expectCount(page, 1)
  await expectStored(page, [{ sku: variant.sku, quantity: 1 }])
  const kept = await page.evaluate((key) => localStorage.getItem(key)?.length, UNREADABLE_KEY)
  expect(kept).toBe(5_000_000)
})

test('a quantity of a billion becomes what a line may hold', async ({ page, shop }) => {
  const { sku, product, stock } = pickShoe(shop)
  await seedStorage(
    page,
    CART_KEY,
    `{"version":1,"lines":[{"sku":"${sku}","quantity":1000000000}]}`,
  )
  await page.goto('cart/')
  await expect(cartLine(page, product.name).getByRole('spinbutton')).toHaveValue(String(stock))
})

import {
  add,
  cartLine,
  cartLines,
  drawer,
  expectCount,
  expectStored,
  seedCart,
  sum,
} from './support/pages.ts'
import { pickModels, pickPlenty, pickShoe, priceOf } from './support/shop.ts'
import { expect, ON_BOTH, test } from './support/test.ts'

test('an empty cart says so and leads on', async ({ page }) => {
  await page.goto('cart/')
  await expect(page.getByRole('heading', { name: 'Your cart is empty.' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Checkout' })).toBeHidden()
  await page.getByRole('main').getByRole('link', { name: 'Shop all spikes' }).click()
  await expect(page).toHaveURL(/\/shop\/$/)
})

test.describe('on any screen', () => {
  for (const typed of ['0', '-1', 'abc', '1.5', '', '1e9', '1000000000', '99999999999999999999']) {
    test(`a line’s quantity typed as “${typed}” leaves a sane one, and says why`, async ({
      page,
      shop,
    }) => {
      const { sku, product, stock } = pickShoe(shop)
      await seedCart(page, [{ sku, quantity: 2 }])
      await page.goto('cart/')
      const line = cartLine(page, product.name)
      const quantity = line.getByRole('spinbutton', { name: 'Quantity' })
      await quantity.fill('')
      await quantity.pressSequentially(typed)
      await quantity.press('Tab')
      await expect(quantity).toHaveValue(new RegExp(`^(2|${stock})$`))
      await expect(line).toContainText(/available|from 1 to/)
      const kept = Number(await quantity.inputValue())
      await expectStored(page, [{ sku, quantity: kept }])
      expect(priceOf(await sum(page, 'Subtotal').innerText())).toBe(kept * product.priceMinor)
    })
  }
})

test('a quantity above the stock becomes the stock, and says so', async ({ page, shop }) => {
  const { sku, product, stock } = pickShoe(shop)
  await seedCart(page, [{ sku, quantity: 1 }])
  await page.goto('cart/')
  const line = cartLine(page, product.name)
  const quantity = line.getByRole('spinbutton', { name: 'Quantity' })
  await quantity.fill(String(stock + 5))
  await quantity.press('Enter')
  await expect(quantity).toHaveValue(String(stock))
  await expect(line).toContainText(`Only ${stock} available.`)
  await expectStored(page, [{ sku, quantity: stock }])
  await expect(line.getByRole('button', { name: 'One more' })).toBeDisabled()
})

test('the stepper goes from one to ten and no further', async ({ page, shop }) => {
  const { sku, product } = pickPlenty(shop)
  await seedCart(page, [{ sku, quantity: 1 }])
  await page.goto('cart/')
  const line = cartLine(page, product.name)
  const more = line.getByRole('button', { name: 'One more' })
  const fewer = line.getByRole('button', { name: 'One fewer' })
  await expect(fewer).toBeDisabled()
  for (let quantity = 2; quantity <= 10; quantity += 1) {
    await more.click()
    await expectCount(page, quantity)
  }
  await expect(more).toBeDisabled()
  await fewer.click()
  await expectCount(page, 9)
  await expect(more).toBeEnabled()
})

test('the stepper at its end keeps the keyboard’s place', async ({ page, shop }) => {
  const { sku, product } = pickPlenty(shop)
  await seedCart(page, [{ sku, quantity: 9 }])
  await page.goto('cart/')
  const line = cartLine(page, product.name)
  await line.getByRole('button', { name: 'One more' }).focus()
  await page.keyboard.press('Enter')
  await expectCount(page, 10)
  await page.keyboard.press('Shift+Tab')
  await expect(line.getByRole('spinbutton')).toBeFocused()
})

test(
  'removing goes to the next line, undoing puts it back in its place',
  ON_BOTH,
  async ({ page, shop }) => {
    const [first, second, third] = pickModels(shop, 3)
    const lines = [first!, second!, third!].map(({ sku }) => ({ sku, quantity: 2 }))
    await seedCart(page, lines)
    await page.goto('cart/')
    const { name } = second!.product
    await cartLine(page, name).getByRole('button', { name: 'Remove' }).click()
    await expect(page.getByRole('status').filter({ hasText: `${name} removed.` })).toBeVisible()
    await expect(cartLines(page)).toHaveCount(2)
    await expect(
      cartLine(page, third!.product.name).getByRole('button', { name: 'Remove' }),
    ).toBeFocused()
    await expectStored(page, [lines[0]!, lines[2]!])

    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(cartLines(page).nth(1)).toContainText(name)
    await expectStored(page, lines)
    const hasFocus = cartLine(page, name).locator(':focus')
    await expect(hasFocus).toHaveCount(1)
    await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden()
  },
)

test('removing the last line goes to what says that the cart is empty, and can be undone', async ({
  page,
  shop,
}) => {
  const { sku, product } = pickShoe(shop)
  await seedCart(page, [{ sku, quantity: 3 }])
  await page.goto('cart/')
  await cartLine(page, product.name).getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('heading', { name: 'Your cart is empty.' })).toBeVisible()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(
    'Your cart is empty.',
  )
  await expectCount(page, 0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expectStored(page, [{ sku, quantity: 3 }])
  await expect(cartLine(page, product.name).getByRole('spinbutton')).toHaveValue('3')
})

test('a line leads back to its variant', async ({ page, shop }) => {
  const { sku, product, colour } = pickShoe(shop)
  await seedCart(page, [{ sku, quantity: 1 }])
  await page.goto('cart/')
  await cartLine(page, product.name).getByRole('link', { name: product.name }).click()
  await expect(page).toHaveURL(new RegExp(`/products/${product.slug}/\\?variant=${sku}$`))
  const chosen = page.getByRole('group', { name: 'Color' }).getByRole('radio', { checked: true })
  await expect(chosen).toHaveAccessibleName(colour.name)
})

test('shipping costs its rate below the threshold and nothing from it on', async ({
  page,
  shop,
}) => {
  const { freeFromMinor, rateMinor } = shop.site.shipping
  const [one] = pickModels(shop, 1, freeFromMinor!)
  const { sku, product } = one!
  await seedCart(page, [{ sku, quantity: 1 }])
  await page.goto('cart/')
  expect(priceOf(await sum(page, 'Shipping').innerText())).toBe(rateMinor)
  const hint = page.getByText(/more for free shipping\.$/)
  expect(priceOf(await hint.innerText())).toBe(freeFromMinor! - product.priceMinor)

  const [, ...others] = pickModels(shop, 12)
  await seedCart(
    page,
    [one!, ...others].map((variant) => ({ sku: variant.sku, quantity: 1 })),
  )
  await page.goto('cart/')
  await expect(sum(page, 'Shipping')).toHaveText('Free')
  await expect(page.getByText('This order ships free.')).toBeVisible()
  await expect(sum(page, 'Total')).toHaveText(await sum(page, 'Subtotal').innerText())
})

test('the drawer shows the same subtotal as the cart page', async ({ page, shop }) => {
  for (const variant of pickModels(shop, 2)) await add(page, variant)
  const subtotal = drawer(page).getByRole('paragraph').filter({ hasText: 'Subtotal' })
  await expect(subtotal).toContainText('.')
  const shown = priceOf(await subtotal.innerText())
  await page.goto('cart/')
  expect(priceOf(await sum(page, 'Subtotal').innerText())).toBe(shown)
})

test('an empty checkout says so and leads back', async ({ page }) => {
  await page.goto('checkout/')
  await expect(page.getByRole('heading', { name: 'Your cart is empty.' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Full name' })).toBeHidden()
})

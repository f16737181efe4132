import {
  add,
  addButton,
  cartLine,
  cartLines,
  choose,
  drawer,
  expectCount,
  expectListed,
  expectStored,
  filterBy,
  productNames,
  productPath,
  products,
  readStorage,
  sizeRadio,
  sum,
} from './support/pages.ts'
import {
  pick,
  pickAccessory,
  pickPlenty,
  pickShoe,
  pickSoldOutModel,
  pickSoldOutSize,
  priceOf,
} from './support/shop.ts'
import { expect, ON_BOTH, test } from './support/test.ts'

test(
  'leads from the home page to a cart that survives a reload',
  ON_BOTH,
  async ({ page, shop }) => {
    await page.goto('')
    await page
      .getByRole('main')
      .getByRole('link', { name: /\bSprint\b/ })
      .first()
      .click()
    await expect(page).toHaveURL(/\/events\/sprint\/$/)
    await filterBy(page, ['Size', '42'])
    await expect(page).toHaveURL(/\?size=42$/)

    const names = await productNames(page)
    const variant = pick(shop, 'a listed 42', ({ product, size, stock }) => {
      return names.includes(product.name) && size === '42' && stock >= 4 && stock < 10
    })
    const { name } = variant.product
    await products(page).getByRole('link', { name, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
    await choose(page, variant)
    await expect(page.getByText(/^In stock\.$|^Only \d left\.$/)).toBeVisible()
    await addButton(page).click()

    await expect(drawer(page)).toBeVisible()
    await expect(drawer(page).getByRole('article')).toContainText(name)
    await expect(drawer(page).getByRole('article')).toContainText(
      `${variant.colour.name}, size EU 42`,
    )
    await expectCount(page, 1)
    await drawer(page).getByRole('link', { name: 'View cart' }).click()

    await expect(page).toHaveURL(/\/cart\/$/)
    const line = cartLine(page, name)
    const quantity = line.getByRole('spinbutton', { name: 'Quantity' })
    await expect(line).toContainText(`${variant.colour.name}, size EU 42`)
    await quantity.fill('2')
    await quantity.press('Tab')
    await expectCount(page, 2)
    await line.getByRole('button', { name: 'One more' }).click()
    await expect(quantity).toHaveValue('3')
    await expectCount(page, 3)

    const total = await sum(page, 'Total').textContent()
    await page.reload()
    await expect(quantity).toHaveValue('3')
    await expect(sum(page, 'Total')).toHaveText(total!)
    await expectStored(page, [{ sku: variant.sku, quantity: 3 }])
  },
)

test('sums come to what the shown prices come to', async ({ page, shop }) => {
  const shoe = pickShoe(shop)
  const accessory = pickAccessory(shop)
  await add(page, shoe)
  await add(page, accessory)
  await page.goto('cart/')
  await cartLine(page, shoe.product.name).getByRole('button', { name: 'One more' }).click()
  await expectCount(page, 3)

  let subtotal = 0
  for (const [{ product }, quantity] of [
    [shoe, 2],
    [accessory, 1],
  ] as const) {
    const line = cartLine(page, product.name)
    const each = priceOf(await line.getByText(/ each$/).innerText())
    expect(each).toBe(product.priceMinor)
    const total = priceOf(
      await line.getByRole('paragraph').filter({ hasText: 'Line total' }).innerText(),
    )
    expect(total).toBe(each * quantity)
    subtotal += total
  }
  expect(priceOf(await sum(page, 'Subtotal').innerText())).toBe(subtotal)
  const shipping = await sum(page, 'Shipping').innerText()
  const shippingMinor = shipping === 'Free' ? 0 : priceOf(shipping)
  const { freeFromMinor, rateMinor } = shop.site.shipping
  expect(shippingMinor).toBe(subtotal >= freeFromMinor! ? 0 : rateMinor)
  expect(priceOf(await sum(page, 'Total').innerText())).toBe(subtotal + shippingMinor)
})

test(
  'adding without a size says what is missing, goes there, and adds nothing',
  ON_BOTH,
  async ({ page, shop }) => {
    await page.goto(productPath(pickShoe(shop)))
    await addButton(page).click()
    await expect(page.getByRole('alert').filter({ hasText: 'Choose a size first.' })).toBeVisible()
    const sizes = page.getByRole('group', { name: 'Size', exact: true }).getByRole('radio')
    await expect(sizes.first()).toBeFocused()
    await expect(sizes.first()).toBeInViewport()
    await expect(drawer(page)).toBeHidden()
    await expectCount(page, 0)

    await page.keyboard.press('ArrowRight')
    await expect(page.getByText('Choose a size first.')).toBeHidden()
  },
)

test(
  'a sold-out size can be chosen, adds nothing, and names what there is',
  ON_BOTH,
  async ({ page, shop }) => {
    const variant = pickSoldOutSize(shop)
    await page.goto(productPath(variant))
    await choose(page, variant)
    const radio = sizeRadio(page, variant.size)
    await expect(radio).toHaveAccessibleName(new RegExp(`^${variant.size} ?, sold out$`))
    const struck = await radio.evaluate((input) => {
      const all = [input.closest('label')!, ...input.closest('label')!.querySelectorAll('*')]
      return all.some((element) =>
        getComputedStyle(element).textDecorationLine.includes('line-through'),
      )
    })
    expect(struck, 'struck through').toBe(true)
    const told = page.getByRole('status').filter({ hasText: 'sold out' })
    await expect(told).toContainText(`EU ${variant.size} is sold out`)
    await expect(told).toContainText(/Other (colors|widths) in EU|Nearby sizes in this color/)

    await addButton(page).click()
    await expect(told).toBeFocused()
    await expect(told).toBeInViewport()
    await expect(drawer(page)).toBeHidden()
    await expectCount(page, 0)
  },
)

test.describe('on any screen', () => {
  for (const [what, keys] of [
    ['0', '0'],
    ['−1', '-1'],
    ['a billion', '1e9'],
    ['letters', 'abc'],
    ['a fraction', '1.5'],
    ['nothing', ''],
  ] as const) {
    test(`a quantity of ${what} is refused with what is allowed`, async ({ page, shop }) => {
      const variant = pickShoe(shop)
      await page.goto(productPath(variant))
      await choose(page, variant)
      const quantity = page.getByRole('spinbutton', { name: 'Quantity' })
      await quantity.fill('')
      await quantity.pressSequentially(keys)
      await addButton(page).click()
      await expect(page.getByText(`Enter a quantity from 1 to ${variant.stock}.`)).toBeVisible()
      await expect(quantity).toBeFocused()
      await expect(quantity).toHaveAttribute('aria-invalid', 'true')
      await expectCount(page, 0)
      await quantity.fill('2')
      await addButton(page).click()
      await expect(drawer(page)).toBeVisible()
      await expectStored(page, [{ sku: variant.sku, quantity: 2 }])
    })
  }
})

test('a pasted text is no quantity, a pasted number is one', async ({ page, shop }) => {
  const variant = pickShoe(shop)
  await page.goto(productPath(variant))
  await choose(page, variant)
  const quantity = page.getByRole('spinbutton', { name: 'Quantity' })
  await quantity.fill('')
  await page.keyboard.insertText('two <b>pairs</b>')
  await addButton(page).click()
  await expect(page.getByText(/^Enter a quantity/)).toBeVisible()
  await quantity.fill('')
  await page.keyboard.insertText('3')
  await addButton(page).click()
  await expectStored(page, [{ sku: variant.sku, quantity: 3 }])
})

test('never more than the stock, and says how many are left', async ({ page, shop }) => {
  const variant = pickShoe(shop)
  await page.goto(productPath(variant))
  await choose(page, variant)
  const quantity = page.getByRole('spinbutton', { name: 'Quantity' })
  await quantity.fill(String(variant.stock + 1))
  await addButton(page).click()
  await expect(page.getByText(`You can add up to ${variant.stock} `)).toBeVisible()
  await expectCount(page, 0)

  await quantity.fill(String(variant.stock))
  await addButton(page).click()
  await expect(drawer(page)).toBeVisible()
  await drawer(page).getByRole('button', { name: 'Continue shopping' }).click()
  await quantity.fill('1')
  await addButton(page).click()
  await expect(
    page.getByText(`All ${variant.stock} available are already in your cart`),
  ).toBeVisible()
  await expectStored(page, [{ sku: variant.sku, quantity: variant.stock }])
})

test('never more than ten of one thing', async ({ page, shop }) => {
  const variant = pickPlenty(shop)
  await page.goto(productPath(variant))
  await choose(page, variant)
  const quantity = page.getByRole('spinbutton', { name: 'Quantity' })
  await quantity.fill('11')
  await addButton(page).click()
  await expect(page.getByText('You can add up to 10 ')).toBeVisible()
  await quantity.fill('10')
  await addButton(page).click()
  await expectCount(page, 10)
  await page.goto('cart/')
  const line = cartLine(page, variant.product.name)
  await expect(line.getByRole('button', { name: 'One more' })).toBeDisabled()
})

test('the same again grows its line, another colour is a line of its own', async ({
  page,
  shop,
}) => {
  const variant = pickShoe(shop)
  const other = pick(shop, 'another colour', ({ product, colour, stock }) => {
    return product === variant.product && colour !== variant.colour && stock > 0
  })
  for (const one of [variant, other, variant]) await add(page, one)
  await expectStored(page, [
    { sku: variant.sku, quantity: 2 },
    { sku: other.sku, quantity: 1 },
  ])
  await page.goto('cart/')
  await expect(cartLines(page)).toHaveCount(2)
})

test('the address of a variant chooses it, and keeps the choice over reload and back', async ({
  page,
  shop,
}) => {
  const variant = pickShoe(shop)
  const colour = page.getByRole('group', { name: 'Color' }).getByRole('radio', { checked: true })
  const expectChosen = async (): Promise<void> => {
    await expect(sizeRadio(page, variant.size)).toBeChecked()
    await expect(colour).toHaveAccessibleName(variant.colour.name)
    await expect(page.getByText(/^In stock\.$|^Only \d left\.$/)).toBeVisible()
  }
  await page.goto(`${productPath(variant)}?variant=${variant.sku}`)
  await expectChosen()
  await page.goto(productPath(variant))
  await choose(page, variant)
  await expect(page).toHaveURL(new RegExp(`\\?variant=${variant.sku}$`))
  await page.reload()
  await expectChosen()
  await page.getByRole('banner').getByRole('link', { name: shop.site.shop.name }).click()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(variant.product.name)
  await page.goBack()
  await expectChosen()
  await addButton(page).click()
  await expectStored(page, [{ sku: variant.sku, quantity: 1 }])
})

test.describe('on any screen', () => {
  for (const sku of ['NO-SUCH-1', '__proto__', '%E0%A4%A', '<script>', 'x'.repeat(5000)]) {
    test(`an address with the variant ${sku.slice(0, 20)} shows the model as it is`, async ({
      page,
      shop,
    }) => {
      const { product } = pickShoe(shop)
      await page.goto(`products/${product.slug}/?variant=${sku}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(product.name)
      const sizes = page.getByRole('group', { name: 'Size', exact: true })
      await expect(sizes.getByRole('radio', { checked: true })).toHaveCount(0)
      await addButton(page).click()
      await expect(page.getByText('Choose a size first.')).toBeVisible()
    })
  }
})

test('a model that is sold out says so and sells nothing', async ({ page, shop }) => {
  const variant = pickSoldOutModel(shop)
  await page.goto(productPath(variant))
  await expect(page.getByText(/sold out in every size/)).toBeVisible()
  const sizes = page.getByRole('group', { name: 'Size', exact: true }).getByRole('radio')
  for (const size of await sizes.all()) await expect(size).toHaveAccessibleName(/, sold out$/)
  await choose(page, variant)
  await addButton(page).click()
  await expect(drawer(page)).toBeHidden()
  expect(await readStorage(page)).toBeNull()
})

test('a discontinued model is sold while it lasts, but only a search for it lists it', async ({
  page,
  shop,
}) => {
  await page.goto('shop/')
  const listed = await productNames(page)
  await expectListed(page, listed.length)
  const unlisted = pick(shop, 'sold but not listed', ({ product, stock }) => {
    return stock > 0 && !listed.includes(product.name)
  })
  await page.goto(`shop/?q=${encodeURIComponent(unlisted.product.name)}`)
  await expect(products(page).getByRole('heading', { name: unlisted.product.name })).toBeVisible()
  await page.goto(productPath(unlisted))
  await expect(page.getByText('Discontinued', { exact: true })).toBeVisible()
  await add(page, unlisted)
  await expectCount(page, 1)
})

test('an accessory without sizes goes into the cart by one press', async ({ page, shop }) => {
  const variant = pick(shop, 'of one size', ({ size, stock }) => size === 'one-size' && stock > 0)
  await page.goto(productPath(variant))
  await expect(page.getByRole('group', { name: 'Size', exact: true })).toHaveCount(0)
  await addButton(page).click()
  await expect(drawer(page).getByRole('article')).toContainText(variant.product.name)
})

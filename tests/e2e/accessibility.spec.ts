import { expectNoViolation } from './support/accessible.ts'
import { checkButton, goToCheck, orderText, outcome, THANKS } from './support/checkout.ts'
import type { Kind } from './support/kinds.ts'
import {
  add,
  addButton,
  cartLine,
  CART_KEY,
  choose,
  drawer,
  isNarrow,
  productPath,
  seedCart,
  seedStorage,
} from './support/pages.ts'
import { pickShoe, pickSoldOutSize } from './support/shop.ts'
import { expect, ON_BOTH, test } from './support/test.ts'

/** A state of a page, and whether the width of the screen changes what it shows. */
type State = readonly [name: string, open: Kind['open'], where?: typeof ON_BOTH]

const STATES: readonly State[] = [
  [
    'filters open',
    async (page) => {
      await page.goto('shop/?size=42')
      if (!isNarrow(page)) return
      await page.getByRole('button', { name: 'Filters', exact: true }).click()
      await expect(page.getByRole('dialog', { name: 'Filters' })).toBeFocused()
    },
    ON_BOTH,
  ],
  [
    'cart drawer open',
    async (page, shop) => {
      await add(page, pickShoe(shop))
      await expect(drawer(page)).toBeFocused()
    },
    ON_BOTH,
  ],
  [
    'size missing',
    async (page, shop) => {
      await page.goto(productPath(pickShoe(shop)))
      await addButton(page).click()
      await expect(page.getByText('Choose a size first.')).toBeVisible()
    },
  ],
  [
    'quantity refused',
    async (page, shop) => {
      const variant = pickShoe(shop)
      await page.goto(`${productPath(variant)}?variant=${variant.sku}`)
      await page.getByRole('spinbutton', { name: 'Quantity' }).fill('0')
      await addButton(page).click()
      await expect(page.getByText(/^Enter a quantity/)).toBeVisible()
    },
  ],
  [
    'sold-out size chosen',
    async (page, shop) => {
      const variant = pickSoldOutSize(shop)
      await page.goto(productPath(variant))
      await choose(page, variant)
      await addButton(page).click()
    },
  ],
  [
    'nothing found',
    async (page) => {
      await page.goto('shop/?q=zzzz&size=42')
      await expect(page.getByRole('heading', { name: /^No results/ })).toBeVisible()
    },
  ],
  [
    'notice shown',
    async (page) => {
      await seedStorage(page, CART_KEY, 'noise')
      await page.goto('')
      await expect(page.getByRole('region', { name: 'Notice' })).toBeVisible()
    },
  ],
  [
    'cart too large, and a line removed',
    async (page, shop) => {
      const { sku, product } = pickShoe(shop)
      await seedCart(page, [
        { sku, quantity: 10 },
        { sku: 'GONE-1', quantity: 1 },
      ])
      await page.goto('cart/')
      await expect(cartLine(page, product.name)).toContainText('left')
      await page.getByRole('button', { name: 'Remove Item GONE-1' }).click()
      await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
    },
  ],
  [
    'a shared cart',
    async (page, shop) => {
      await page.goto(`cart/#lines=${pickShoe(shop).sku}:1`)
      await expect(page.getByRole('region', { name: /shared a cart/ })).toBeVisible()
    },
  ],
  [
    'a cart being shared',
    async (page, shop) => {
      await seedCart(page, [{ sku: pickShoe(shop).sku, quantity: 1 }])
      await page.goto('cart/')
      await page.getByRole('button', { name: 'Share this cart' }).click()
      await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible()
    },
  ],
  [
    'checkout with problems',
    async (page, shop) => {
      await seedCart(page, [{ sku: pickShoe(shop).sku, quantity: 1 }])
      await page.goto('checkout/')
      await checkButton(page).click()
      await expect(page.getByRole('region', { name: /^There’s a problem/ })).toBeFocused()
    },
  ],
  [
    'order to check',
    async (page, shop) => {
      await seedCart(page, [{ sku: pickShoe(shop).sku, quantity: 1 }])
      await goToCheck(page)
      await page.getByRole('button', { name: 'Download order (.json)' }).click()
      await expect(page.getByRole('button', { name: 'I sent it myself' })).toBeVisible()
    },
  ],
  [
    'order handed over',
    async (page, shop) => {
      await seedCart(page, [{ sku: pickShoe(shop).sku, quantity: 1 }])
      await goToCheck(page)
      await page.getByRole('button', { name: 'Write the email' }).click()
      await expect(outcome(page, 'Did you send the email?')).toBeVisible()
    },
  ],
  [
    'order sent, on paper',
    async (page, shop) => {
      await seedCart(page, [{ sku: pickShoe(shop).sku, quantity: 1 }])
      await goToCheck(page)
      const text = await orderText(page).inputValue()
      await page.getByRole('button', { name: 'Write the email' }).click()
      await page.getByRole('button', { name: 'Yes, I sent it' }).click()
      await expect(outcome(page, THANKS)).toBeVisible()
      await page.getByRole('link', { name: 'Print order' }).click()
      const title = page.getByRole('heading', { level: 2, name: /^Order 2/ })
      expect(text).toContain(await title.innerText())
    },
  ],
  [
    'size found',
    async (page) => {
      await page.goto('size-guide/')
      await page.getByRole('textbox', { name: 'Foot length in millimeters' }).fill('260')
      await page.getByRole('button', { name: 'Find my size' }).click()
      await expect(page.getByText(/^EU \d/)).toBeVisible()
    },
  ],
]

for (const [name, open, where = {}] of STATES) {
  test(`${name}: axe finds nothing`, where, async ({ page, shop }) => {
    test.slow()
    await open(page, shop)
    await expectNoViolation(page)
  })
}

test('a chosen theme lasts over pages and reloads, and “Auto” gives it back to the device', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('')
  const root = page.locator('html')
  const theme = page.getByRole('combobox', { name: 'Theme' })
  const paper = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await paper()
  await theme.selectOption('Dark')
  await expect(root).toHaveAttribute('data-bs-theme', 'dark')
  await expect.poll(paper).not.toBe(light)
  const dark = await paper()
  await page.goto('shop/')
  await expect(theme).toHaveValue('dark')
  expect(await paper()).toBe(dark)
  await page.reload()
  expect(await paper()).toBe(dark)
  await theme.selectOption('Auto')
  await expect.poll(paper).toBe(light)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(paper).toBe(dark)
})

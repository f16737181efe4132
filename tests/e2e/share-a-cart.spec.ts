import type { Page } from '@playwright/test'
import { cartLines, expectCount, expectStored, readStorage, seedCart } from './support/pages.ts'
import { pickModels, pickSoldOutSize, priceOf } from './support/shop.ts'
import { expect, ON_BOTH, test } from './support/test.ts'

function shared(page: Page) {
  return page.getByRole('region', { name: 'Someone shared a cart with you' })
}

test('a shared cart is shown first and changes nothing by itself', async ({ page, shop }) => {
  const [own, one, two] = pickModels(shop, 3)
  await seedCart(page, [{ sku: own!.sku, quantity: 1 }])
  await page.goto(`cart/#lines=${one!.sku}:2,${two!.sku}:1`)
  await expect(shared(page)).toContainText('It has 3 items.')
  await expect(shared(page).getByRole('listitem').first()).toContainText(`2 × ${one!.product.name}`)
  await expect(shared(page).getByRole('listitem').last()).toContainText(`1 × ${two!.product.name}`)
  await expectStored(page, [{ sku: own!.sku, quantity: 1 }])

  await shared(page).getByRole('button', { name: 'No, thanks' }).click()
  await expect(shared(page)).toBeHidden()
  await expectStored(page, [{ sku: own!.sku, quantity: 1 }])
  await expect(page).toHaveURL(/\/cart\/$/)
})

test('it can be added to one’s own', async ({ page, shop }) => {
  const [own, other] = pickModels(shop, 2)
  await seedCart(page, [{ sku: own!.sku, quantity: 1 }])
  await page.goto(`cart/#lines=${own!.sku}:1,${other!.sku}:2`)
  await shared(page).getByRole('button', { name: 'Add to my cart' }).click()
  await expectStored(page, [
    { sku: own!.sku, quantity: 2 },
    { sku: other!.sku, quantity: 2 },
  ])
  await expect(cartLines(page)).toHaveCount(2)
  await page.reload()
  await expect(shared(page)).toBeHidden()
  await expectCount(page, 4)
})

test('it can take the place of one’s own', async ({ page, shop }) => {
  const [own, other] = pickModels(shop, 2)
  await seedCart(page, [{ sku: own!.sku, quantity: 1 }])
  await page.goto(`cart/#lines=${other!.sku}:2`)
  await shared(page).getByRole('button', { name: 'Replace my cart' }).click()
  await expectStored(page, [{ sku: other!.sku, quantity: 2 }])
})

test('what is no longer sold is named and not taken over', async ({ page, shop }) => {
  const { sku } = pickModels(shop, 1)[0]!
  await page.goto(`cart/#lines=GONE-1:1,${sku}:1`)
  await expect(shared(page)).toContainText('GONE-1')
  await expect(shared(page)).toContainText('No longer available')
  await shared(page).getByRole('button', { name: 'Put it in my cart' }).click()
  await expectStored(page, [{ sku, quantity: 1 }])
})

test('it shows today’s prices, and what can’t be had or not as often', async ({ page, shop }) => {
  const [one] = pickModels(shop, 1)
  const gone = pickSoldOutSize(shop)
  await page.goto(`cart/#lines=${one!.sku}:5000,${gone.sku}:1,GONE-1:2,rubbish,A:-1`)
  const items = shared(page).getByRole('listitem')
  await expect(items.first()).toContainText(`5000 × ${one!.product.name}`)
  expect(priceOf(await items.first().innerText())).toBe(one!.product.priceMinor)
  const most = Math.min(one!.stock, 10)
  await expect(items.first()).toContainText(`${most} of 5,000 available.`)
  await expect(items.nth(1)).toContainText('Sold out.')
  await expect(items.nth(2)).toContainText('No longer available.')
  await expect(shared(page)).toContainText('couldn’t read 2 entries in the link')
  const sum = shared(page).getByText(/^Total for available items/)
  expect(priceOf(await sum.innerText())).toBe(most * one!.product.priceMinor)
  await expect(shared(page).getByRole('button', { name: 'Replace my cart' })).toBeHidden()
  await shared(page).getByRole('button', { name: 'Put it in my cart' }).click()
  await expectStored(page, [{ sku: one!.sku, quantity: most }])
  await expect(page.getByText(`${most} items added to your cart.`)).toBeFocused()
})

test('a cart that was replaced can be had back', async ({ page, shop }) => {
  const [own, other] = pickModels(shop, 2)
  await seedCart(page, [{ sku: own!.sku, quantity: 3 }])
  await page.goto(`cart/#lines=${other!.sku}:1`)
  await shared(page).getByRole('button', { name: 'Replace my cart' }).click()
  await expectStored(page, [{ sku: other!.sku, quantity: 1 }])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expectStored(page, [{ sku: own!.sku, quantity: 3 }])
})

test('a link that holds nothing says so', async ({ page }) => {
  await page.goto('cart/#lines=rubbish,A:-1')
  await expect(page.getByText('couldn’t find a cart in the link')).toBeVisible()
  await expect(shared(page)).toBeHidden()
})

test(
  'one’s own cart is shared as a link and as a QR code',
  ON_BOTH,
  async ({ page, shop, baseURL }) => {
    const [one, two] = pickModels(shop, 2)
    await seedCart(page, [
      { sku: one!.sku, quantity: 2 },
      { sku: two!.sku, quantity: 1 },
    ])
    // Opened from a shared link itself: that must not nest into the next.
    await page.goto(`cart/?from=mail#lines=${one!.sku}:1`)
    await shared(page).getByRole('button', { name: 'No, thanks' }).click()
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const share = page.getByRole('button', { name: 'Share this cart' })
    await share.click()
    const link = `${baseURL!}cart/#lines=${one!.sku}:2,${two!.sku}:1`
    await expect(page.getByRole('textbox', { name: 'Link to this cart' })).toHaveValue(link)
    const code = page.getByRole('img', { name: 'QR code of the link to this cart' })
    await expect(code).toBeVisible()
    await page.getByRole('button', { name: 'Copy link' }).click()
    await expect(page.getByText('Link copied.')).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link)

    const before = await code.locator('path').getAttribute('d')
    await page.getByRole('button', { name: 'One more' }).first().click()
    await expect(page.getByRole('textbox', { name: 'Link to this cart' })).toHaveValue(
      link.replace(':2,', ':3,'),
    )
    await expect(code.locator('path')).not.toHaveAttribute('d', before!)
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    await expect(share).toBeFocused()
    await expect(code).toBeHidden()
  },
)

test('a link opened while the cart is shown is taken up', async ({ page, shop }) => {
  const { sku } = pickModels(shop, 1)[0]!
  await page.goto('cart/')
  await page.evaluate((hash) => {
    location.hash = hash
  }, `lines=${sku}:1`)
  await expect(shared(page)).toBeVisible()
})

test.describe('on any screen', () => {
  for (const [what, fragment] of [
    ['no lines', '#lines='],
    ['quantities that are none', '#lines=A:0,B:-1,C:x,D:1e9,E:'],
    ['broken percent signs', '#lines=%E0%A4%A:1,%:2'],
    ['only separators', '#lines=,,:,::1,:2'],
    ['something else', '#content'],
  ] as const) {
    test(`a link with ${what} shows the cart as it is`, async ({ page, shop }) => {
      const { sku } = pickModels(shop, 1)[0]!
      await seedCart(page, [{ sku, quantity: 1 }])
      await page.goto(`cart/${fragment}`)
      await expect(cartLines(page)).toHaveCount(1)
      await expect(shared(page)).toBeHidden()
      await expectStored(page, [{ sku, quantity: 1 }])
    })
  }
})

test('a link with markup and ten thousand lines is text, and ends somewhere', async ({ page }) => {
  await page.goto('cart/')
  const title = await page.title()
  const script = encodeURIComponent('<img src=x onerror=document.title="hit">')
  await page.goto(
    `cart/#lines=${script}:1,${Array.from({ length: 10_000 }, (_, n) => `X-${n}:1`).join(',')}`,
  )
  await expect(shared(page)).toContainText('<img src=x')
  expect(await page.title()).toBe(title)
  expect(await shared(page).getByRole('listitem').count()).toBeLessThanOrEqual(200)
  expect(await readStorage(page)).toBeNull()
})

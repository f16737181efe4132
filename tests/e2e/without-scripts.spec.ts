import { productPath, products, sizeRadio } from './support/pages.ts'
import { pick, pickShoe, priceOf } from './support/shop.ts'
import { expect, ON_BOTH, test } from './support/test.ts'

test.use({ javaScriptEnabled: false })

interface JsonLd {
  readonly '@type': string
  readonly '@graph'?: readonly JsonLd[]
}

test('home leads to events, to the shop and to models', ON_BOTH, async ({ page }) => {
  await page.goto('')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await page.getByRole('article').count()).toBeGreaterThan(3)
  await page
    .getByRole('main')
    .getByRole('link', { name: /^(\d+ )?Javelin/ })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Javelin')
  await expect(products(page)).not.toHaveCount(0)
})

for (const path of ['shop/', 'shop/?size=42&event=sprint', 'shop/?q=zzzz']) {
  test(`/${path} lists everything, with prices, and nothing that pretends to work`, async ({
    page,
    shop,
  }) => {
    await page.goto(path)
    expect(await products(page).count()).toBeGreaterThanOrEqual(shop.products.length - 5)
    await expect(products(page).first()).toBeVisible()
    for (const text of (await products(page).allInnerTexts()).slice(0, 10))
      expect(priceOf(text)).toBeGreaterThan(0)
    await expect(page.getByRole('button', { name: 'Filters', exact: true })).toBeHidden()
    await expect(page.getByRole('combobox', { name: 'Sort by' })).toBeHidden()
    await expect(page.getByRole('combobox', { name: 'Theme' })).toBeHidden()
    const isInert = await page
      .locator('form:has(input[name="size"])')
      .evaluate((form) => (form as HTMLElement).inert)
    expect(isInert).toBe(true)
    await page
      .getByRole('navigation', { name: 'Events' })
      .getByRole('link', { name: 'Throws' })
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Throws')
  })
}

test(
  'a product is complete: words, price, picture, facts, sizes',
  ON_BOTH,
  async ({ page, shop }) => {
    const { product, colour, size } = pickShoe(shop)
    await page.goto(`products/${product.slug}/`)
    const main = page.getByRole('main')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(product.name)
    await expect(main).toContainText(product.brand)
    expect(priceOf(await main.locator('strong').first().innerText())).toBe(product.priceMinor)
    const picture = main
      .getByRole('img', { name: new RegExp(`${product.name} in ${colour.name}`, 'i') })
      .first()
    await expect(picture).toBeVisible()
    await expect
      .poll(() => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(0)
    await expect(main.getByRole('term').filter({ hasText: 'Weight' }).first()).toBeVisible()
    await expect(sizeRadio(page, size)).toBeVisible()
    await expect(main.getByText(/Ordering here needs JavaScript/)).toBeVisible()
    await expect(main.getByRole('button', { name: 'Add to cart' })).toBeDisabled()
  },
)

test('a product’s JSON-LD says what the page says', async ({ page, shop }) => {
  const { product } = pickShoe(shop)
  await page.goto(`products/${product.slug}/`)
  const text = (await page.locator('script[type="application/ld+json"]').textContent())!
  const data = JSON.parse(text) as JsonLd
  const nodes = data['@graph'] ?? [data]
  expect(nodes.map((node) => node['@type'])).toContain('ProductGroup')
  expect(text).toContain(product.name)
  expect(text).toContain((product.priceMinor / 100).toFixed(2).replace(/0$/, ''))
})

test('sizes sold out in the colour the page opens with say so', async ({ page, shop }) => {
  const soldOut = pick(shop, 'sold out as its page opens', ({ product, colour, width, stock }) => {
    return stock === 0 && width === 'regular' && colour === product.colours[0]
  })
  await page.goto(productPath(soldOut))
  await expect(sizeRadio(page, soldOut.size)).toHaveAccessibleName(/sold out$/)
})

for (const path of ['cart/', 'checkout/']) {
  test(`/${path} says how to order`, async ({ page, shop }) => {
    await page.goto(path)
    const main = page.getByRole('main')
    const told = main.getByText(/The cart needs JavaScript/)
    await expect(told).toBeVisible()
    await expect(told).toContainText(shop.site.shop.email)
    await expect(main.getByRole('button')).toHaveCount(0)
    await expect(main.getByText('Getting today’s prices')).toBeHidden()
  })
}

test('/team/ says how to order, and shows no table that does nothing', async ({ page, shop }) => {
  await page.goto('team/')
  const main = page.getByRole('main')
  await expect(main.getByText(/The team order form needs JavaScript/)).toContainText(
    shop.site.shop.email,
  )
  await expect(main.getByRole('button')).toHaveCount(0)
  await expect(main.getByRole('table')).toHaveCount(0)
})

test('the size guide shows its charts and no finder that does nothing', async ({ page }) => {
  await page.goto('size-guide/')
  await expect(page.getByRole('table')).toHaveCount(3)
  await expect(page.getByRole('button', { name: 'Find my size' })).toBeHidden()
})

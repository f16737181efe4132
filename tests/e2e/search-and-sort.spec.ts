import type { Page } from '@playwright/test'
import { expectListed, filterBy, productCount, productNames, products } from './support/pages.ts'
import { pickModels, priceOf } from './support/shop.ts'
import { expect, ON_BOTH, test } from './support/test.ts'

async function sortBy(page: Page, label: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption(label)
}

async function searchFor(page: Page, words: string): Promise<void> {
  const field = page.getByRole('banner').getByRole('searchbox', { name: 'Search' })
  await field.fill(words)
  await field.press('Enter')
}

test('sorts by price, both ways', async ({ page }) => {
  await page.goto('shop/')
  const prices = async (): Promise<number[]> => {
    return (await products(page).locator('strong').allInnerTexts()).map(priceOf)
  }
  const unsorted = await prices()
  await sortBy(page, 'Price: low to high')
  await expect(page).toHaveURL(/\?sort=price-asc$/)
  expect(await prices()).toEqual(unsorted.toSorted((a, b) => a - b))
  await sortBy(page, 'Price: high to low')
  expect(await prices()).toEqual(unsorted.toSorted((a, b) => b - a))
  await sortBy(page, 'Featured')
  await expect(page).toHaveURL(/\/shop\/$/)
  expect(await prices()).toEqual(unsorted)
})

test('sorts by weight, what has none at the end', async ({ page }) => {
  await page.goto('shop/?sort=weight-asc')
  const facts = await products(page).allInnerTexts()
  const weights = facts.map((text) => Number(/(\d+) g\b/.exec(text)?.[1] ?? Infinity))
  expect(weights).toEqual(weights.toSorted((a, b) => (a === b ? 0 : a - b)))
  expect(weights[0]).toBeLessThan(200)
})

test('sorts by name as a person would', async ({ page }) => {
  await page.goto('shop/?sort=name-asc')
  const names = await productNames(page)
  const { compare } = new Intl.Collator('en', { numeric: true })
  expect(names).toEqual(names.toSorted(compare))
})

test('sorts the newest first', async ({ page }) => {
  await page.goto('shop/?sort=newest')
  const badges = await products(page).evaluateAll((cards) =>
    cards.map((card) =>
      [...card.querySelectorAll('li')].some((item) => item.textContent === 'New'),
    ),
  )
  const fresh = badges.filter(Boolean).length
  expect(fresh).toBeGreaterThan(0)
  expect(badges.slice(0, fresh).every(Boolean)).toBe(true)
})

test('the order stays when filters change, and filters when the order does', async ({ page }) => {
  await page.goto('shop/')
  await sortBy(page, 'Name')
  await filterBy(page, ['Gender', 'Women'])
  await expect(page).toHaveURL(/\?gender=women&sort=name-asc$/)
  await sortBy(page, 'Lightest')
  await expect(page).toHaveURL(/\?gender=women&sort=weight-asc$/)
  await page.goBack()
  await expect(page.getByRole('combobox', { name: 'Sort by' })).toHaveValue('name-asc')
})

for (const path of ['', 'products/{slug}/', 'cart/', 'size-guide/', '404.html', 'events/sprint/']) {
  test(`the search in the header works from /${path}`, async ({ page, shop }) => {
    const { product } = pickModels(shop, 1)[0]!
    await page.goto(path.replace('{slug}', product.slug))
    await searchFor(page, product.name.toUpperCase())
    await expect(page).toHaveURL(/\/shop\/\?q=/)
    await expect(
      products(page).getByRole('heading', { name: product.name, exact: true }),
    ).toBeVisible()
    await expect(page.getByRole('searchbox')).toHaveValue(product.name.toUpperCase())
  })
}

test('a brand is found, and its accents need not be typed', async ({ page, shop }) => {
  const brand = shop.products.find(({ brand: name }) => name !== name.normalize('NFKD'))?.brand
  await page.goto('shop/')
  await searchFor(
    page,
    (brand ?? shop.products[0]!.brand).normalize('NFKD').replace(/\p{Mark}/gu, ''),
  )
  await expect(products(page)).not.toHaveCount(0)
  const brands = await products(page).allInnerTexts()
  for (const text of brands)
    expect(text.toLowerCase()).toContain((brand ?? shop.products[0]!.brand).toLowerCase())
})

test('filters narrow what a search found, and never forget it', async ({ page }) => {
  await page.goto('shop/?q=distance')
  await expect(products(page)).not.toHaveCount(0)
  const found = await productNames(page)
  await filterBy(page, ['Gender', 'Unisex'])
  await expect(page).toHaveURL(/\?q=distance&gender=unisex$/)
  const narrowed = await productNames(page)
  expect(narrowed.length).toBeGreaterThan(0)
  for (const name of narrowed) expect(found).toContain(name)
  await page.getByRole('button', { name: 'Remove filter “distance”' }).click()
  await expect(page).toHaveURL(/\?gender=unisex$/)
})

test(
  'nothing found says what was looked for, and the next search works',
  ON_BOTH,
  async ({ page, shop }) => {
    const all = shop.products[0]!.name
    await page.goto('shop/')
    const count = await products(page).count()
    await searchFor(page, 'zzzz')
    await expect(page.getByRole('heading', { name: 'No results for “zzzz”' })).toBeVisible()
    await expectListed(page, 0)
    const main = page.getByRole('main')
    await expect(main.getByText('Check the spelling')).toBeVisible()
    await expect(main.getByRole('link', { name: 'Sprint' })).toHaveAttribute(
      'href',
      /events\/sprint/,
    )
    await expect(main.getByText('Remove a filter')).toBeHidden()
    await searchFor(page, all)
    await expect(products(page).getByRole('heading', { name: all, exact: true })).toBeVisible()
    await searchFor(page, 'zzzz')
    await page.getByRole('main').getByRole('button', { name: 'Clear all' }).last().click()
    await expectListed(page, count)
  },
)

test('where a filter is to blame, it is named and can be taken away', async ({ page, shop }) => {
  await page.goto('shop/?q=kite&event=throws')
  await expectListed(page, 0)
  const main = page.getByRole('main')
  await expect(main.getByText('Check the spelling')).toBeHidden()
  await expect(
    main.getByRole('button', { name: /^Remove “kite” to see \d+ products$/ }),
  ).toBeVisible()
  await main.getByRole('button', { name: /^Remove Throws to see \d+ products?$/ }).click()
  await expect(page).toHaveURL(/\?q=kite$/)
  await expect(products(page)).not.toHaveCount(0)
  await expect(productCount(page)).toBeFocused()
  expect(shop.products.some(({ name }) => name.startsWith('Kite'))).toBe(true)
})

test('a discontinued model is in no list, and a search for its name finds it', async ({ page }) => {
  await page.goto('shop/')
  const last = products(page).getByRole('heading', { name: 'Half Mile' })
  await expect(last).toHaveCount(0)
  await searchFor(page, 'half-mile')
  await expectListed(page, 1)
  await expect(last).toBeVisible()
  await searchFor(page, 'spikes')
  await expect(last).toBeHidden()
})

test.describe('when the search does not load', () => {
  test.use({ mayFailToLoad: true })

  test('the list stays, says so, and the next search works', async ({ page }) => {
    await page.goto('shop/')
    const all = await products(page).count()
    await page.route('**/data/search.*.json', (route) => route.abort())
    await searchFor(page, 'kite')
    await expect(page.getByText('The search didn’t load.')).toBeVisible()
    await expectListed(page, all)
    await page.unroute('**/data/search.*.json')
    await searchFor(page, 'kite')
    await expect(page.getByText('The search didn’t load.')).toBeHidden()
    await expectListed(page, 1)
  })
})

test('a shared link is read as meant, and says what it does not mean here', async ({ page }) => {
  await page.goto('shop/?Event=Sprint.&size=42,chess&sort=cheapest&utm_source=chat')
  await expect(page).toHaveURL(/\/shop\/\?event=sprint&size=42$/)
  const note = page.getByText('We don’t know the filter “chess”. We can’t sort by “cheapest”.')
  await expect(note).toBeVisible()
  await filterBy(page, ['Gender', 'Men'])
  await expect(note).toBeHidden()
})

test.describe('on any screen', () => {
  for (const [what, query] of [
    ['unknown keys', 'utm_source=x&fbclid=1&foo[]=2'],
    ['unknown values', 'event=chess&size=999&gender=x&brand=zz&colour=plaid&pins=-3&width=vast'],
    ['prototype names', '__proto__=1&constructor=2&event=__proto__&size=constructor&sort=toString'],
    ['broken percent signs', 'event=%E0%A4%A&size=%&brand=%zz'],
    [
      'scripts',
      'event=<script>document.title="hit"</script>&size="><img src=x onerror=document.title="hit">',
    ],
    ['fifty thousand letters', `event=${'x'.repeat(50_000)}`],
    ['ten thousand keys', Array.from({ length: 10_000 }, (_, index) => `k${index}=1`).join('&')],
    ['empty values', 'event=&size=&q=&price-min=&price-max=&sort=&page='],
    ['nonsense amounts', 'price-min=abc&price-max=-1&price-min=1e400'],
    ['a page that is none', 'page=-1&page=99999999999999999999'],
    ['only signs', '&&&==&=&#%'],
  ] as const) {
    test(`a query string of ${what} leaves a calm, full list`, async ({ page }) => {
      await page.goto('shop/')
      const all = await products(page).count()
      const title = await page.title()
      // Typed into the address bar: not encoded by Playwright's own URL handling.
      await page.evaluate((search) => location.assign(`?${search}`), query)
      await page.waitForURL(/\?/)
      await expectListed(page, all)
      await expect(page.getByRole('list', { name: 'Active filters' })).toBeHidden()
      expect(await page.title()).toBe(title)
    })
  }
})

test.describe('on any screen', () => {
  for (const [what, words] of [
    ['a script', '<script>document.title="hit"</script>'],
    ['an image', '"><img src=x onerror=\'document.title="hit"\'>'],
    ['an expression', '.*+?^${}()|[]\\'],
    ['emoji', '🏃‍♀️👟'],
    ['right-to-left text', 'حذاء الجري'],
    ['five thousand letters', 'spike'.repeat(1000)],
  ] as const) {
    test(`a search for ${what} is shown as text and runs nothing`, async ({ page }) => {
      await page.goto('shop/')
      const title = await page.title()
      await page.goto(`shop/?q=${encodeURIComponent(words)}`)
      await expect(page.getByRole('heading', { name: /^No results for/ })).toContainText(
        words.slice(0, 90),
      )
      await expect(productCount(page)).toHaveText('0 products')
      expect(await page.title()).toBe(title)
      await expect(page.locator('main img[src="x"]')).toHaveCount(0)
      const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(width).toBeLessThanOrEqual(0)
    })
  }
})

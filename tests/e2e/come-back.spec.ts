import { chromium, type Browser, type Page } from '@playwright/test'
import { productPath } from './support/pages.ts'
import { pickShoe } from './support/shop.ts'
import { expect, IN_WHOLE_BROWSER, test } from './support/test.ts'

test.use(IN_WHOLE_BROWSER)

// Playwright turns the back/forward cache off, so this needs a browser of its own.
let browser: Browser

test.beforeAll(async ({ launchOptions }) => {
  browser = await chromium.launch({
    ...launchOptions,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  })
})

test.afterAll(() => browser.close())

const KEY = 'cinder-test.came-back'

/** Leave a page and come back; another tab reads what the page said of it. */
async function leaveAndReturn(page: Page, reader: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.evaluate((key) => {
    localStorage.removeItem(key)
    window.addEventListener('pageshow', ({ persisted }) => {
      localStorage.setItem(key, persisted ? 'as it was left' : 'loaded anew')
    })
  }, KEY)
  await page.goto(new URL('/about/', url).href)
  // The page that this is asked of is gone before it can answer.
  await page.evaluate(() => setTimeout(() => history.back(), 0))
  await expect
    .poll(() => reader.evaluate((key) => localStorage.getItem(key), KEY), { timeout: 60_000 })
    .toBe('as it was left')
}

for (const path of [
  '',
  'shop/',
  'events/sprint/',
  'product',
  'cart/',
  'checkout/',
  'size-guide/',
]) {
  test(`back to /${path} is at once, from the back/forward cache`, async ({ shop, baseURL }) => {
    test.slow()
    const context = await browser.newContext({ serviceWorkers: 'block' })
    const [page, reader] = [await context.newPage(), await context.newPage()]
    await reader.goto(`${baseURL!}robots.txt`)
    const where = path === 'product' ? productPath(pickShoe(shop)) : path
    await leaveAndReturn(page, reader, baseURL! + where)
    await context.close()
  })
}

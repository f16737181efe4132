import type { BrowserContext, Page } from '@playwright/test'
import { expectNoViolation } from './support/accessible.ts'
import { FAILED, goToCheck, orderIn, orderText, outcome, THANKS } from './support/checkout.ts'
import { openOrderDesk, type Manner, type OrderDesk } from './support/order-desk.ts'
import { expectCount } from './support/pages.ts'
import { expect, test } from './support/test.ts'
import { openVariantSite, type VariantSite } from './support/variant-site.ts'

const SWIFT = 'SW1-EMB-42'

let desk: OrderDesk
let site: VariantSite

test.use({ mayFailToLoad: true, maySendOrders: true })

test.beforeAll(async () => {
  desk = await openOrderDesk()
  site = await openShop('timeout-s: 60')
})

test.beforeEach(() => {
  test.slow()
  desk.manner = 'confirm'
  desk.received.length = 0
})

test.afterAll(async () => {
  await site.close()
  await desk.close()
})

function openShop(more: string): Promise<VariantSite> {
  const endpoint = `${desk.url}/orders`
  return openVariantSite((folder) =>
    folder.write(
      'shop.yaml',
      `${folder.read('shop.yaml')}hand-off: { by: form, service: other, endpoint: "${endpoint}", ${more} }\n`,
    ),
  )
}

async function fillCart(page: Page, { url } = site): Promise<void> {
  await page.goto(`${url}404.html`)
  await page.evaluate((sku) => {
    const lines = [{ sku, quantity: 2 }]
    localStorage.setItem('cinder.cart', JSON.stringify({ version: 1, lines }))
  }, SWIFT)
}

function send(page: Page) {
  return page.getByRole('button', { name: 'Send order' })
}

function retry(page: Page) {
  return page.getByRole('button', { name: 'Try again' })
}

function ids(): string[] {
  return desk.received.map((one) => orderIn(one).order.id)
}

/** The same order twice, under one number, is one order to whoever knows the number. */
async function expectRetried(page: Page, sent: number): Promise<void> {
  desk.manner = 'confirm'
  await expectCount(page, 2)
  await retry(page).click()
  await expect(outcome(page, THANKS)).toBeFocused()
  await expectCount(page, 0)
  expect(desk.received).toHaveLength(sent)
  expect(new Set(ids()).size).toBe(1)
  const keys = desk.received.map((one) => orderIn(one).fields['idempotency_key'])
  expect(new Set(keys).size).toBe(1)
}

const FAULTS: readonly (readonly [Manner, string, RegExp])[] = [
  ['fault', 'an answer of 500', /had a problem of its own.+may have arrived/s],
  ['refuse', 'a refusal', /didn’t accept the order/],
  ['say-no', 'JSON that says no', /didn’t confirm the order/],
  ['redirect', 'a redirect', /sent us to another page/],
  ['html', 'a page of HTML', /didn’t confirm the order/],
  ['lose', 'a line that breaks', /couldn’t reach/],
  ['no-cors', 'a browser that forbids it (CORS)', /doesn’t accept requests from this page/],
]

for (const [manner, what, words] of FAULTS) {
  test(`${what} keeps order and cart, is said in words, and is tried again once`, async ({
    page,
  }) => {
    desk.manner = manner
    await fillCart(page)
    await goToCheck(page, { url: site.url })
    const text = await orderText(page).inputValue()
    await send(page).click()
    await expect(outcome(page, FAILED)).toBeFocused()
    await expect(page.getByRole('status').filter({ hasText: words })).toBeVisible()
    await expect(orderText(page)).toHaveValue(text)
    await expect(page.getByRole('button', { name: 'Send it by email instead' })).toBeVisible()
    // Leave to send is asked first and refused, so the order itself never left.
    await expectRetried(page, manner === 'no-cors' ? 1 : 2)
  })
}

test('a service that never answers is waited for as long as the shop says, and no longer', async ({
  page,
}) => {
  const hasty = await openShop('timeout-s: 1')
  desk.manner = 'hang'
  await fillCart(page, hasty)
  await goToCheck(page, { url: hasty.url })
  await send(page).click()
  await expect(outcome(page, FAILED)).toBeFocused()
  await expect(page.getByText('didn’t answer in time')).toBeVisible()
  await page.reload()
  await expect(outcome(page, FAILED)).toBeVisible()
  expect(desk.received).toHaveLength(1)
  await hasty.close()
})

test('offline, the order waits, and goes when the shopper says so', async ({ page, context }) => {
  await fillCart(page)
  await goToCheck(page, { url: site.url })
  await context.setOffline(true)
  await send(page).click()
  await expect(outcome(page, 'Waiting for a connection')).toBeFocused()
  await expect(page.getByText('nothing has been sent')).toBeVisible()
  await expectNoViolation(page)
  await expect(page.getByRole('button', { name: 'Send it now' })).toBeHidden()
  await context.setOffline(false)
  await expect(page.getByText('You’re back online.')).toBeVisible()
  await page.reload()
  expect(desk.received).toHaveLength(0)
  await expectCount(page, 2)
  await page.getByRole('button', { name: 'Send it now' }).click()
  await expect(outcome(page, THANKS)).toBeVisible()
  expect(desk.received).toHaveLength(1)
})

test('a double click sends once', async ({ page }) => {
  await fillCart(page)
  await goToCheck(page, { url: site.url })
  await send(page).dblclick()
  await expect(outcome(page, THANKS)).toBeVisible()
  expect(desk.received).toHaveLength(1)
})

async function openTwoTabs(context: BrowserContext): Promise<readonly [Page, Page]> {
  const one = await context.newPage()
  await fillCart(one)
  await goToCheck(one, { url: site.url })
  const other = await context.newPage()
  await goToCheck(other, { url: site.url })
  return [one, other]
}

test('two tabs that send at the same moment send once', async ({ context }) => {
  const [one, other] = await openTwoTabs(context)
  // Without waiting for anything: the click is the page's own.
  const click = (page: Page): Promise<void> =>
    send(page).evaluate((button) => {
      ;(button as HTMLButtonElement).click()
    })
  await Promise.all([click(one), click(other)])
  for (const tab of [one, other]) {
    await expect(outcome(tab, /^Thank you|^This order was already sent/)).toBeVisible()
    await expectCount(tab, 0)
  }
  expect(desk.received).toHaveLength(1)
})

test('a tab left open does not send what another has sent', async ({ context }) => {
  const [one, other] = await openTwoTabs(context)
  await send(one).click()
  await expect(outcome(one, THANKS)).toBeVisible()
  await expect(outcome(other, 'This order was already sent')).toBeVisible()
  await expect(send(other)).toBeHidden()
  expect(desk.received).toHaveLength(1)
})

test('a page closed half-way leaves the order, for another to send under the same number', async ({
  page,
  context,
}) => {
  desk.manner = 'hang'
  await fillCart(page)
  await goToCheck(page, { url: site.url })
  await send(page).click()
  await expect.poll(() => desk.received.length).toBe(1)
  const other = await context.newPage()
  await other.goto(`${site.url}checkout/`)
  await expect(other.getByText('Another tab or window is sending')).toBeVisible()
  await page.close()
  await expect(outcome(other, FAILED)).toBeVisible()
  await expect(other.getByText('closed while we were sending the order')).toBeVisible()
  await expectRetried(other, 2)
})

test.describe('a price that changes', () => {
  test.afterEach(() => {
    site.catalogue.replace('products/swift.yaml', 'USD: 140.00', 'USD: 129.95')
    site.rebuild()
  })

  function raisePrice(): void {
    site.catalogue.replace('products/swift.yaml', 'USD: 129.95', 'USD: 140.00')
    site.rebuild()
  }

  function changes(page: Page) {
    return page.getByRole('region', { name: 'Changed since you last saw your cart' })
  }

  test('before the last button is shown, and sends nothing until it is accepted', async ({
    page,
  }) => {
    await fillCart(page)
    await goToCheck(page, { url: site.url })
    raisePrice()
    await send(page).click()
    await expect(changes(page)).toBeFocused()
    await expect(changes(page)).toContainText('Swift: was $129.95, now $140.00.')
    await send(page).click()
    await expect(changes(page)).toBeFocused()
    expect(desk.received).toHaveLength(0)
    await page.getByRole('button', { name: 'Accept changes' }).click()
    await expect(orderText(page)).toHaveValue(/\$140\.00 each, \$280\.00/)
    await send(page).click()
    await expect(outcome(page, THANKS)).toBeVisible()
    expect(desk.received.map((one) => orderIn(one).order.lines[0])).toMatchObject([
      { unitPriceMinor: 14_000, totalMinor: 28_000 },
    ])
  })

  test('after the cart was seen is shown at checkout', async ({ page }) => {
    await fillCart(page)
    await page.goto(`${site.url}cart/`)
    await expect(page.getByRole('region', { name: 'Summary' })).toContainText('$259.90')
    raisePrice()
    await page.getByRole('link', { name: 'Checkout' }).click()
    await expect(changes(page)).toContainText('Swift: was $129.95, now $140.00.')
    await page.reload()
    await expect(changes(page)).toBeVisible()
    await expectNoViolation(page)
    await page.getByRole('button', { name: 'Accept changes' }).click()
    await expect(changes(page)).toBeHidden()
    await page.reload()
    await expect(changes(page)).toBeHidden()
  })
})

test('an order that failed can go by e-mail instead, under its number', async ({ page }) => {
  desk.manner = 'fault'
  await fillCart(page)
  await goToCheck(page, { url: site.url })
  await send(page).click()
  await expect(outcome(page, FAILED)).toBeVisible()
  await expectNoViolation(page)
  await page.getByRole('button', { name: 'Send it by email instead' }).click()
  await expect(outcome(page, 'Did you send the email?')).toBeVisible()
  expect(await orderText(page).inputValue()).toContain(ids()[0]!)
  await page.getByRole('button', { name: 'Yes, I sent it' }).click()
  await expect(outcome(page, THANKS)).toBeVisible()
  await expectCount(page, 0)
})

import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { parseOrder, type Order } from '../../src/js/order/order-schema.ts'
import { ADA, goToCheck, orderIn, orderText, outcome, shownId, THANKS } from './support/checkout.ts'
import { openOrderDesk, type OrderDesk } from './support/order-desk.ts'
import { expectCount, expectStored, seedCart } from './support/pages.ts'
import { pickModels, priceOf } from './support/shop.ts'
import { expect, ON_BOTH, test } from './support/test.ts'
import { openVariantSite, type VariantSite } from './support/variant-site.ts'

const SWIFT = 'SW1-EMB-42'
const PINS = 'PIN-STL-6MM'

/** Fill the small shop's cart: two pairs and a set of pins. */
async function fillCart(page: Page, url: string): Promise<void> {
  await page.goto(`${url}404.html`)
  await page.evaluate(
    (lines) => {
      localStorage.setItem('cinder.cart', JSON.stringify({ version: 1, lines }))
    },
    [
      { sku: SWIFT, quantity: 2 },
      { sku: PINS, quantity: 1 },
    ],
  )
}

function next(page: Page) {
  return page.getByRole('region', { name: 'Your details' })
}

async function totalShown(page: Page): Promise<number> {
  const summary = page.getByRole('region', { name: 'Summary' })
  return priceOf(await summary.getByRole('definition').last().innerText())
}

test.beforeEach(() => {
  test.slow()
})

test.describe('by e-mail', () => {
  /** Where the page wants the browser to go: what a mail program is opened with. */
  async function watchNavigation(page: Page): Promise<string[]> {
    const opened: string[] = []
    const client = await page.context().newCDPSession(page)
    client.on('Page.frameRequestedNavigation', ({ url }) => opened.push(url))
    await client.send('Page.enable')
    return opened
  }

  test(
    'the mail program gets what the page shows, and the cart is kept until the shopper says it is sent',
    ON_BOTH,
    async ({ page, shop }) => {
      const [first, second] = pickModels(shop, 2)
      const lines = [
        { sku: first!.sku, quantity: 2 },
        { sku: second!.sku, quantity: 1 },
      ]
      await seedCart(page, lines)
      await goToCheck(page)
      await expect(next(page)).toContainText(shop.site.shop.email)
      const text = await orderText(page).inputValue()
      const opened = await watchNavigation(page)
      await page.getByRole('button', { name: 'Write the email' }).click()
      await expect(outcome(page, 'Did you send the email?')).toBeFocused()
      await expect.poll(() => opened.filter((url) => url.startsWith('mailto:'))).toHaveLength(1)
      const mail = new URL(opened.find((url) => url.startsWith('mailto:'))!)
      expect(mail.pathname).toBe(shop.site.shop.email)
      expect(mail.searchParams.get('body')?.replaceAll('\r\n', '\n')).toBe(text)
      expect(mail.searchParams.get('subject')).toContain(await shownId(page))
      await expectStored(page, lines)

      await page.reload()
      await expect(outcome(page, 'Did you send the email?')).toBeVisible()
      await expectStored(page, lines)
      await page.getByRole('button', { name: 'Yes, I sent it' }).click()
      await expect(outcome(page, THANKS)).toBeFocused()
      await expectCount(page, 0)
      const kept = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))
      expect(kept).not.toContain(ADA['Full name'])
      await page.reload()
      await expect(outcome(page, THANKS)).toBeVisible()
    },
  )

  test('the order can be copied and saved, and told to be sent by other means', async ({
    page,
    context,
    shop,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const [model] = pickModels(shop, 1)
    await seedCart(page, [{ sku: model!.sku, quantity: 1 }])
    await goToCheck(page)
    await page.getByRole('button', { name: 'Copy order' }).click()
    await expect(page.getByText('Order copied.')).toBeVisible()
    const text = await orderText(page).inputValue()
    expect((await page.evaluate(() => navigator.clipboard.readText())).trim()).toBe(text.trim())

    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download order (.json)' }).click()
    const file = await saved
    expect(file.suggestedFilename()).toBe(`order-${await shownId(page)}.json`)
    const order = parseOrder(await readFile(await file.path(), 'utf8')) as Order
    expect(order.lines).toMatchObject([{ sku: model!.sku, quantity: 1 }])
    expect(order.totals.totalMinor).toBe(await totalShown(page))
    await page.getByRole('button', { name: 'I sent it myself' }).click()
    await expect(outcome(page, THANKS)).toBeVisible()
    await expectCount(page, 0)
  })

  test('an order that was not sent can be changed, and says so under the same number', async ({
    page,
    shop,
  }) => {
    const [model] = pickModels(shop, 1)
    await seedCart(page, [{ sku: model!.sku, quantity: 1 }])
    await goToCheck(page)
    const id = await shownId(page)
    await page.getByRole('button', { name: 'Write the email' }).click()
    await page.getByRole('button', { name: 'Change order' }).click()
    await page.getByRole('textbox', { name: 'City' }).fill('Salem')
    await page.getByRole('button', { name: 'Review order' }).click()
    await expect(orderText(page)).toHaveValue(new RegExp(`^Order ${id}, changed, version 2`))
    await expect(orderText(page)).toHaveValue(/Salem, OR 97403/)
  })
})

test.describe('by a form service', () => {
  test.use({ maySendOrders: true })

  for (const [service, settings, type] of [
    ['formspree', 'endpoint: DESK/f/abc', 'application/json'],
    ['web3forms', 'endpoint: DESK/submit, fields: { access_key: k-1 }', 'application/json'],
    ['netlify', 'endpoint: DESK/', 'application/x-www-form-urlencoded'],
  ] as const) {
    test(`${service} gets one order, equal to what the page showed`, async ({ page }) => {
      const desk = await openOrderDesk()
      const site = await openVariantSite((folder) =>
        folder.write(
          'shop.yaml',
          `${folder.read('shop.yaml')}hand-off: { by: form, service: ${service}, ${settings.replace('DESK', desk.url)} }\n`,
        ),
      )
      // Netlify answers with a page, and means yes.
      desk.manner = service === 'netlify' ? 'html' : 'confirm'
      await fillCart(page, site.url)
      await goToCheck(page, { url: site.url })
      await expect(next(page)).toContainText(new URL(desk.url).host)
      const text = await orderText(page).inputValue()
      const total = await totalShown(page)
      await page.getByRole('button', { name: 'Send order' }).click()
      await expect(outcome(page, THANKS)).toBeFocused()
      await expectCount(page, 0)

      expect(desk.received).toHaveLength(1)
      const [received] = desk.received
      expect(received).toMatchObject({ method: 'POST', type })
      const { fields, order } = orderIn(received!)
      expect(fields).toMatchObject({ message: text, email: ADA.Email, order_id: order.id })
      expect(fields['idempotency_key']).toBe(`${order.id}.1`)
      expect(typeof parseOrder(fields['order']!)).toBe('object')
      expect(order.lines).toMatchObject([
        { sku: SWIFT, quantity: 2 },
        { sku: PINS, quantity: 1 },
      ])
      expect(order.totals.totalMinor).toBe(total)
      const trap = { formspree: '_gotcha', web3forms: 'botcheck', netlify: 'bot-field' }[service]
      expect(fields[trap]).toBe('')
      if (service === 'web3forms') expect(fields['access_key']).toBe('k-1')
      if (service === 'netlify') expect(fields['form-name']).toBe('order')
      await site.close()
      await desk.close()
    })
  }
})

test.describe('by PayPal and by Shopify', () => {
  test.use({ maySendOrders: true })

  let desk: OrderDesk
  let site: VariantSite | undefined

  test.beforeEach(async () => {
    desk = await openOrderDesk()
    desk.manner = 'html'
  })

  test.afterEach(async () => {
    await site?.close()
    await desk.close()
  })

  test('PayPal gets the form that was shown, and the shopper tells whether it was paid', async ({
    page,
  }) => {
    site = await openVariantSite((folder) =>
      folder.write(
        'shop.yaml',
        `${folder.read('shop.yaml')}hand-off: { by: paypal, account: pay@lane-nine.example, endpoint: "${desk.url}/cgi-bin/webscr" }\n`,
      ),
    )
    await fillCart(page, site.url)
    await goToCheck(page, { url: site.url })
    const total = await totalShown(page)
    const id = await shownId(page)
    await page.getByText('What we send to PayPal').click()
    const terms = await page.locator('details dt').allTextContents()
    const values = await page.locator('details dd').allTextContents()
    await page.getByRole('button', { name: 'Pay with PayPal' }).click()
    await expect(page.getByRole('heading', { name: 'Elsewhere' })).toBeVisible()

    expect(desk.received).toHaveLength(1)
    const fields = Object.fromEntries(new URLSearchParams(desk.received[0]!.body))
    const sent = Object.entries(fields).filter(([, value]) => value !== '')
    expect(sent).toEqual(terms.map((name, index) => [name, values[index]!]))
    expect(fields).toMatchObject({
      cmd: '_cart',
      upload: '1',
      currency_code: 'USD',
      invoice: id,
      item_number_1: SWIFT,
      quantity_1: '2',
      item_number_2: PINS,
      shipping2_1: '0.00',
      country: 'US',
    })
    const sum =
      2 * Number(fields['amount_1']) + Number(fields['amount_2']) + Number(fields['shipping_1'])
    expect(Math.round(sum * 100)).toBe(total)

    await page.goBack()
    await expect(outcome(page, 'Did you pay?')).toBeVisible()
    await expectCount(page, 3)
    await page.getByRole('button', { name: 'Yes, I paid' }).click()
    await expect(outcome(page, THANKS)).toBeVisible()
    await expectCount(page, 0)
  })

  test('PayPal is not asked for an order without a shipping price, which goes by e-mail', async ({
    page,
  }) => {
    site = await openVariantSite((folder) =>
      folder.write(
        'shop.yaml',
        `${folder.read('shop.yaml')}hand-off: { by: paypal, account: pay@lane-nine.example, endpoint: "${desk.url}/" }\n`,
      ),
    )
    await fillCart(page, site.url)
    await page.goto(`${site.url}checkout/`)
    await page.getByRole('combobox', { name: 'Country' }).selectOption('CL')
    await goToCheckFrom(page)
    await expect(page.getByText('PayPal needs a shipping price')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Pay with PayPal' })).toBeHidden()
    await page.getByRole('button', { name: 'Order by email' }).click()
    await expect(outcome(page, 'Did you send the email?')).toBeVisible()
    expect(desk.received).toHaveLength(0)
  })

  async function goToCheckFrom(page: Page): Promise<void> {
    for (const [name, value] of [
      ['Full name', 'Ada'],
      ['Email', 'ada@example.org'],
      ['Street address', '1 A'],
      ['City', 'B'],
    ] as const) {
      await page.getByRole('textbox', { name, exact: true }).fill(value)
    }
    await page.getByRole('button', { name: 'Review order' }).click()
  }

  test('the Shopify store gets the cart by its own ids, and the address', async ({ page }) => {
    site = await openVariantSite((folder) => {
      folder.write(
        'shop.yaml',
        `${folder.read('shop.yaml')}hand-off: { by: shopify, store: "${desk.url}" }\n`,
      )
      for (const [file, sku, id] of [
        ['swift', SWIFT, '41234567890123'],
        ['steel-pins', PINS, '41234567890999'],
      ] as const) {
        const name = `products/${file}.yaml`
        folder.write(name, `${folder.read(name)}\nshopify: { ${sku}: ${id} }\n`)
      }
    })
    await fillCart(page, site.url)
    await goToCheck(page, { url: site.url })
    await page.getByRole('button', { name: 'Go to the store’s checkout' }).click()
    await expect(page.getByRole('heading', { name: 'Elsewhere' })).toBeVisible()
    expect(desk.received).toHaveLength(1)
    const address = new URL(desk.received[0]!.path, desk.url)
    expect(address.pathname).toBe('/cart/41234567890123:2,41234567890999:1')
    expect(address.searchParams.get('checkout[email]')).toBe(ADA.Email)
    expect(address.searchParams.get('checkout[shipping_address][zip]')).toBe('97403')
    await page.goto(`${site.url}checkout/`)
    await expect(outcome(page, 'Did you order in the store?')).toBeVisible()
    await expectCount(page, 3)
    await page.getByRole('button', { name: 'Yes, I ordered' }).click()
    await expect(outcome(page, THANKS)).toBeVisible()
    await expectCount(page, 0)
  })

  test('what the Shopify store does not know is named, and e-mail offered', async ({ page }) => {
    site = await openVariantSite((folder) =>
      folder.write(
        'shop.yaml',
        `${folder.read('shop.yaml')}hand-off: { by: shopify, store: "${desk.url}" }\n`,
      ),
    )
    await fillCart(page, site.url)
    await goToCheck(page, { url: site.url })
    await expect(page.getByText('The store can’t take these yet: Swift, Steel Pins.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Order by email' })).toBeVisible()
  })
})

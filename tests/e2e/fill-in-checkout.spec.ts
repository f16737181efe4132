import type { Page } from '@playwright/test'
import { ADA, checkButton, field, fillIn, goToCheck, orderText } from './support/checkout.ts'
import { seedCart } from './support/pages.ts'
import { pickModels, priceOf } from './support/shop.ts'
import { expect, ON_BOTH, test } from './support/test.ts'

test.beforeEach(async ({ page, shop }) => {
  test.slow()
  const [model] = pickModels(shop, 1)
  await seedCart(page, [{ sku: model!.sku, quantity: 1 }])
})

function problems(page: Page) {
  return page.getByRole('region', { name: 'There’s a problem with your details' })
}

function country(page: Page) {
  return page.getByRole('combobox', { name: 'Country' })
}

test(
  'what is missing is said beside each field and in a list that takes the focus',
  ON_BOTH,
  async ({ page }) => {
    await page.goto('checkout/')
    await checkButton(page).click()
    await expect(problems(page)).toBeFocused()
    await expect(problems(page).getByRole('link')).toHaveText([
      'Full name is missing',
      'Email is missing',
      'Street address is missing',
      'City is missing',
      'State is missing',
      'ZIP code is missing',
    ])
    await problems(page).getByRole('link', { name: 'State is missing' }).click()
    await expect(field(page, 'State')).toBeFocused()
    await expect(field(page, 'State')).toHaveAccessibleDescription('State is missing')
    await page.keyboard.type('OR')
    await expect(field(page, 'State')).toHaveAccessibleDescription('')
    await expect(problems(page).getByRole('link')).toHaveCount(5)
  },
)

test('what is wrong is said by what to write instead', async ({ page }) => {
  await page.goto('checkout/')
  await fillIn(page, { ...ADA, Email: 'ada@', 'ZIP code': 'ABC', 'Full name': '   ' })
  await field(page, 'Note to the shop').fill('x'.repeat(10_000))
  await checkButton(page).click()
  await expect(problems(page).getByRole('link')).toHaveText([
    'Full name is missing',
    'Enter an email address like name@example.com',
    'ZIP code should look like 97403',
    'Note to the shop is too long: 10,000 characters, and 1,000 fit',
  ])
  await expect(field(page, 'Note to the shop')).toHaveValue('x'.repeat(10_000))
})

test('everything typed survives a reload, the way to the check and back, and the Back button', async ({
  page,
}) => {
  await page.goto('checkout/')
  await country(page).selectOption('Canada')
  await fillIn(page, {
    'Full name': ' Zoë\u00a0🏃 ',
    Province: 'ON',
    'Postal code': 'm5v–3l9\u200b',
  })
  await field(page, 'Note to the shop').fill('One\nTwo')
  // Each field that was left shows how it was read.
  await expect(field(page, 'Full name')).toHaveValue('Zoë 🏃')
  await expect(field(page, 'Postal code')).toHaveValue('M5V 3L9')
  await page.reload()
  await expect(country(page)).toHaveValue('CA')
  await expect(field(page, 'Full name')).toHaveValue('Zoë 🏃')
  await expect(field(page, 'Note to the shop')).toHaveValue('One\nTwo')
  await fillIn(page, { Email: 'Zoë <zoë&co@почта.рф>,', 'Street address': '１ A', City: 'B' })
  await checkButton(page).click()
  await expect(orderText(page)).toHaveValue(/1 A\nB ON M5V 3L9\nCanada\n\nEmail: zoë&co@почта.рф/)
  await page.goBack()
  await expect(field(page, 'Full name')).toHaveValue('Zoë 🏃')
  await checkButton(page).click()
  await page.reload()
  await expect(orderText(page)).toBeVisible()
  await page.getByRole('link', { name: 'Back to cart' }).click()
  await page.goBack()
  await expect(orderText(page)).toBeVisible()
  await page.getByRole('button', { name: 'Change details' }).click()
  await expect(field(page, 'Province')).toHaveValue('ON')
})

test('each country is asked for what its addresses have, and phones know what fits', async ({
  page,
}) => {
  await page.goto('checkout/')
  await country(page).selectOption('Germany')
  await expect(field(page, 'Province')).toBeHidden()
  await expect(field(page, 'Postal code')).toHaveAttribute('inputmode', 'numeric')
  await country(page).selectOption('Poland')
  await expect(field(page, 'Postal code')).toHaveAttribute('inputmode', 'text')
  await country(page).selectOption('Ireland')
  await expect(field(page, 'County')).toHaveAccessibleName('County (optional)')
  for (const [label, token] of [
    ['Full name', 'name'],
    ['Email', 'email'],
    ['Phone', 'tel'],
    ['Street address', 'address-line1'],
    ['City', 'address-level2'],
    ['Postal code', 'postal-code'],
  ] as const) {
    await expect(field(page, label)).toHaveAttribute('autocomplete', token)
  }
  await expect(field(page, 'Email')).toHaveAttribute('inputmode', 'email')
  await expect(page.locator('input[autocomplete^="cc-"]')).toHaveCount(0)
})

test('what was filled in stays in sight and in the order in a country that does not ask for it', async ({
  page,
}) => {
  await page.goto('checkout/')
  await fillIn(page, { ...ADA, 'ZIP code': '97403 ' })
  await country(page).selectOption('Germany')
  await expect(field(page, 'Province')).toHaveValue('OR')
  await fillIn(page, { 'Postal code': '' })
  await checkButton(page).click()
  await expect(problems(page).getByRole('link')).toHaveText(['Postal code is missing'])
  // What is wrong follows the country.
  await country(page).selectOption('United Kingdom')
  await expect(problems(page).getByRole('link')).toHaveText(['Postcode is missing'])
  await country(page).selectOption('Germany')
  await fillIn(page, { 'Postal code': 'D-10115' })
  await checkButton(page).click()
  await expect(orderText(page)).toHaveValue(/10115 Eugene\nOR\nGermany/)
})

test('shipping follows country and choice, and a country without a price can order all the same', async ({
  page,
}) => {
  await page.goto('checkout/')
  const summary = page.getByRole('region', { name: 'Summary' })
  const total = async (): Promise<number> =>
    priceOf(await summary.getByRole('definition').last().innerText())
  const standard = await total()
  await page.getByRole('radio', { name: /^Express/ }).check()
  await expect.poll(total).not.toBe(standard)
  await page.reload()
  await expect(page.getByRole('radio', { name: /^Express/ })).toBeChecked()
  await country(page).selectOption('Germany')
  await expect(page.getByRole('radio', { name: /^International/ })).toBeChecked()
  const status = page.getByRole('status').filter({ hasText: 'Express' })
  await expect(status).toHaveText(
    'Express isn’t available in this country. International is chosen instead.',
  )
  await fillIn(page, { 'Full name': 'Ada' })
  await country(page).selectOption('United States')
  await expect(page.getByRole('radio', { name: /^Express/ })).toBeChecked()
  await expect(status).toHaveCount(0)
  await country(page).selectOption('Chile')
  await expect(page.getByRole('radio')).toHaveCount(0)
  await expect(summary).toContainText('We don’t have a shipping price for this country yet.')
  await fillIn(page, {
    'Full name': 'Ada',
    Email: 'ada@example.org',
    'Street address': '1 A',
    City: 'Santiago',
  })
  await checkButton(page).click()
  await expect(orderText(page)).toHaveValue(/Shipping: To be confirmed/)
  await expect(orderText(page)).toHaveValue(/plus shipping/)
})

for (const [what, text] of [
  ['HTML', '<img src=x onerror="document.title=1"><b>Bold</b>'],
  ['a formula', '=HYPERLINK("http://x.example")'],
  ['right-to-left text', 'עדה לאבלייס \u202eevil'],
  ['emoji', '👩🏽‍🚀🏃'],
] as const) {
  test(`${what} is taken as it is, shown as text and nothing else`, async ({ page }) => {
    await goToCheck(page, { values: { ...ADA, 'Full name': text } })
    const shown = text.replace('\u202e', '')
    expect(await orderText(page).inputValue()).toContain(shown)
    const facts = page.getByRole('region', { name: 'Your details' })
    await expect(facts).toContainText(shown)
    await expect(facts.locator('b, img')).toHaveCount(0)
    expect(await page.title()).not.toBe('1')
  })
}

import { expect, type Locator, type Page } from '@playwright/test'
import type { Order } from '../../../src/js/order/order-schema.ts'

/** A shopper's details, by the form's labels. */
export const ADA = {
  'Full name': 'Ada Lovelace',
  Email: 'ada@example.org',
  'Street address': '12 Home Straight',
  City: 'Eugene',
  State: 'OR',
  'ZIP code': '97403',
} as const

export function field(page: Page, label: string): Locator {
  return page.getByRole('textbox', { name: new RegExp(`^${label}( \\(optional\\))?$`) })
}

export async function fillIn(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values)) await field(page, label).fill(value)
}

export function checkButton(page: Page): Locator {
  return page.getByRole('button', { name: 'Review order' })
}

/** The order's text, which the page shows before and after sending. */
export function orderText(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Your order' })
}

interface GoToCheck {
  /** Another site to open instead of the one under test. */
  readonly url?: string
  readonly values?: Readonly<Record<string, string>>
}

/** Fill in the checkout form and continue to the last step. The cart must have items. */
export async function goToCheck(
  page: Page,
  { url = '', values = ADA }: GoToCheck = {},
): Promise<void> {
  await page.goto(`${url}checkout/`)
  await fillIn(page, values)
  await checkButton(page).click()
  await expect(orderText(page)).toBeVisible()
}

export function outcome(page: Page, name: string | RegExp): Locator {
  return page.getByRole('heading', { level: 2, name })
}

export const THANKS = /^Thank you/
export const FAILED = 'Your order wasn’t confirmed'

/** The order number that the page shows. */
export async function shownId(page: Page): Promise<string> {
  const text = await orderText(page).inputValue()
  return /\d{8}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0] ?? ''
}

/** The fields and the order that a form service received, as JSON or form data. */
export function orderIn({ type, body }: { readonly type: string; readonly body: string }): {
  readonly fields: Readonly<Record<string, string>>
  readonly order: Order
} {
  const fields = (
    type.includes('json') ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body))
  ) as Record<string, string>
  return { fields, order: JSON.parse(fields['order'] ?? 'null') as Order }
}

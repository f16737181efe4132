import type { Locator, Page } from '@playwright/test'
import type { Variant } from '../../../src/js/catalog/product-data.ts'
import type { Shop } from './shop.ts'
import { expect } from './test.ts'

export const TEAM_KEY = 'cinder.team'

/** `count` different shoes, each in stock. */
export function pickForTeam(shop: Shop, count: number): readonly Variant[] {
  const shoes = shop.variants.filter(({ product, stock }) => product.gender !== null && stock > 0)
  const step = Math.floor(shoes.length / count)
  return Array.from({ length: count }, (_, at) => shoes[at * step]!)
}

/** The text that a spreadsheet copies: tabs, CRLF, and quotes around cells with line breaks. */
export function asClipboard(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string =>
    /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  return rows.map((row) => `${row.map(cell).join('\t')}\r\n`).join('')
}

/** A row of a coach's spreadsheet, with the columns of `HEADER`. */
export function sheetRow(athlete: string, variant: Variant, quantity = 1): readonly string[] {
  const { product, colour, size, width } = variant
  return [athlete, product.name, colour.name, size, width, String(quantity)]
}

export const HEADER = ['Athlete', 'Shoe', 'Colour', 'Size (EU)', 'Width', 'Pairs'] as const

export async function openTeam(page: Page): Promise<void> {
  await page.goto('team/')
  await expect(pasteField(page)).toBeVisible()
}

export function pasteField(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Rows from a spreadsheet' })
}

/** Put a text on the clipboard and paste it. */
export async function pasteInto(page: Page, field: Locator, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await field.focus()
  await page.keyboard.press('ControlOrMeta+V')
}

export async function pasteList(page: Page, rows: readonly (readonly string[])[]): Promise<void> {
  await openTeam(page)
  await pasteInto(page, pasteField(page), asClipboard(rows))
  await expect(page.getByText(/^\d+ rows? added\./)).toBeVisible()
  await expect(
    page.getByText(/^\d+ rows?\. (\d+ rows? needs? attention|Everything can be ordered)/),
  ).toBeVisible()
}

export function cell(page: Page, field: string, who: string): Locator {
  return page.getByLabel(`${field}, ${who}`, { exact: true })
}

export function rowOf(page: Page, who: string): Locator {
  return page.locator('tr').filter({ has: cell(page, 'Athlete', who) })
}

/** The text of all inputs in the table, row by row. */
export function typedRows(page: Page): Promise<string[][]> {
  return page
    .getByRole('region', { name: 'Team list' })
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('input')].map((input) => input.value)),
    )
}

import type { Page } from '@playwright/test'
import { readStorage, seedStorage } from './support/pages.ts'
import {
  pickForTeam,
  cell,
  HEADER,
  openTeam,
  pasteField,
  pasteInto,
  pasteList,
  sheetRow,
  TEAM_KEY,
} from './support/team.ts'
import { expect, test } from './support/test.ts'

function list(page: Page) {
  return page.getByRole('region', { name: 'Team list' })
}

async function typeAthlete(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add an athlete' }).click()
  await page.keyboard.insertText(name)
}

test('markup, formulas and endless texts are texts', async ({ page, shop }) => {
  test.slow()
  const [one] = pickForTeam(shop, 1)
  await openTeam(page)
  const title = await page.title()
  const script = '<img src=x onerror=document.title="hit">'
  await pasteList(page, [
    HEADER,
    sheetRow(script, one!),
    [script, script, script, script, script, script],
    ['=1+1', '+1', '-1', '@x', '\u202e', '👟'],
    ['x'.repeat(10_000), 'y'.repeat(10_000), '', '', '', ''],
  ])
  await expect(page.getByText('4 rows. 3 rows need attention.')).toBeVisible()
  await expect(
    page.getByText('2 cells were longer than 200 characters, so we cut them off.'),
  ).toBeVisible()
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  expect(await page.title()).toBe(title)
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(excess).toBeLessThanOrEqual(0)
})

test.describe('on any screen', () => {
  test('five thousand rows end at five hundred, and that is said', async ({ page }) => {
    test.slow()
    await openTeam(page)
    const rows = Array.from({ length: 5000 }, (_, at) => `Athlete ${at}\tKey`).join('\n')
    await pasteInto(page, pasteField(page), `Name\tModel\n${rows}`)
    await expect(page.getByText('500 rows added. 4,500 rows left out')).toBeVisible()
    await expect(list(page).locator('tbody tr')).toHaveCount(500)
    await page.getByRole('button', { name: 'Add an athlete' }).click()
    await expect(page.getByText('The list is full at 500 rows.')).toBeVisible()
  })

  test('what holds no rows changes nothing, and says so', async ({ page }) => {
    await openTeam(page)
    for (const text of ['', '   ', '\n\n']) {
      await pasteField(page).fill(text)
      await page.getByRole('button', { name: 'Add these rows' }).click()
      await expect(page.getByText('We found no rows in that.')).toBeVisible()
      expect(await readStorage(page, TEAM_KEY)).toBeNull()
    }
  })

  test('two tabs lose nothing of each other’s', async ({ page, context }) => {
    await openTeam(page)
    const other = await context.newPage()
    await openTeam(other)
    await typeAthlete(page, 'Anna')
    await expect(cell(other, 'Athlete', 'Anna')).toBeVisible()
    await typeAthlete(other, 'Bo')
    await expect(cell(page, 'Athlete', 'Bo')).toBeVisible()
    await expect(cell(page, 'Athlete', 'Anna')).toHaveValue('Anna')
  })

  test('a stored list that can’t be read is kept aside', async ({ page }) => {
    await seedStorage(page, TEAM_KEY, '{"version":99,"rows":"noise"}')
    await openTeam(page)
    await expect(list(page).getByRole('alert')).toContainText('set the unreadable part aside')
    await typeAthlete(page, 'Anna')
    expect(await readStorage(page, 'cinder.team.unreadable')).toBe('{"version":99,"rows":"noise"}')
  })

  test('blocked storage leaves the list usable, and says how to keep it', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError')
        },
      })
    })
    await openTeam(page)
    await expect(list(page).getByRole('alert')).toBeHidden()
    await typeAthlete(page, 'Anna')
    await expect(list(page).getByRole('alert')).toContainText('Save it as CSV')
    await expect(cell(page, 'Athlete', 'Anna')).toHaveValue('Anna')
    let isAsked = false
    page.on('dialog', (dialog) => {
      isAsked = dialog.type() === 'beforeunload'
      void dialog.accept()
    })
    await page.close({ runBeforeUnload: true })
    await expect.poll(() => isAsked).toBe(true)
  })

  test('full storage leaves the list usable, and says so', async ({ page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    })
    await openTeam(page)
    await typeAthlete(page, 'Anna')
    await expect(list(page).getByRole('alert')).toContainText('storage is full')
    await typeAthlete(page, 'Bo')
    await expect(cell(page, 'Athlete', 'Anna')).toHaveValue('Anna')
  })
})

test.describe('without the catalogue', () => {
  test.use({ mayFailToLoad: true })

  test('the list can be typed, and is checked when the catalogue comes', async ({ page, shop }) => {
    const [one] = pickForTeam(shop, 1)
    await page.route('**/data/catalogue.*.json', (route) => route.abort())
    await openTeam(page)
    const failed = page.getByText('prices and stock. Your list is safe')
    await expect(failed).toBeVisible()
    await typeAthlete(page, 'Anna')
    await cell(page, 'Model', 'Anna').fill(one!.sku)
    await page.unroute('**/data/catalogue.*.json')
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(failed).toBeHidden()
    await expect(page.getByText('1 row. Everything can be ordered.')).toBeVisible()
    await expect(cell(page, 'Model', 'Anna')).toHaveValue(one!.sku)
  })
})

import { cartLines, expectCount, readStorage } from './support/pages.ts'
import { pickPlenty, pickShoe, pickSoldOutSize, priceOf } from './support/shop.ts'
import {
  cell,
  HEADER,
  openTeam,
  pasteField,
  pasteInto,
  pasteList,
  pickForTeam,
  rowOf,
  sheetRow,
  typedRows,
} from './support/team.ts'
import { expect, ON_BOTH, ON_DESKTOP, test } from './support/test.ts'

test(
  'forty athletes are pasted in one step and go into the cart in another',
  ON_BOTH,
  async ({ page, shop }) => {
    test.slow()
    const variants = pickForTeam(shop, 40)
    const rows = variants.map((variant, at) => sheetRow(`Athlete ${at + 1}`, variant))
    const [first, ...others] = rows
    await pasteList(page, [HEADER, ['Anna\nMaria "Mia"', ...first!.slice(1)], ...others])
    await expect(page.getByText('40 rows added.')).toBeVisible()
    await expect(page.getByText('40 rows. Everything can be ordered.')).toBeVisible()
    await expect(cell(page, 'Athlete', 'Anna Maria "Mia"')).toBeVisible()
    const total = variants.reduce((sum, { product }) => sum + product.priceMinor, 0)
    const order = page.getByRole('region', { name: 'Add to your cart' })
    expect(priceOf(await order.getByText(/^40 items/).innerText())).toBe(total)

    await order.getByRole('button', { name: 'Add 40 items to cart' }).click()
    await expectCount(page, 40)
    await expect(order.getByText('40 items added to your cart.')).toBeVisible()
    await expect(
      order.getByRole('button', { name: 'Everything was added to the cart' }),
    ).toBeDisabled()
    await order.getByRole('link', { name: 'View cart' }).click()
    await expect(cartLines(page)).toHaveCount(40)
    await page.goBack()
    await expect(cell(page, 'Athlete', 'Athlete 40')).toBeVisible()
  },
)

test('problems stand in their rows, and are mended there', async ({ page, shop }) => {
  test.slow()
  const shoe = pickShoe(shop)
  const gone = pickSoldOutSize(shop)
  const { name } = shoe.product
  const misspelt = `${name.slice(0, 2)}${name.slice(3)}x`
  await pasteList(page, [
    HEADER,
    ['Bo', misspelt, ...sheetRow('', shoe).slice(2)],
    sheetRow('Cem', gone),
    sheetRow('Dia', shoe, shoe.stock - 1),
    sheetRow('Eve', shoe, 3),
    ['Fay', name, shoe.colour.code, 'huge', '', '1'],
  ])
  await expect(page.getByText('5 rows. 4 rows need attention.')).toBeVisible()
  await expect(rowOf(page, 'Cem')).toContainText('Sold out')
  await expect(rowOf(page, 'Fay')).toContainText('“huge” isn’t a size we recognize')
  await expect(cell(page, 'Size', 'Fay')).toHaveAccessibleDescription(/isn’t a size/)

  await page.getByRole('button', { name: 'Go to the next problem' }).click()
  await expect(cell(page, 'Model', 'Bo')).toBeFocused()
  await rowOf(page, 'Bo').getByRole('button', { name, exact: true }).click()
  await expect(cell(page, 'Model', 'Bo')).toHaveValue(name)
  await expect(cell(page, 'Model', 'Bo')).not.toHaveAttribute('aria-invalid')

  await cell(page, 'Size', 'Fay').fill(`EU ${shoe.size}`)
  await rowOf(page, 'Cem').getByRole('button').first().click()
  await expect(rowOf(page, 'Cem')).not.toContainText('Sold out')
  // Bo took one and Dia most of them: over the whole list there are too few for Eve and Fay.
  await expect(rowOf(page, 'Eve')).toContainText(
    `Your list has ${1 + shoe.stock - 1 + 3 + 1} of these`,
  )
  await cell(page, 'Quantity', 'Dia').fill('1')
  await cell(page, 'Quantity', 'Eve').fill('１\u00a0x\u200b')
  await cell(page, 'Quantity', 'Eve').blur()
  await expect(cell(page, 'Quantity', 'Eve')).toHaveValue('1 x')
  await expect(page.getByText('5 rows. Everything can be ordered.')).toBeVisible()
})

test('more than one order takes waits, and goes into the next', async ({ page, shop }) => {
  const plenty = pickPlenty(shop)
  await pasteList(page, [HEADER, sheetRow('Club', plenty, 11)])
  const order = page.getByRole('region', { name: 'Add to your cart' })
  await expect(order).toContainText('one order can have up to 10')
  await order.getByRole('button', { name: 'Add 10 items to cart' }).click()
  await expectCount(page, 10)
  await expect(order.getByRole('listitem')).toContainText(`1 × ${plenty.product.name}`)
  await expect(
    order.getByRole('button', { name: 'The rest goes in your next order' }),
  ).toBeDisabled()

  // The first order has gone out, which empties the cart.
  await page.evaluate(() => localStorage.removeItem('cinder.cart'))
  await page.reload()
  await order.getByRole('button', { name: 'Add 1 item to cart' }).click()
  await expectCount(page, 1)
  await order.getByRole('button', { name: 'Reset the count' }).click()
  await expect(order.getByRole('button', { name: 'Add 9 items to cart' })).toBeEnabled()
})

test('what is saved as CSV and opened again is the same list', async ({ page, shop }) => {
  const [one, two] = pickForTeam(shop, 2)
  await pasteList(page, [
    HEADER,
    sheetRow('=HYPERLINK("x")', one!),
    sheetRow('"Speedy", the 2nd', two!, 2),
    ['محمد', 'Zebra', '', '42,5', '', ''],
    ['👟', '-1', '+1', '@x', "'", 'x'],
  ])
  const before = await typedRows(page)
  expect(before).toHaveLength(4)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as CSV' }).click()
  const file = await (await downloading).path()

  await page.getByRole('button', { name: 'Clear list' }).click()
  await expect(page.getByText('No athletes yet.')).toBeVisible()
  await page.getByLabel('Open a CSV file').setInputFiles(file)
  await expect(page.getByText('4 rows added.')).toBeVisible()
  expect(await typedRows(page)).toEqual(before)
})

test('nothing typed is lost: reload, clear, remove, paste', async ({ page, shop }) => {
  test.slow()
  const [one, two] = pickForTeam(shop, 2)
  await pasteList(page, [HEADER, sheetRow('Anna', one!), sheetRow('Bo', two!)])
  await cell(page, 'Athlete', 'Bo').fill('Bodil')
  await page.reload()
  await expect(cell(page, 'Athlete', 'Bodil')).toHaveValue('Bodil')
  const before = await typedRows(page)
  const list = page.getByRole('region', { name: 'Team list' })
  const undo = list.getByRole('button', { name: 'Undo' })

  await page.getByRole('button', { name: 'Remove Anna' }).click()
  await expect(list.getByText('Anna removed.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Remove Bodil' })).toBeFocused()
  await undo.click()
  expect(await typedRows(page)).toEqual(before)

  await page.getByRole('button', { name: 'Clear list' }).click()
  await expect(undo).toBeFocused()
  await undo.click()
  expect(await typedRows(page)).toEqual(before)

  await pasteInto(page, pasteField(page), 'Cem\tKey\nDia\tKey')
  await expect(cell(page, 'Athlete', 'Dia')).toBeVisible()
  await page
    .getByRole('region', { name: 'Paste your list' })
    .getByRole('button', { name: 'Undo' })
    .click()
  expect(await typedRows(page)).toEqual(before)
})

test('a block pasted into a cell fills the cells from there', async ({ page, shop }) => {
  const [one, two] = pickForTeam(shop, 2)
  await pasteList(page, [HEADER, sheetRow('Anna', one!), sheetRow('Bo', two!)])
  await pasteInto(page, cell(page, 'Size', 'Anna'), '41\r\n42,5\r\n43\r\n')
  await expect(cell(page, 'Size', 'Bo')).toHaveValue('42,5')
  await expect(cell(page, 'Size', 'row 3')).toHaveValue('43')
  await page
    .getByRole('region', { name: 'Team list' })
    .getByRole('button', { name: 'Undo' })
    .click()
  await expect(cell(page, 'Size', 'Bo')).toHaveValue(two!.size)
})

test('the list is typed, read and ordered without a mouse', ON_DESKTOP, async ({ page, shop }) => {
  test.slow()
  const shoe = pickShoe(shop)
  await openTeam(page)
  await page.getByRole('button', { name: 'Add an athlete' }).focus()
  await page.keyboard.press('Enter')
  await expect(cell(page, 'Athlete', 'row 1')).toBeFocused()
  for (const text of ['Anna', shoe.product.name, shoe.colour.code, shoe.size, '', '2']) {
    await page.keyboard.insertText(text)
    await page.keyboard.press('Tab')
  }
  await expect(rowOf(page, 'Anna')).toContainText(`size EU ${shoe.size}`)
  await cell(page, 'Athlete', 'Anna').focus()
  await page.keyboard.press('Enter')
  await expect(cell(page, 'Athlete', 'row 2')).toBeFocused()
  await page.getByRole('button', { name: 'Add 2 items to cart' }).focus()
  await page.keyboard.press('Enter')
  await expectCount(page, 2)
  await expect(page.getByRole('link', { name: 'View cart' })).toBeFocused()
})

test('sizes are read in the system that was chosen', async ({ page, shop }) => {
  const shoe = shop.variants.find(
    ({ product, size, width, stock }) =>
      product.gender === 'unisex' && size === '42.5' && width === 'regular' && stock > 0,
  )!
  await pasteList(page, [
    ['Athlete', 'Model', 'Color', 'Size'],
    ['Anna', shoe.product.name, shoe.colour.name, '9'],
  ])
  const system = page.getByRole('combobox', { name: 'Sizes without a unit are' })
  await system.selectOption('US')
  await expect(rowOf(page, 'Anna')).toContainText('size EU 42.5')
  await system.selectOption('EU')
  await expect(rowOf(page, 'Anna')).not.toContainText('size EU 42.5')
  await page.reload()
  await expect(system).toHaveValue('eu')
})

test('on paper there is one sheet, by athlete', async ({ page, shop }) => {
  const [one, two] = pickForTeam(shop, 2)
  await pasteList(page, [HEADER, sheetRow('Anna', one!), sheetRow('Bo', two!, 2), ['Cem', 'Zebra']])
  // What window.print() does first; the dialog itself belongs to the browser.
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const main = page.getByRole('main')
  await expect(main.getByRole('heading', { name: 'Team order' })).toBeHidden()
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(main.getByRole('row', { name: /^Anna / })).toContainText(one!.product.name)
  await expect(main.getByRole('row', { name: /^Cem / })).toContainText('Not ordered: Zebra')
  await expect(main.getByRole('cell', { name: two!.sku })).toBeVisible()
  const ink = await main
    .getByRole('row', { name: /^Anna / })
    .evaluate((row) => getComputedStyle(row).color)
  expect(ink).toBe('rgb(0, 0, 0)')
})

test('the cart and the footer lead there', async ({ page }) => {
  await page.goto('cart/')
  await page.getByRole('link', { name: 'Use the team order' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Team order')
  await page.goto('about/')
  await page.getByRole('contentinfo').getByRole('link', { name: 'Team order' }).click()
  await expect(page).toHaveURL(/\/team\/$/)
  expect(await readStorage(page, 'cinder.team')).toBeNull()
})

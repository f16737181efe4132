import type { Locator, Page } from '@playwright/test'
import {
  closeFilters,
  expectListed,
  filterBy,
  labelOf,
  openFilters,
  option,
  productCount,
  productNames,
  products,
} from './support/pages.ts'
import { priceOf } from './support/shop.ts'
import { expect, ON_BOTH, ON_DESKTOP, test } from './support/test.ts'

// A long file: both workers share it.
test.describe.configure({ mode: 'parallel' })

const FACETS = [
  'Event',
  'Gender',
  'Size',
  'Width',
  'Brand',
  'Color',
  'Surface',
  'Level',
  'Plate stiffness',
  'Pins',
  'Availability',
]

interface Value {
  readonly label: string
  readonly count: number
  readonly isDisabled: boolean
}

/** Everything a facet offers, as a screen reader says it: "42 17". */
async function valuesOf(page: Page, facet: string): Promise<Value[]> {
  const boxes = page.getByRole('group', { name: facet, exact: true }).getByRole('checkbox')
  return boxes.evaluateAll((inputs) =>
    inputs.map((input) => {
      const text = (input.closest('label')?.textContent ?? '').replace(/\s+/g, ' ').trim()
      const [, label = '', count = ''] = /^(.*) (\d+)$/.exec(text) ?? []
      return { label, count: Number(count), isDisabled: (input as HTMLInputElement).disabled }
    }),
  )
}

const STIFFNESSES = ['Very flexible', 'Flexible', 'Medium', 'Stiff', 'Very stiff', 'No plate']

/** The chip of a chosen value; it says what a bare number, or a stiffness, is of. */
function chip(page: Page, label: string): Locator {
  const kind = /^[\d.]+$/.test(label) ? 'Size ' : STIFFNESSES.includes(label) ? 'Plate: ' : ''
  const words = kind + label
  return page.getByRole('button', { name: `Remove filter ${words}`, exact: true })
}

for (const facet of FACETS) {
  test(`${facet}: each value’s count is what choosing it lists`, ON_DESKTOP, async ({ page }) => {
    await page.goto('shop/')
    const all = await products(page).count()
    await openFilters(page)
    const values = (await valuesOf(page, facet)).filter(({ isDisabled }) => !isDisabled)
    expect(values.length).toBeGreaterThan(1)
    await closeFilters(page)
    for (const { label, count } of values.slice(0, 2)) {
      await filterBy(page, [facet, label])
      await expectListed(page, count)
      await chip(page, label).click()
      await expectListed(page, all)
    }
  })
}

test('values of one facet add up, facets narrow each other', async ({ page }) => {
  const list = async (query: string): Promise<string[]> => {
    await page.goto(`shop/?${query}`)
    await expectListed(page, await products(page).count())
    return (await productNames(page)).toSorted()
  }
  const sprint = await list('event=sprint')
  const throws = await list('event=throws')
  const either = await list('event=sprint&event=throws')
  expect(either).toEqual([...new Set([...sprint, ...throws])].toSorted())
  const women = await list('gender=women')
  const both = await list('event=sprint&gender=women')
  expect(both).toEqual(sprint.filter((name) => women.includes(name)))
  expect(both.length).toBeGreaterThan(0)
})

test('size and “in stock” mean that size, in stock, in that colour', async ({ page, shop }) => {
  await page.goto('shop/?size=42&instock=1')
  const expected = new Set(
    shop.variants
      .filter(({ size, stock }) => size === '42' && stock > 0)
      .map((one) => one.product.name),
  )
  const names = await productNames(page)
  expect(names.length).toBeGreaterThan(5)
  for (const name of names) expect(expected, name).toContain(name)
})

test(
  'with a filter on, the counts still say what choosing would list',
  ON_DESKTOP,
  async ({ page }) => {
    await page.goto('shop/?event=sprint')
    const before = await productCount(page).textContent()
    await openFilters(page)
    const facets = ['Gender', 'Size', 'Color']
    const values = await Promise.all(facets.map((facet) => valuesOf(page, facet)))
    await closeFilters(page)
    for (const [index, facet] of facets.entries()) {
      const { label, count } = values[index]!.findLast(({ isDisabled }) => !isDisabled)!
      await filterBy(page, [facet, label])
      await expectListed(page, count)
      await chip(page, label).click()
      await expect(productCount(page)).toHaveText(before!)
    }
  },
)

test('values that would list nothing stay in place, disabled', ON_DESKTOP, async ({ page }) => {
  await page.goto('shop/')
  await openFilters(page)
  const before = await Promise.all(FACETS.map((facet) => valuesOf(page, facet)))
  await closeFilters(page)
  await filterBy(page, ['Event', 'Throws'])
  await openFilters(page)
  const after = await Promise.all(FACETS.map((facet) => valuesOf(page, facet)))
  expect(after.map((values) => values.map(({ label }) => label))).toEqual(
    before.map((values) => values.map(({ label }) => label)),
  )
  const dead = after.flat().filter(({ isDisabled }) => isDisabled)
  expect(dead.length).toBeGreaterThan(0)
  for (const value of after.flat()) expect(value.isDisabled, value.label).toBe(value.count === 0)
})

test('a chosen value can be taken back though it lists nothing', ON_DESKTOP, async ({ page }) => {
  await page.goto('shop/?event=throws&pins=8')
  await expectListed(page, 0)
  await openFilters(page)
  const chosen = option(page, 'Pins', '8 pins')
  await expect(chosen).toBeChecked()
  await expect(chosen).toBeEnabled()
  await labelOf(chosen).click()
  await closeFilters(page)
  await expect(products(page)).not.toHaveCount(0)
})

test('sizes stand in the order of numbers, half sizes between whole ones', async ({ page }) => {
  await page.goto('shop/')
  await openFilters(page)
  const sizes = (await valuesOf(page, 'Size')).map(({ label }) => Number.parseFloat(label))
  const numbers = sizes.filter((size) => !Number.isNaN(size))
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
  expect(numbers).toContain(42.5)
})

test('chips take away one value and leave the focus near', ON_BOTH, async ({ page }) => {
  await page.goto('shop/?event=sprint&size=42&size=43')
  const chips = page.getByRole('list', { name: 'Active filters' }).getByRole('button')
  await expect(chips).toHaveCount(3)
  await chip(page, '42').focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\?event=sprint&size=43$/)
  await expect(chip(page, '43')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(chip(page, 'Sprint')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(chips).toHaveCount(0)
  await expect(productCount(page)).toBeFocused()
  await expect(page).toHaveURL(/\/shop\/$/)
})

test('“Clear all” removes every filter and keeps the order', ON_DESKTOP, async ({ page }) => {
  await page.goto('shop/')
  const all = await products(page).count()
  const panel = page
    .getByRole('region', { name: 'Filters' })
    .or(page.getByRole('dialog', { name: 'Filters' }))
  const clear = panel.getByRole('button', { name: 'Clear all' })
  await expect(clear).toBeHidden()
  await page.goto('shop/?q=a&gender=women&size=38&price-max=150&instock=1&sort=price-asc')
  await openFilters(page)
  await clear.click()
  await expectListed(page, all)
  await expect(page).toHaveURL(/\/shop\/\?sort=price-asc$/)
})

test('back, forward, reload, a shared link and a second tab show the same list', async ({
  page,
  context,
}) => {
  const steps: { url: string; names: string[] }[] = []
  const remember = async (): Promise<void> => {
    await expectListed(page, await products(page).count())
    steps.push({ url: page.url(), names: await productNames(page) })
  }
  await page.goto('shop/')
  await remember()
  await filterBy(page, ['Event', 'Middle distance'])
  await remember()
  await filterBy(page, ['Size', '42'])
  await remember()
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('Price: low to high')
  await remember()
  expect(new Set(steps.map(({ url }) => url)).size).toBe(4)

  const expectStep = async (index: number): Promise<void> => {
    await expect(page).toHaveURL(steps[index]!.url)
    await expect.poll(() => productNames(page)).toEqual(steps[index]!.names)
  }
  for (const index of [2, 1, 0]) {
    await page.goBack()
    await expectStep(index)
  }
  for (const index of [1, 2, 3]) {
    await page.goForward()
    await expectStep(index)
  }
  await page.reload()
  await expectStep(3)
  const chosen = page.getByRole('list', { name: 'Active filters' })
  await expect(chosen.getByRole('button')).toHaveCount(2)
  const second = await context.newPage()
  await second.goto(steps[3]!.url)
  await expect.poll(() => productNames(second)).toEqual(steps[3]!.names)
})

test(
  'coming back from a product finds list, filters and place again',
  ON_BOTH,
  async ({ page }) => {
    await page.goto('shop/')
    await filterBy(page, ['Gender', 'Unisex'])
    const names = await productNames(page)
    const last = products(page).last().getByRole('link')
    await last.scrollIntoViewIfNeeded()
    const place = await page.evaluate(() => scrollY)
    expect(place).toBeGreaterThan(500)
    await last.click()
    await expect(page).toHaveURL(/\/products\//)
    await page.goBack()
    await expect(page).toHaveURL(/\?gender=unisex$/)
    await expect.poll(() => productNames(page)).toEqual(names)
    await expect
      .poll(async () => Math.abs((await page.evaluate(() => scrollY)) - place))
      .toBeLessThan(200)
  },
)

test(
  'results change without a reload and the focus stays where it is',
  ON_BOTH,
  async ({ page }) => {
    await page.goto('shop/')
    await page.evaluate(() => Object.assign(window, { marker: 'here' }))
    await openFilters(page)
    const box = option(page, 'Gender', 'Women')
    await box.focus()
    await page.keyboard.press('Space')
    await expect(page).toHaveURL(/\?gender=women$/)
    await expect(box).toBeFocused()
    await expect(box).toBeChecked()
    expect(await page.evaluate(() => 'marker' in window)).toBe(true)
  },
)

test('prices narrow from both ends and leave other filters alone', async ({ page }) => {
  await page.goto('shop/?gender=unisex')
  await openFilters(page)
  const from = page.getByRole('textbox', { name: /^From/ })
  const to = page.getByRole('textbox', { name: /^To/ })
  await from.fill('100')
  await from.press('Tab')
  await expect(page).toHaveURL(/\?gender=unisex&price-min=100$/)
  await to.fill('150')
  await to.press('Enter')
  await expect(page).toHaveURL(/\?gender=unisex&price-min=100&price-max=150$/)
  // Enter asks for the results, and on a phone the panel would hide them.
  await expect(page.getByRole('dialog', { name: 'Filters' })).toBeHidden()
  const prices = await products(page).locator('strong').allInnerTexts()
  expect(prices.length).toBeGreaterThan(0)
  for (const price of prices.map(priceOf)) {
    expect(price).toBeGreaterThanOrEqual(10_000)
    expect(price).toBeLessThanOrEqual(15_000)
  }
  await chip(page, 'From $100.00').click()
  await expect(page).toHaveURL(/\?gender=unisex&price-max=150$/)
})

test('a price that is none stays in its field with a word beside it', async ({ page }) => {
  await page.goto('shop/')
  const all = await products(page).count()
  await openFilters(page)
  const to = page.getByRole('textbox', { name: /^To/ })
  await to.fill('abc')
  await to.press('Tab')
  await expect(to).toHaveValue('abc')
  await expect(to).toHaveAttribute('aria-invalid', 'true')
  await expect(to).toHaveAccessibleDescription(/can’t read “abc” as a price/)
  // It would be out of sight behind the list.
  await page.getByRole('button', { name: `Show ${all} products` }).click()
  await expect(to).toBeFocused()
  await to.fill('$100')
  await to.press('Enter')
  await expect(page).toHaveURL(/\?price-max=100$/)
  await expect(page.getByRole('dialog', { name: 'Filters' })).toBeHidden()
  expect(await products(page).count()).toBeLessThan(all)
  await expect(chip(page, 'Up to $100.00')).toBeVisible()
})

test('prices turned around list what is between them, and say so', async ({ page }) => {
  await page.goto('shop/?price-min=200&price-max=100')
  await expect(page).toHaveURL(/\?price-min=100&price-max=200$/)
  await expect(products(page)).not.toHaveCount(0)
  const between = await productNames(page)
  await openFilters(page)
  const from = page.getByRole('textbox', { name: /^From/ })
  await from.fill('300')
  await from.press('Tab')
  await expect(from).toHaveValue('300')
  await expect(from).toHaveAccessibleDescription(/from \$200\.00 to \$300\.00/)
  await from.fill('100')
  await from.press('Tab')
  await expect(from).toHaveAccessibleDescription('')
  await closeFilters(page)
  expect(await productNames(page)).toEqual(between)
})

test(
  'what a choice leads to is in view, and the control stays put',
  ON_DESKTOP,
  async ({ page }) => {
    const chosen = ['Size', 'Brand', 'Level', 'Pins', 'Availability']
    for (const [width, height] of [
      [1440, 900],
      [1024, 768],
      [1440, 600],
    ] as const) {
      for (const path of ['shop/', 'events/sprint/']) {
        await page.setViewportSize({ width, height })
        await page.goto(path)
        for (const facet of chosen) {
          const box = page
            .getByRole('group', { name: facet, exact: true })
            .locator('input:enabled:not(:checked)')
            .last()
          const handle = await box.elementHandle()
          await handle.scrollIntoViewIfNeeded()
          const before = (await handle.boundingBox())!
          await page.mouse.click(before.x + before.width / 2, before.y + before.height / 2)
          const where = `${facet}, ${path} at ${width} × ${height}`
          await expect(productCount(page), where).toBeInViewport({ ratio: 1 })
          await expect(products(page).first(), where).toBeInViewport()
          const after = (await handle.boundingBox())!
          expect(Math.abs(after.y - before.y), where).toBeLessThan(2)
          expect(await handle.evaluate((input) => input === document.activeElement), where).toBe(
            true,
          )
        }
      }
    }
  },
)

test('on an event’s page the filters narrow that event', async ({ page }) => {
  await page.goto('events/sprint/')
  const all = await productNames(page)
  await filterBy(page, ['Size', '42'])
  await expect(page).toHaveURL(/\/events\/sprint\/\?size=42$/)
  const some = await productNames(page)
  expect(some.length).toBeGreaterThan(0)
  for (const name of some) expect(all).toContain(name)
  await page.goBack()
  await expect.poll(() => productNames(page)).toEqual(all)
})

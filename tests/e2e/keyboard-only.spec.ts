import type { Locator, Page } from '@playwright/test'
import {
  addButton,
  cartLine,
  drawer,
  expectCount,
  isNarrow,
  option,
  productPath,
  products,
  sizeRadio,
} from './support/pages.ts'
import { ADA, field, orderText, outcome } from './support/checkout.ts'
import { pickShoe } from './support/shop.ts'
import { expect, ON_BOTH, ON_DESKTOP, test } from './support/test.ts'

// A long file: both workers share it.
test.describe.configure({ mode: 'parallel' })

test.use({ contextOptions: { reducedMotion: 'reduce' } })

/** Press Tab until the focus is there; a page on which it never comes there fails. */
async function tabTo(page: Page, target: Locator, most = 120): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`${target.toString()} was not reached with ${most} presses of Tab`)
}

/** How what has the focus looks, together with what is drawn for it: its label, its card. */
function focusLook(page: Page): Promise<{ name: string; look: string; isSeen: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement
    const around = element.closest('label, article') ?? element
    const all = [element, around, ...around.querySelectorAll('*')]
    const isRing = (style: CSSStyleDeclaration): boolean =>
      (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) ||
      style.boxShadow !== 'none'
    const styles = all.flatMap((one) =>
      [undefined, '::before', '::after'].map((pseudo) => getComputedStyle(one, pseudo)),
    )
    const { top, bottom } = around.getBoundingClientRect()
    return {
      name: `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40)}`,
      look: styles
        .filter(isRing)
        .map((style) => style.outline + style.boxShadow)
        .join('|'),
      isSeen: bottom > 0 && top < innerHeight,
    }
  })
}

test('the first Tab offers to skip to the content, and it does', ON_DESKTOP, async ({ page }) => {
  await page.goto('shop/')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to content' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('main').locator(':focus')).toHaveCount(1)
})

test('a spike is bought without a mouse', ON_DESKTOP, async ({ page, shop }) => {
  test.slow()
  const variant = pickShoe(shop)
  const { product, colour, size } = variant
  await page.goto('')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('main').getByRole('link', { name: 'Shop all spikes' }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/shop\/$/)
  await expect(products(page)).not.toHaveCount(0)
  await tabTo(page, products(page).getByRole('link', { name: product.name, exact: true }), 250)
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(product.name)
  const colours = page.getByRole('group', { name: 'Color' })
  await expect(addButton(page)).toBeEnabled()
  await tabTo(page, colours.getByRole('radio', { checked: true }))
  const wanted = colours.getByRole('radio', { name: colour.name, exact: true })
  while (!(await wanted.isChecked())) await page.keyboard.press('ArrowRight')
  await tabTo(
    page,
    page.getByRole('group', { name: 'Size', exact: true }).getByRole('radio').first(),
  )
  await page.keyboard.press('Space')
  while (!(await sizeRadio(page, size).isChecked())) await page.keyboard.press('ArrowDown')
  await tabTo(page, page.getByRole('spinbutton', { name: 'Quantity' }))
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')

  await expect(drawer(page)).toBeFocused()
  await tabTo(page, drawer(page).getByRole('link', { name: 'View cart' }))
  await page.keyboard.press('Enter')
  await expectCount(page, 2)
  const more = cartLine(page, product.name).getByRole('button', { name: 'One more' })
  await expect(more).toBeVisible()
  await tabTo(page, more)
  await page.keyboard.press('Enter')
  await expectCount(page, 3)
  await tabTo(page, page.getByRole('link', { name: 'Checkout' }))
  await page.keyboard.press('Enter')
  await expect(field(page, 'Full name')).toBeVisible()
  for (const [label, text] of Object.entries(ADA)) {
    await tabTo(page, field(page, label))
    await page.keyboard.type(text)
  }
  await page.keyboard.press('Enter')
  await expect(orderText(page)).toHaveValue(new RegExp(`3 × ${product.name}`))
  await tabTo(page, page.getByRole('button', { name: 'Write the email' }))
  await page.keyboard.press('Enter')
  await expect(outcome(page, 'Did you send the email?')).toBeFocused()
  await tabTo(page, page.getByRole('button', { name: 'Yes, I sent it' }))
})

test(
  'the drawer keeps the focus inside, and Escape gives it back to “Add to cart”',
  ON_DESKTOP,
  async ({ page, shop }) => {
    const variant = pickShoe(shop)
    await page.goto(`${productPath(variant)}?variant=${variant.sku}`)
    await addButton(page).focus()
    await page.keyboard.press('Enter')
    await expect(drawer(page)).toBeFocused()
    for (const key of ['Tab', 'Shift+Tab']) {
      for (let presses = 0; presses < 8; presses += 1) {
        await page.keyboard.press(key)
        const isInside = await drawer(page).evaluate((dialog) =>
          dialog.contains(document.activeElement),
        )
        expect(isInside, `after ${presses + 1} × ${key}`).toBe(true)
      }
    }
    await page.keyboard.press('Escape')
    await expect(drawer(page)).toBeHidden()
    await expect(addButton(page)).toBeFocused()
  },
)

test(
  'a closed drawer and a closed filter panel take no focus',
  ON_DESKTOP,
  async ({ page, shop }) => {
    for (const path of [productPath(pickShoe(shop)), 'shop/?q=zzzz']) {
      await page.goto(path)
      const hidden = page.locator('.offcanvas:not(.show), .offcanvas-lg:not(.show)')
      for (let presses = 0; presses < 80; presses += 1) {
        await page.keyboard.press('Tab')
        if (await page.evaluate(() => document.activeElement === document.body)) break
        const isLost = await hidden.evaluateAll((panels) =>
          panels.some(
            (panel) =>
              panel.contains(document.activeElement) &&
              !panel.checkVisibility({ visibilityProperty: true }),
          ),
        )
        expect(isLost).toBe(false)
      }
    }
  },
)

test('filters work by keyboard', ON_BOTH, async ({ page }) => {
  await page.goto('shop/')
  const open = page.getByRole('button', { name: 'Filters', exact: true })
  if (isNarrow(page)) {
    await tabTo(page, open)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: 'Filters' })).toBeFocused()
  }
  const box = option(page, 'Gender', 'Women')
  await tabTo(page, box)
  await page.keyboard.press('Space')
  await expect(page).toHaveURL(/\?gender=women$/)
  await expect(box).toBeFocused()
  if (isNarrow(page)) {
    await page.keyboard.press('Escape')
    await expect(open).toBeFocused()
  }
  const sort = page.getByRole('combobox', { name: 'Sort by' })
  await tabTo(page, sort)
  await sort.press('p')
  await expect(page).toHaveURL(/sort=price-asc$/)
})

for (const scheme of ['light', 'dark'] as const) {
  test(
    `every stop of the Tab key is seen, ${scheme}`,
    scheme === 'dark' ? ON_DESKTOP : ON_BOTH,
    async ({ page, shop }) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
      const variant = pickShoe(shop)
      for (const path of [`${productPath(variant)}?variant=${variant.sku}`, 'shop/?size=42']) {
        await page.goto(path)
        for (let presses = 0; presses < 45; presses += 1) {
          await page.keyboard.press('Tab')
          const { name, look } = await focusLook(page)
          // After the last stop the focus leaves the page, or begins again.
          if (name.startsWith('BODY') || (presses > 0 && name.includes('Skip'))) break
          expect(look, `${name} has a ring`).not.toBe('')
          const isSeen = async (): Promise<boolean> => (await focusLook(page)).isSeen
          await expect.poll(isSeen, `${name} is in view`).toBe(true)
        }
      }
    },
  )
}

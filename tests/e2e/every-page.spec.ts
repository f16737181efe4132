import type { Page } from '@playwright/test'
import { expectNoViolation } from './support/accessible.ts'
import { KINDS } from './support/kinds.ts'
import { isNarrow } from './support/pages.ts'
import type { Shop } from './support/shop.ts'
import { expect, ON_BOTH, test } from './support/test.ts'
import { brokenWords, setTextSize } from './support/text-size.ts'

// Each kind of page is opened once on each screen. Every check is soft, so that one visit reports
// all that is wrong with a page.
test.describe.configure({ mode: 'parallel' })

/** What a page asks for in vain. The fixture of `test` fails it for requests that leave the shop. */
function watchFailures(page: Page): readonly string[] {
  const failed: string[] = []
  page.on('response', (response) => {
    if (response.status() >= 400) failed.push(`${response.status()} ${response.url()}`)
  })
  return failed
}

async function expectLandmarks(page: Page, shop: Shop): Promise<void> {
  for (const role of ['banner', 'main', 'contentinfo'] as const) {
    await expect.soft(page.getByRole(role)).toHaveCount(1)
  }
  await expect.soft(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expect.soft(page.getByRole('link', { name: 'Skip to content' })).toHaveCount(1)
  const banner = page.getByRole('banner')
  await expect
    .soft(banner.getByRole('link', { name: shop.site.shop.name, exact: true }))
    .toBeVisible()
  await expect.soft(banner.getByRole('searchbox', { name: 'Search' })).toBeVisible()
  await expect.soft(banner.getByRole('link', { name: /^Cart, \d+ items?$/ })).toBeVisible()
  await expect.soft(page.getByRole('navigation', { name: 'Language' })).toHaveCount(1)
  await expect.soft(page.getByRole('combobox', { name: 'Theme' })).toHaveCount(1)
}

async function expectPictures(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const img of document.images) img.loading = 'eager'
  })
  await page.waitForFunction(() => [...document.images].every(({ complete }) => complete))
  const broken = await page.evaluate(() =>
    [...document.images]
      .filter((img) => img.src !== '' && img.naturalWidth === 0 && img.checkVisibility())
      .map(({ src }) => src),
  )
  expect.soft(broken, 'broken pictures').toEqual([])
}

/** What makes the page wider than the screen: named, so that a failure says where to look. */
function stickingOut(page: Page, width: number): Promise<string[]> {
  return page.evaluate((limit) => {
    const { scrollWidth } = document.documentElement
    if (scrollWidth <= limit) return []
    const wide = [...document.querySelectorAll('body *')].filter((element) => {
      // The list of events scrolls by itself.
      if (element.closest('nav ul') !== null) return false
      return element.getBoundingClientRect().right > limit + 1
    })
    const names = wide.map((one) => `${one.tagName} ${one.getAttribute('class') ?? ''}`)
    return [`${scrollWidth} px`, ...names.slice(0, 6)]
  }, width)
}

/** Give every product 200 characters of name, by turns in words and in one word. */
async function lengthenNames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const names = ['Überschnellspikeschuh'.repeat(10).slice(0, 200), 'Long name '.repeat(20)]
    const places = 'main h1, main li :is(h2, h3) a, main nav [aria-current], main section li'
    const all = [...document.querySelectorAll(places)].filter((one) => one.childElementCount === 0)
    for (const [index, element] of all.entries()) element.textContent = names[index % 2]!
  })
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const widths = isNarrow(page) ? [390, 360, 320] : [1440, 1024, 768]
  for (const hasLongNames of [false, true]) {
    if (hasLongNames) await lengthenNames(page)
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 })
      const wide = await stickingOut(page, width)
      expect.soft(wide, `${width} px, long names: ${hasLongNames}`).toEqual([])
    }
  }
}

/** Text at 150 % and 200 % (WCAG 1.4.4 and 1.4.10) wraps: nothing is cut off or beside the screen. */
async function expectLargeText(page: Page): Promise<void> {
  const { width, height } = page.viewportSize()!
  for (const percent of [150, 200]) {
    for (const narrowed of isNarrow(page) ? [390, 320] : [1280]) {
      await page.setViewportSize({ width: narrowed, height: 800 })
      await setTextSize(page, percent)
      const screen = `${narrowed} px, text at ${percent} %`
      expect.soft(await stickingOut(page, narrowed), screen).toEqual([])
      expect.soft(await brokenWords(page), `broken words at ${screen}`).toEqual([])
    }
  }
  await page.setViewportSize({ width, height })
  await setTextSize(page, 100)
}

/** Under 16 px, a phone zooms into the page when a control takes the focus. */
async function expectNoZoomOnFocus(page: Page): Promise<void> {
  const small = await page
    .locator('input, select, textarea')
    .evaluateAll((controls) =>
      controls
        .filter((one) => one.checkVisibility() && parseFloat(getComputedStyle(one).fontSize) < 16)
        .map((one) => one.outerHTML.slice(0, 80)),
    )
  expect.soft(small, 'controls with text under 16 px').toEqual([])
}

for (const { name, open } of KINDS) {
  test(
    `${name}: landmarks, axe, pictures, no cookie, large text, nothing wider than the screen`,
    ON_BOTH,
    async ({ page, shop }) => {
      test.slow()
      const failed = watchFailures(page)
      await open(page, shop)
      await expectLandmarks(page, shop)
      await expectNoViolation(page)
      await expectPictures(page)
      expect.soft(failed, 'requests that failed').toEqual([])
      expect.soft(await page.context().cookies()).toEqual([])
      await expectNoZoomOnFocus(page)
      await expectLargeText(page)
      await expectNoSidewaysScroll(page)
    },
  )
}

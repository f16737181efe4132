import type { Locator, Page } from '@playwright/test'
import { expectNoViolation } from './support/accessible.ts'
import { test } from './support/fixture-site.ts'
import { labelOf } from './support/pages.ts'
import { expect, ON_BOTH, ON_DESKTOP } from './support/test.ts'

const SIDE = 'Side view, Swift in ember: low white midsole, seven steel pins under the forefoot'
const SOLE = /^Sole view, Swift in ember:/

function gallery(page: Page): Locator {
  return page.getByRole('region', { name: 'Pictures' })
}

function picture(page: Page, name: string | RegExp): Locator {
  return gallery(page).getByRole('img', { name })
}

function thumb(page: Page, name: string): Locator {
  return gallery(page).getByRole('list', { name: 'Views' }).getByRole('link', { name })
}

/**
 * Wait until the gallery answers. Before its script is there, a picture is a link to its largest size,
 * as it is without scripts; the button for 3D comes right after it.
 */
async function galleryReady(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'View in 3D' })).toBeVisible()
}

function fullScreen(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Pictures, full screen' })
}

async function chooseColour(page: Page, name: string): Promise<void> {
  await labelOf(
    page.getByRole('group', { name: 'Color' }).getByRole('radio', { name, exact: true }),
  ).click()
  // On a phone the colours are further down than the pictures.
  await page.evaluate(() => scrollTo(0, 0))
}

// Pictures are decoded by the processor that runs all else.
test.beforeEach(() => test.slow())

test('the first picture stands in the HTML, with words, and every other waits', async ({
  page,
  site,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(`${site.url}products/swift/`)
  await page.waitForLoadState('networkidle')
  await expect(picture(page, SIDE)).toBeInViewport()
  expect(asked.filter((url) => url.includes('swift/ember/side'))).not.toEqual([])
  expect(asked.filter((url) => /swift\/slate|picture-zoom|viewer-stage|\.glb/.test(url))).toEqual(
    [],
  )
})

test('thumbnails lead to each view, by pointer and by keyboard', async ({ page, site }) => {
  await page.goto(`${site.url}products/swift/`)
  await expect(thumb(page, 'Side')).toHaveAttribute('aria-current', 'true')
  await thumb(page, 'Top').click()
  await expect(picture(page, /^Top view/)).toBeInViewport()
  await expect(thumb(page, 'Top')).toHaveAttribute('aria-current', 'true')
  await thumb(page, 'Sole').focus()
  await page.keyboard.press('Enter')
  await expect(picture(page, SOLE)).toBeInViewport()
  await expect(thumb(page, 'Top')).not.toHaveAttribute('aria-current', 'true')
  expect(page.url()).toBe(`${site.url}products/swift/`)
})

test('a swipe is followed by the thumbnails', async ({ page, site }) => {
  await page.goto(`${site.url}products/swift/`)
  const strip = gallery(page).getByRole('list').first()
  await strip.evaluate((list) => list.scrollTo({ left: list.clientWidth * 4, behavior: 'instant' }))
  await expect(thumb(page, 'Pins')).toHaveAttribute('aria-current', 'true')
})

test(
  'another colour keeps the view; where it lacks the view it shows its side',
  ON_BOTH,
  async ({ page, site }) => {
    await page.goto(`${site.url}products/swift/`)
    await thumb(page, 'Sole').click()
    await expect(thumb(page, 'Sole')).toHaveAttribute('aria-current', 'true')
    await chooseColour(page, 'Slate')
    await expect(picture(page, /^Sole view, Swift in slate:/)).toBeInViewport()
    await expect(picture(page, SOLE)).toBeHidden()
    await chooseColour(page, 'Ember')
    await thumb(page, 'Top').click()
    await expect(thumb(page, 'Top')).toHaveAttribute('aria-current', 'true')
    await chooseColour(page, 'Slate')
    await expect(picture(page, /^Side view, Swift in slate:/)).toBeInViewport()
  },
)

test('a link to a colour opens with its pictures', async ({ page, site }) => {
  await page.goto(`${site.url}products/swift/?variant=SW1-SLT-42.5`)
  await expect(picture(page, /^Side view, Swift in slate:/)).toBeInViewport()
  await expect(picture(page, SIDE)).toBeHidden()
})

test(
  'full screen: arrow keys turn the pages, Esc closes, the focus comes back',
  ON_BOTH,
  async ({ page, site }) => {
    await page.goto(`${site.url}products/swift/`)
    await galleryReady(page)
    await gallery(page)
      .getByRole('link', { name: `Enlarge: ${SIDE}` })
      .focus()
    await page.keyboard.press('Enter')
    await expect(fullScreen(page)).toBeVisible()
    await expect(fullScreen(page).getByText(SIDE)).toBeVisible()
    await expect(fullScreen(page)).toBeFocused()
    for (const key of ['Shift+Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Shift+Tab']) {
      await page.keyboard.press(key)
      await expect(fullScreen(page).locator(':focus')).toHaveCount(1)
    }
    await page.keyboard.press('ArrowRight')
    await expect(fullScreen(page).getByText(/^Three-quarter view/)).toBeVisible()
    await page.keyboard.press('ArrowRight')
    await expect(fullScreen(page).getByText(SOLE)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(fullScreen(page)).toHaveCount(0)
    await expect(gallery(page).getByRole('link', { name: /^Enlarge: Sole view/ })).toBeFocused()
    await expect(thumb(page, 'Sole')).toHaveAttribute('aria-current', 'true')
  },
)

test('full screen, axe finds nothing', async ({ page, site }) => {
  await page.goto(`${site.url}products/swift/`)
  await galleryReady(page)
  await picture(page, SIDE).click()
  await expect(fullScreen(page)).toBeFocused()
  await expectNoViolation(page)
})

test('“back” closes a picture and leaves the shopper on the page', async ({ page, site }) => {
  await page.goto(`${site.url}shop/`)
  await page.goto(`${site.url}products/swift/`)
  await galleryReady(page)
  await picture(page, SIDE).click()
  await expect(fullScreen(page)).toBeVisible()
  await page.goBack()
  await expect(fullScreen(page)).toHaveCount(0)
  await expect(page).toHaveURL(`${site.url}products/swift/`)
  await picture(page, SIDE).click()
  await fullScreen(page).getByRole('button', { name: 'Close' }).click()
  await expect(fullScreen(page)).toHaveCount(0)
  await page.goBack()
  await expect(page).toHaveURL(`${site.url}shop/`)
})

// Browsers show a picture in a page of their own, with styles that the policy of all files forbids,
// and without the script that says that a transition may come to nothing.
const PICTURE_PAGE =
  /^Applying inline style violates|^Transition was (skipped$|aborted because of invalid state)/

test.describe('where a script can’t be fetched', () => {
  test.use({ mayFailToLoad: true, mayWarn: PICTURE_PAGE })

  test('a picture still leads to its largest size', async ({ page, site }) => {
    await page.route(/picture-zoom/, (route) => route.abort())
    await page.goto(`${site.url}products/swift/`)
    await picture(page, SIDE).click()
    await expect(page).toHaveURL(/\/swift\/ember\/side-1600\.avif$/)
  })
})

test('a size that was never made breaks nothing', async ({ page, site }) => {
  await page.goto(`${site.url}products/swift/?variant=SW1-SLT-42.5`)
  const slate = picture(page, /^Side view, Swift in slate:/)
  await expect
    .poll(() => slate.evaluate((img) => (img as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0)
  await galleryReady(page)
  await slate.click()
  await expect(
    fullScreen(page)
      .getByRole('img', { name: /Swift in slate/ })
      .first(),
  ).toBeVisible()
})

test('a model without pictures has a labelled drawing, and no thumbnails', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}products/mud-lark/`)
  await expect(picture(page, /^Placeholder drawing; no picture of Mud Lark/).first()).toBeVisible()
  await expect(gallery(page).getByText('Drawing only. No picture yet.').first()).toBeVisible()
  await expect(gallery(page).getByRole('link')).toHaveCount(0)
})

test.describe('without scripts', () => {
  // A picture in a tab of its own has no icon, and the browser looks for one.
  test.use({ javaScriptEnabled: false, mayFailToLoad: true, mayWarn: PICTURE_PAGE })

  test('thumbnails and pictures are plain links that lead there', async ({ page, site }) => {
    await page.goto(`${site.url}products/swift/`)
    await thumb(page, 'Sole').click()
    await expect(picture(page, SOLE)).toBeInViewport()
    await picture(page, SOLE).click()
    await expect(page).toHaveURL(/\/swift\/ember\/sole-1600\.avif$/)
    await page.goto(`${site.url}products/swift/`)
    await expect(page.getByRole('button', { name: 'View in 3D' })).toBeHidden()
  })
})

test.describe('in a list', () => {
  test(
    'the second picture comes with the pointer or the focus, and not before',
    ON_DESKTOP,
    async ({ page, site }) => {
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      const isAsked = (): boolean => asked.some((url) => url.includes('/ember/three-quarter'))
      await page.goto(`${site.url}shop/`)
      await page.waitForLoadState('networkidle')
      const card = page.getByRole('article').filter({ hasText: 'Swift' })
      const before = await card.boundingBox()
      expect(isAsked()).toBe(false)
      await card.hover()
      await expect.poll(isAsked).toBe(true)
      expect(await card.boundingBox()).toEqual(before)
    },
  )
})

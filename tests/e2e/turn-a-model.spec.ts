import { writeFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expectNoViolation } from './support/accessible.ts'
import { test } from './support/fixture-site.ts'
import { labelOf } from './support/pages.ts'
import { expect, ON_DESKTOP } from './support/test.ts'

function openButton(page: Page): Locator {
  return page.getByRole('button', { name: 'View in 3D' })
}

function closeButton(page: Page): Locator {
  return page.getByRole('button', { name: 'Back to pictures' })
}

/** Browsers that can draw nothing in three dimensions. */
async function withoutWebGl(page: Page): Promise<void> {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null
  })
}

test.describe('before the click', () => {
  // The test itself keeps the viewer from coming.
  test.use({ mayFailToLoad: true })

  test('nothing of the viewer is fetched before it is asked for', async ({ page, site }) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    const ofViewer = (): string[] => asked.filter((path) => /viewer-stage|\.glb$/.test(path))
    await page.goto(`${site.url}products/swift/`)
    await page.waitForLoadState('networkidle')
    await expect(openButton(page)).toBeVisible()
    expect(ofViewer()).toEqual([])
    // As far as the request: drawing it is another test's matter, and slow without a graphics card.
    await page.route(/viewer-stage/, (route) => route.abort())
    await openButton(page).click()
    await expect.poll(ofViewer).toEqual(expect.arrayContaining(['/models/swift.glb']))
  })
})

test('only a model that is there has a button', async ({ page, site }) => {
  await page.goto(`${site.url}products/mud-lark/`)
  await expect(page.getByRole('button', { name: 'Add to cart' })).toBeVisible()
  await expect(openButton(page)).toHaveCount(0)
})

test('without WebGL it is said calmly, nothing is fetched, and the pictures stay', async ({
  page,
  site,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await withoutWebGl(page)
  await page.goto(`${site.url}products/swift/`)
  await openButton(page).click()
  await expect(page.getByText(/^Your browser can’t show 3D here/)).toBeVisible()
  await expect(page.getByRole('img', { name: /^Side view, Swift/ })).toBeInViewport()
  await expect(openButton(page)).toBeFocused()
  expect(asked.filter((url) => /viewer-stage|\.glb/.test(url))).toEqual([])
})

test.describe('a model that does not come', () => {
  test.use({ mayFailToLoad: true })

  for (const [what, answer] of [
    ['was removed', { status: 404, body: '' }],
    ['is a page of words', { status: 200, contentType: 'text/html', body: '<!doctype html>' }],
  ] as const) {
    test(`because it ${what}: it is said, and the pictures stay`, async ({ page, site }) => {
      await page.route('**/*.glb', (route) => route.fulfill(answer))
      await page.goto(`${site.url}products/swift/`)
      await openButton(page).click()
      await expect(page.getByText(/^We couldn’t load the 3D model/)).toBeVisible()
      await expect(page.getByRole('img', { name: /^Side view, Swift/ })).toBeInViewport()
      await expect(openButton(page)).toBeFocused()
      await expectNoViolation(page)
    })
  }
})

test('while it loads, Esc gives up and the focus is back on the button', async ({ page, site }) => {
  await page.route('**/*.glb', () => undefined)
  await page.goto(`${site.url}products/swift/`)
  await openButton(page).click()
  await expect(page.getByText(/^Loading the 3D model/)).toBeVisible()
  await expect(closeButton(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(closeButton(page)).toBeHidden()
  await expect(openButton(page)).toBeFocused()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

test.describe('drawn', () => {
  // One screen: a machine without a graphics card takes long to draw it even once.
  test.use({ mayFailToLoad: true, mayWarn: /GPU stall|rAF timed out|GL Driver Message/ })

  test(
    'in the chosen colour, under the shop’s own policy; then closed by Esc',
    ON_DESKTOP,
    async ({ page, site }) => {
      test.setTimeout(300_000)
      const patience = { timeout: 200_000 }
      await page.emulateMedia({ reducedMotion: 'reduce' })
      await page.setViewportSize({ width: 600, height: 900 })
      await page.goto(`${site.url}products/swift/`)
      await openButton(page).click()
      const model = page.locator('model-viewer')
      await expect(page.getByText(/^Drag or use the arrow keys/)).toBeVisible(patience)
      await expect(model).toHaveJSProperty('alt', '3D model of Swift in Ember', patience)
      await expect(model).toHaveJSProperty('variantName', 'EMB', patience)
      await expect(model).toHaveJSProperty('autoRotate', false, patience)
      await expect(model).toBeFocused(patience)
      await expectNoViolation(page)
      await labelOf(page.getByRole('radio', { name: 'Slate', exact: true })).click(patience)
      await expect(model).toHaveJSProperty('variantName', 'SLT', patience)
      await closeButton(page).focus(patience)
      await page.keyboard.press('Escape')
      await expect(model).toHaveCount(0, patience)
      await expect(openButton(page)).toBeFocused(patience)
      await expect(page.getByRole('img', { name: /^Side view, Swift in slate/ })).toBeVisible()
    },
  )
})

test.describe('broken inside', () => {
  test.use({ mayFailToLoad: true, mayWarn: /./ })

  test('it is said, and the pictures stay', async ({ page, site }) => {
    test.setTimeout(300_000)
    const file = join(site.folder, 'models/swift.glb')
    const whole = readFileSync(file)
    const broken = Buffer.from(whole)
    broken.fill(0, broken.length - 2500)
    writeFileSync(file, broken)
    try {
      await page.goto(`${site.url}products/swift/`)
      await openButton(page).click()
      await expect(page.getByText(/^We couldn’t load the 3D model/)).toBeVisible({
        timeout: 200_000,
      })
      await expect(page.getByRole('img', { name: /^Side view, Swift/ })).toBeInViewport()
    } finally {
      writeFileSync(file, whole)
    }
  })
})

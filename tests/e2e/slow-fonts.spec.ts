import { productPath, seedCart } from './support/pages.ts'
import { expectNoShift, watchShifts } from './support/shifts.ts'
import { pickShoe } from './support/shop.ts'
import { holdBack } from './support/slow-line.ts'
import { expect, test } from './support/test.ts'

for (const path of ['', 'shop/', 'events/middle-distance/', 'product', 'cart/', '404.html']) {
  test(`${path === '' ? 'home' : path} stays where it is when its fonts come late`, async ({
    page,
    shop,
  }) => {
    const variant = pickShoe(shop)
    await seedCart(page, [{ sku: variant.sku, quantity: 2 }])
    const fonts = await holdBack(page, '**/*.woff2')
    await watchShifts(page)
    await page.goto(path === 'product' ? productPath(variant) : path, {
      waitUntil: 'domcontentloaded',
    })
    await page.waitForFunction(
      () => performance.getEntriesByName('first-contentful-paint').length > 0,
    )
    fonts.open()
    await page.waitForLoadState('networkidle')
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    const loaded = await page.evaluate(() =>
      [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
    )
    // Some browsers give the name in quotes.
    expect(loaded.map((family) => family.replaceAll('"', ''))).toContain('Archivo Headline')
    await expectNoShift(page)
  })
}

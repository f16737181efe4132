import { findNginx } from '../../scripts/ensure-nginx.mjs'
import { DIST } from '../support/built-site.ts'
import { startNginx, type Nginx } from '../support/nginx.ts'
import { SUBFOLDER, subfolderBuild } from '../support/subfolder-site.ts'
import { addButton, choose, drawer, productPath } from './support/pages.ts'
import { pickShoe } from './support/shop.ts'
import { expect, test } from './support/test.ts'

test.skip(
  findNginx() === undefined,
  'no nginx of Debian or Ubuntu here: sudo apt install nginx libnginx-mod-http-brotli-static',
)

for (const base of ['/', SUBFOLDER]) {
  test.describe(`nginx with our configuration, at ${base}`, () => {
    let nginx: Nginx

    test.beforeAll(async () => {
      test.setTimeout(240_000)
      nginx = await startNginx(base === '/' ? DIST : await subfolderBuild(), base)
    })

    test.afterAll(() => nginx.stop())

    test('a spike goes into the cart, and the policy stops nothing', async ({ page, shop }) => {
      const variant = pickShoe(shop)
      await page.goto(nginx.url + productPath(variant))
      await choose(page, variant)
      await addButton(page).click()
      await drawer(page).getByRole('link', { name: 'View cart' }).click()
      await expect(page).toHaveURL(`${nginx.url}cart/`)
      await expect(page.getByRole('link', { name: 'Checkout' })).toBeVisible()
    })
  })
}

import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { deployCopy, type DeployedSite } from './support/deployed-site.ts'
import {
  addButton,
  cartLine,
  choose,
  drawer,
  expectCount,
  productPath,
  products,
} from './support/pages.ts'
import { pickModels, pickShoe } from './support/shop.ts'
import { expect as expectSoon, test as base } from './support/test.ts'

// A browser looks for a new worker when it has time, and installs it in its own.
const expect = expectSoon.configure({ timeout: 30_000 })

const test = base.extend<{ site: DeployedSite }>({
  site: async ({ serviceWorkers }, use) => {
    expect(serviceWorkers, 'these journeys are about the worker').toBe('allow')
    const site = await deployCopy()
    await use(site)
    await site.remove()
  },
})

// A long file: both workers share it.
test.describe.configure({ mode: 'parallel' })

// The one set of journeys that runs with the service worker. A server that is gone is what they
// are about, so the browser may say so.
test.use({ serviceWorkers: 'allow', mayFailToLoad: true })
test.beforeEach(() => {
  test.setTimeout(240_000)
})

/** Open a page and wait until its worker has everything and answers for it. */
async function openWithWorker(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    if (active?.state === 'activated') return
    await new Promise((resolve) => active?.addEventListener('statechange', resolve))
  })
}

/** Wait until a page is among the saved ones. */
async function expectSaved(page: Page, url: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(async (one) => (await caches.match(one)) !== undefined, url))
    .toBe(true)
}

function notice(page: Page) {
  return page.getByRole('region', { name: 'Saved pages' })
}

test('with the server gone, cart, shop, size guide and what was looked at still work', async ({
  page,
  shop,
  site,
}) => {
  const variant = pickShoe(shop)
  const path = productPath(variant)
  await openWithWorker(page, site.url + path)
  const picture = page.getByRole('region', { name: 'Pictures' }).getByRole('img').first()
  const seen = await picture.evaluate((img) => (img as HTMLImageElement).currentSrc)
  await choose(page, variant)
  await addButton(page).click()
  await expect(drawer(page)).toBeVisible()
  await expectSaved(page, site.url + path)
  await expectSaved(page, seen)
  await site.stop()

  await page.goto(`${site.url}cart/`)
  await expect(cartLine(page, variant.product.name)).toBeVisible()
  await expectCount(page, 1)
  await expect(notice(page)).toContainText('This page was saved on')

  await page.goto(`${site.url}shop/?size=42`)
  await expect(products(page).first()).toBeVisible()
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('Name')
  await expect(page).toHaveURL(/sort=name-asc/)

  await page.goto(`${site.url}size-guide/`)
  await expect(page.getByRole('table').first()).toBeVisible()

  await page.goto(site.url + path)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(variant.product.name)
  await expect
    .poll(() => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0)
})

test('a page never seen says so, and offers what is there', async ({ page, shop, site }) => {
  const [seen, unseen] = pickModels(shop, 2)
  await openWithWorker(page, site.url + productPath(seen!))
  await expectSaved(page, site.url + productPath(seen!))
  await site.stop()

  await page.goto(site.url + productPath(unseen!))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You’re offline')
  await page.getByRole('main').getByRole('link', { name: seen!.product.name }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(seen!.product.name)

  await site.start()
  await page.goto(site.url + productPath(unseen!))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(unseen!.product.name)
  await expect(notice(page)).toBeHidden()
})

test('a new deployment takes over: told once, nothing lost, no old price left', async ({
  page,
  context,
  shop,
  site,
}) => {
  const variant = pickShoe(shop)
  const path = productPath(variant)
  const old = `$${(variant.product.priceMinor / 100).toFixed(2)}`
  const young = `$${(variant.product.priceMinor / 100 + 10).toFixed(2)}`
  await openWithWorker(page, site.url + path)
  await choose(page, variant)
  await addButton(page).click()
  await drawer(page).getByRole('button', { name: 'Close' }).click()
  await expectSaved(page, site.url + path)
  await site.deploy([old, young])

  // The page that is open is of the old version, and its files are gone from the server.
  const other = await context.newPage()
  await other.goto(`${site.url}about/`)
  await expect(notice(page)).toContainText('The shop was just updated')
  await expect(notice(other)).toBeHidden()
  await addButton(page).click()
  await expectCount(page, 2)
  await drawer(page).getByRole('button', { name: 'Close' }).click()
  await expect(drawer(page)).toBeHidden()

  await notice(page).getByRole('button', { name: 'Reload' }).click()
  await expect(page.getByRole('main').getByText(young).first()).toBeVisible()
  await expect(notice(page)).toBeHidden()
  await expectCount(page, 2)

  await site.stop()
  for (const where of [path, 'cart/', 'shop/']) {
    await page.goto(site.url + where)
    await expect(page.getByRole('main').getByText(young).first()).toBeVisible()
  }
})

test('a saved price is no longer shown once the shopper was here after the change', async ({
  page,
  shop,
  site,
}) => {
  const variant = pickShoe(shop)
  const old = `$${(variant.product.priceMinor / 100).toFixed(2)}`
  const young = `$${(variant.product.priceMinor / 100 + 10).toFixed(2)}`
  await openWithWorker(page, site.url + productPath(variant))
  await expectSaved(page, site.url + productPath(variant))
  await site.deploy([old, young])

  // Another visit, to another page: the model is not opened.
  await page.goto(`${site.url}about/`)
  await expect
    .poll(() =>
      page.evaluate(
        async (url) => (await (await caches.match(url))?.text()) ?? '',
        site.url + productPath(variant),
      ),
    )
    .toContain(young)
  await site.stop()
  await page.goto(site.url + productPath(variant))
  await expect(page.getByRole('main').getByText(young).first()).toBeVisible()
})

test('an older worker that answers everything from its cache is replaced', async ({
  page,
  site,
}) => {
  const worker = join(site.dir, 'sw.js')
  const home = join(site.dir, 'index.html')
  const [newWorker, newHome] = await Promise.all([readFile(worker), readFile(home, 'utf8')])
  await writeFile(
    home,
    newHome
      .replace(/data-version="[^"]*"/, 'data-version="old"')
      .replace('<h1 class="hero__heading">', '<h1 class="hero__heading">Old '),
  )
  await writeFile(
    worker,
    `addEventListener('install', (event) => event.waitUntil(caches.open('cinder-everything:/').then((cache) => cache.add('/')).then(() => skipWaiting())))
     addEventListener('activate', (event) => event.waitUntil(clients.claim()))
     addEventListener('fetch', (event) => event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request))))`,
  )
  await openWithWorker(page, site.url)
  await writeFile(worker, newWorker)
  await writeFile(home, newHome)

  await page.goto(site.url)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Old /)
  await expect(notice(page)).toContainText('The shop was just updated')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/^Old /)
  await expect.poll(() => page.evaluate(() => caches.has('cinder-everything:/'))).toBe(false)
})

test('where storage is full, the shop works as long as there is a network', async ({
  page,
  context,
  shop,
  site,
}) => {
  const client = await context.newCDPSession(page)
  const { origin } = new URL(site.url)
  await client.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 2000 })
  const variant = pickShoe(shop)
  for (const path of ['', 'shop/', productPath(variant)]) {
    await page.goto(site.url + path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  await choose(page, variant)
  await addButton(page).click()
  await expectCount(page, 1)
})

test('a server that only fails is as good as one that is gone', async ({ page, site }) => {
  await openWithWorker(page, site.url)
  await site.stop()
  const failing = createServer((_, response) => response.writeHead(502).end('Bad gateway'))
  await new Promise<void>((resolve) => failing.listen(Number(new URL(site.url).port), resolve))
  await page.goto(`${site.url}shop/`)
  await expect(products(page).first()).toBeVisible()
  failing.closeAllConnections()
  await new Promise((resolve) => failing.close(resolve))
  await site.start()
})

import type { Page } from '@playwright/test'
import { productPath } from './support/pages.ts'
import { pickShoe, type Shop } from './support/shop.ts'
import { expect, IN_WHOLE_BROWSER, test } from './support/test.ts'

test.use(IN_WHOLE_BROWSER)

interface Cost {
  readonly requests: number
  readonly kb: number
}

/** What opening a page costs somebody who was never here, before they scroll or tap. */
interface Budget extends Cost {
  readonly open: (shop: Shop) => string
}

const text = (path: string): Budget => ({ open: () => path, requests: 9, kb: 95 })

/** Set somewhat above what was measured on a phone's screen on 25 November 2026. */
const BUDGETS: Readonly<Record<string, Budget>> = {
  home: { open: () => '', requests: 13, kb: 120 },
  // Promised: under 15 requests and under 120 KB in all.
  shop: { open: () => 'shop/', requests: 14, kb: 120 },
  event: { open: () => 'events/sprint/', requests: 14, kb: 115 },
  // Four of its requests and 26 KB are the other views' thumbnails, one is a style sheet of its own.
  product: { open: (shop) => productPath(pickShoe(shop)), requests: 15, kb: 135 },
  cart: text('cart/'),
  // One of their requests is what both normalize with: half a KB that no other page needs.
  checkout: { open: () => 'checkout/', requests: 11, kb: 115 },
  team: { open: () => 'team/', requests: 12, kb: 112 },
  'size guide': text('size-guide/'),
  content: text('delivery/'),
}

/** Count all that comes over the wire until the page rests, as compressed as it comes. */
async function weigh(page: Page, path: string): Promise<Cost> {
  const client = await page.context().newCDPSession(page)
  const pending = new Set<string>()
  const sizes = new Map<string, number>()
  await client.send('Network.enable')
  client.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.startsWith('http')) pending.add(requestId)
  })
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (pending.has(requestId)) sizes.set(requestId, encodedDataLength)
  })
  await page.goto(path, { waitUntil: 'networkidle' })
  const kb = [...sizes.values()].reduce((sum, size) => sum + size, 0) / 1000
  const cost = { requests: pending.size, kb }
  test.info().annotations.push({ type: 'first view', description: JSON.stringify(cost) })
  return cost
}

for (const [kind, { open, requests, kb }] of Object.entries(BUDGETS)) {
  test(`the first view of a ${kind} page takes at most ${requests} requests and ${kb} KB in all`, async ({
    page,
    shop,
  }) => {
    const cost = await weigh(page, open(shop))
    expect(cost.requests).toBeLessThanOrEqual(requests)
    expect(cost.kb).toBeLessThanOrEqual(kb)
  })
}

test('pictures below a list’s first view come as soon as somebody scrolls', async ({ page }) => {
  await page.goto('shop/', { waitUntil: 'networkidle' })
  const loaded = (): Promise<number> =>
    page.evaluate(
      () =>
        [...document.querySelectorAll<HTMLImageElement>('.product-card img')].filter(
          ({ complete, naturalWidth }) => complete && naturalWidth > 0,
        ).length,
    )
  const before = await loaded()
  await page.evaluate(() => {
    scrollBy(0, 10)
  })
  await expect.poll(loaded).toBeGreaterThan(before)
})

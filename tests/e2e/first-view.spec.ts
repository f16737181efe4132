import type { Page } from '@playwright/test'
import { productPath } from './support/pages.ts'
import { pickShoe, type Shop } from './support/shop.ts'
import { expect, test } from './support/test.ts'

interface Cost {
  readonly requests: number
  readonly kb: number
}

/** What opening a page costs somebody who was never here. */
interface Budget {
  readonly open: (shop: Shop) => string
  /** All that is on the screen at first, and all that it needs. */
  readonly screen: Cost
  /** With the pictures below, which browsers fetch up to 1,250 pixels ahead of a scrolling finger. */
  readonly ahead: Cost
}

const text = (path: string): Budget => ({
  open: () => path,
  screen: { requests: 10, kb: 95 },
  ahead: { requests: 12, kb: 100 },
})

/** Set somewhat above what was measured on a phone's screen on 25 November 2026. */
const BUDGETS: Readonly<Record<string, Budget>> = {
  home: { open: () => '', screen: { requests: 10, kb: 120 }, ahead: { requests: 20, kb: 160 } },
  // Promised: under 15 requests and under 120 KB.
  shop: {
    open: () => 'shop/',
    screen: { requests: 14, kb: 120 },
    ahead: { requests: 28, kb: 190 },
  },
  event: {
    open: () => 'events/sprint/',
    screen: { requests: 14, kb: 120 },
    ahead: { requests: 28, kb: 190 },
  },
  product: {
    open: (shop) => productPath(pickShoe(shop)),
    screen: { requests: 14, kb: 120 },
    ahead: { requests: 20, kb: 150 },
  },
  cart: text('cart/'),
  checkout: text('checkout/'),
  'size guide': text('size-guide/'),
  content: text('delivery/'),
}

test.skip(({ isMobile }) => !isMobile, 'a phone’s first view is what is promised')

/** Count what comes over the wire, as compressed as it comes. */
async function weigh(page: Page, path: string): Promise<{ screen: Cost; ahead: Cost }> {
  const client = await page.context().newCDPSession(page)
  const addresses = new Map<string, string>()
  const sizes = new Map<string, number>()
  await client.send('Network.enable')
  client.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.startsWith('http')) addresses.set(requestId, request.url)
  })
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    sizes.set(addresses.get(requestId) ?? '', encodedDataLength)
  })
  await page.goto(path, { waitUntil: 'networkidle' })
  const below = await page.evaluate(() =>
    [...document.images]
      .filter((image) => image.getBoundingClientRect().top > innerHeight)
      .map(({ currentSrc }) => currentSrc),
  )
  sizes.delete('')
  const costOf = (urls: readonly string[]): Cost => ({
    requests: urls.length,
    kb: urls.reduce((sum, url) => sum + (sizes.get(url) ?? 0), 0) / 1000,
  })
  const all = [...sizes.keys()]
  const cost = { screen: costOf(all.filter((url) => !below.includes(url))), ahead: costOf(all) }
  test.info().annotations.push({ type: 'first view', description: JSON.stringify(cost) })
  return cost
}

function expectWithin(cost: Cost, budget: Cost): void {
  expect(cost.requests).toBeLessThanOrEqual(budget.requests)
  expect(cost.kb).toBeLessThanOrEqual(budget.kb)
}

for (const [kind, { open, screen, ahead }] of Object.entries(BUDGETS)) {
  test(`the first view of a ${kind} page takes at most ${screen.requests} requests and ${screen.kb} KB`, async ({
    page,
    shop,
  }) => {
    const cost = await weigh(page, open(shop))
    expectWithin(cost.screen, screen)
    expectWithin(cost.ahead, ahead)
  })
}

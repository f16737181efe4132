import { expect, test as base, type LaunchOptions } from '@playwright/test'
import { ORDER_DESK } from './order-desk.ts'
import { readShop, type Shop } from './shop.ts'

interface Fixtures {
  /** Set where a test makes requests fail, which the browser reports to the console. */
  mayFailToLoad: boolean
  /** What the console may say for want of a graphics card, or in a page of the browser's own. */
  mayWarn: RegExp | null
  /** Set where orders go to a desk of the test's own, which is another server to the page. */
  maySendOrders: boolean
  faults: string[]
}

/** Printed by Playwright where a journey does without the service worker. */
const NO_WORKER = 'Service Worker registration blocked by Playwright'

/**
 * Playwright's test with the shop's catalogue. An error in any page's console fails the test, so
 * also a break of the content security policy; and so does a request to anybody else's server.
 */
export const test = base.extend<Fixtures, { shop: Shop }>({
  mayFailToLoad: [false, { option: true }],
  mayWarn: [null, { option: true }],
  maySendOrders: [false, { option: true }],
  faults: [
    async ({ context, mayFailToLoad, mayWarn, maySendOrders }, use) => {
      const faults: string[] = []
      const mayBeSaid = (text: string): boolean => mayWarn?.test(text) === true
      context.on('weberror', (webError) => {
        const { message } = webError.error()
        if (!mayBeSaid(message)) faults.push(message)
      })
      context.on('console', (message) => {
        const text = message.text()
        const isLoadFault =
          mayFailToLoad && /^Failed to load resource|has been blocked by CORS policy/.test(text)
        const isExpected = text === NO_WORKER || isLoadFault || mayBeSaid(text)
        if (['error', 'warning'].includes(message.type()) && !isExpected) faults.push(text)
      })
      const strangers: string[] = []
      context.on('request', (request) => {
        const { protocol, hostname } = new URL(request.url())
        const isOurs = hostname === 'localhost' || (maySendOrders && hostname === ORDER_DESK)
        if (protocol.startsWith('http') && !isOurs) strangers.push(request.url())
      })
      await use(faults)
      expect(faults, 'errors and warnings in the console').toEqual([])
      expect(strangers, 'requests to other servers').toEqual([])
    },
    { auto: true },
  ],
  shop: [
    async ({ playwright }, use, { project }) => {
      const { baseURL } = project.use
      const request = await playwright.request.newContext(baseURL === undefined ? {} : { baseURL })
      await use(await readShop(request))
      await request.dispose()
    },
    { scope: 'worker' },
  ],
})

/**
 * For tests of what the headless shell does its own way: it has no back/forward cache, asks for no
 * icon and loads pictures from further below. They run in the whole browser: `test.use(…)`.
 */
export const IN_WHOLE_BROWSER: {
  readonly launchOptions: (
    fixtures: { readonly launchOptions: LaunchOptions },
    use: (options: LaunchOptions) => Promise<void>,
  ) => Promise<void>
} = {
  launchOptions: async ({ launchOptions }, use) => {
    const executablePath = process.env['CHROME_PATH']
    await use({ ...launchOptions, ...(executablePath ? { executablePath } : {}) })
  },
}

/** For a journey that the width of the screen changes: it runs on the phone and on the desktop. */
export const ON_BOTH = { tag: '@both' }

/** For a journey of wide screens, with a keyboard and a pointer; all others run on the phone. */
export const ON_DESKTOP = { tag: '@desktop' }

export { expect }

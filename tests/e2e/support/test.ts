import { expect, test as base, type LaunchOptions } from '@playwright/test'
import { ORDER_DESK } from './order-desk.ts'
import { readShop, type Shop } from './shop.ts'

interface Fixtures {
  /** Allows requests to fail, which the browser reports on the console. */
  mayFailToLoad: boolean
  /** Allowed console messages, such as those about a missing graphics card. */
  mayWarn: RegExp | null
  /** Allows requests to the order desk, which is another host than the shop's. */
  maySendOrders: boolean
  faults: string[]
}

/** What Playwright prints if a test blocks the service worker. */
const NO_WORKER = 'Service Worker registration blocked by Playwright'

/**
 * Playwright's `test` with the shop's catalog. It fails on errors in the console, which include
 * violations of the content security policy, and on requests to other servers.
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

/** For tests that depend on the screen's width. They run on both the phone and the desktop. */
export const ON_BOTH = { tag: '@both' }

/** For tests that need a wide screen, a keyboard or a mouse. All others run on the phone. */
export const ON_DESKTOP = { tag: '@desktop' }

export { expect }

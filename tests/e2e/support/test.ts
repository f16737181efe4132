import { expect, test as base } from '@playwright/test'
import { readShop, type Shop } from './shop.ts'

interface Fixtures {
  /** Set where a test makes requests fail, which the browser reports to the console. */
  mayFailToLoad: boolean
  /** What the console may say where a test draws in 3D without a graphics card; null for nothing. */
  mayWarn: RegExp | null
  faults: string[]
}

/** Playwright's test with the shop's catalogue; an error in any page's console fails the test. */
export const test = base.extend<Fixtures, { shop: Shop }>({
  mayFailToLoad: [false, { option: true }],
  mayWarn: [null, { option: true }],
  faults: [
    async ({ context, mayFailToLoad, mayWarn }, use) => {
      const faults: string[] = []
      context.on('weberror', (webError) => faults.push(webError.error().message))
      context.on('console', (message) => {
        const text = message.text()
        const isLoadFault =
          mayFailToLoad && /^Failed to load resource|has been blocked by CORS policy/.test(text)
        const isExpected = isLoadFault || mayWarn?.test(text) === true
        if (['error', 'warning'].includes(message.type()) && !isExpected) faults.push(text)
      })
      await use(faults)
      expect(faults, 'errors and warnings in the console').toEqual([])
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

/** In a describe block: run it at one screen size, since what it tests knows nothing of screens. */
export function onOneScreen(): void {
  test.skip(({ isMobile }) => isMobile, 'the same on any screen, and run on the wide one')
}

export { expect }

import { defineConfig, devices } from '@playwright/test'
import { findBrowser } from './scripts/ensure-browser.mjs'

// Two checkouts may be tested side by side.
const PORT = process.env.E2E_PORT ?? '4174'
const isCi = Boolean(process.env.CI)

const executablePath = findBrowser()
// Playwright reads this file again in each worker, which then need not look for a browser.
if (executablePath) process.env.CHROME_PATH = executablePath

export default defineConfig({
  testDir: 'tests/e2e',
  // A machine that does other things besides is slow, not wrong.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 2,
  retries: isCi ? 1 : 0,
  forbidOnly: isCi,
  reporter: isCi ? [['list'], ['github']] : 'list',
  use: {
    baseURL: `http://localhost:${PORT}/`,
    locale: 'en-US',
    // Journeys without a network turn it on; in others it would answer in a server's place.
    serviceWorkers: 'block',
    trace: isCi ? 'on-first-retry' : 'retain-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // Containers run as root, where Chromium's sandbox refuses to start.
      args: ['--no-sandbox', '--disable-background-networking'],
    },
  },
  projects: [
    {
      name: 'phone',
      use: {
        ...devices['Desktop Chrome'],
        viewport: { width: 390, height: 844 },
        deviceScaleFactor: 2,
        isMobile: true,
        hasTouch: true,
      },
    },
    {
      name: 'desktop',
      use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } },
    },
  ],
  webServer: {
    command: 'node scripts/serve.mjs',
    url: `http://localhost:${PORT}/`,
    env: { PORT, BASE_PATH: '/' },
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2000 },
  },
})

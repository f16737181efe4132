import { defineConfig, devices } from '@playwright/test'
import { findBrowser, findHeadlessShell } from './scripts/ensure-browser.mjs'

const isCi = Boolean(process.env.CI)

const browser = findBrowser()
const headlessShell = findHeadlessShell()
const executablePath = headlessShell ?? browser
// Playwright reads this file again in each worker, which then need not look for them. A test that
// needs the whole browser starts the one at CHROME_PATH.
if (browser) process.env.CHROME_PATH = browser
if (headlessShell) process.env.HEADLESS_SHELL_PATH = headlessShell

/** Journeys run on a phone. A few also run on a desktop, tagged where the screen matters. */
const ON_DESKTOP = /@desktop|@both/
const NOT_ON_PHONE = /@desktop/

export default defineConfig({
  testDir: 'tests/e2e',
  // A machine that does other things besides is slow, not wrong.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: Number(process.env.E2E_WORKERS ?? 2),
  // Only to record the second try of a failed test: see `trace`.
  retries: isCi ? 1 : 0,
  forbidOnly: isCi,
  reporter: isCi ? [['list'], ['github']] : 'list',
  use: {
    // The server takes any free port and prints it; see webServer.
    baseURL: `http://localhost:${process.env.E2E_PORT ?? ''}/`,
    locale: 'en-US',
    // Journeys without a network turn it on; in others it would answer in a server's place.
    serviceWorkers: 'block',
    // Recording every test takes a quarter of the time. To see a failed one again, run it with
    // `--trace on`.
    trace: 'on-first-retry',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // Containers run as root, where Chromium's sandbox refuses to start.
      args: ['--no-sandbox', '--disable-background-networking'],
    },
  },
  projects: [
    {
      name: 'phone',
      grepInvert: NOT_ON_PHONE,
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
      grep: ON_DESKTOP,
      use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } },
    },
  ],
  webServer: {
    command: 'node scripts/serve.mjs',
    // Two checkouts may be tested side by side, and a run that was cut off may have left its own.
    env: { PORT: '0', BASE_PATH: '/', PARENT_PID: String(process.pid) },
    wait: { stdout: /localhost:(?<e2e_port>\d+)/ },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2000 },
  },
})

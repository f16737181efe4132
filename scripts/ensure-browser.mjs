import { execFileSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './child.mjs'
import { findOnPath, installPackages, rootPrefix } from './package-manager.mjs'

/** @typedef {NodeJS.ProcessEnv} Env */

const require = createRequire(import.meta.url)

const PROBE_MS = 4000
const DOWNLOAD_MS = 120_000

const NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
]

const MAC_APPS = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

/** @param {string} message */
const warn = (message) => console.warn(message)

/**
 * A browser can exist and still not start: in a bare container, Playwright's browser has no system
 * libraries, and Ubuntu's chromium-browser is a script that needs snap.
 *
 * @param {string} path
 */
function canStart(path) {
  // On Windows, `--version` opens a window.
  if (process.platform === 'win32') return true
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore', timeout: 15_000 })
    return true
  } catch {
    return false
  }
}

/** Where Playwright keeps its browser, whether or not it has been downloaded. */
function playwrightBrowser() {
  try {
    return [require('@playwright/test').chromium.executablePath()]
  } catch {
    return []
  }
}

/** @param {Env} env */
function usualPlaces(env) {
  if (process.platform === 'darwin') {
    const roots = ['/Applications', join(env.HOME ?? '/', 'Applications')]
    return roots.flatMap((root) => MAC_APPS.map((app) => join(root, app)))
  }
  if (process.platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
    return roots.flatMap((root) => (root ? WINDOWS_PROGRAMS.map((path) => join(root, path)) : []))
  }
  return NAMES.map((name) => findOnPath(name, env)).filter((path) => path !== undefined)
}

/**
 * Find a Chrome, Chromium or Edge that starts: `CHROME_PATH`, else Playwright's own, else the
 * system's.
 *
 * @param {Env} [env]
 * @returns {string | undefined} its path
 */
export function findBrowser(env = process.env) {
  const chosen = env.CHROME_PATH ? [env.CHROME_PATH] : []
  const paths = [...chosen, ...playwrightBrowser(), ...usualPlaces(env)]
  return paths.find((path) => existsSync(path) && canStart(path))
}

/**
 * Find Chromium's headless shell: a browser without windows, which runs the same pages in about three
 * quarters of the time. Only Debian packages it.
 *
 * @param {Env} [env]
 * @returns {string | undefined} its path
 */
export function findHeadlessShell(env = process.env) {
  const paths = [env.HEADLESS_SHELL_PATH, findOnPath('chromium-headless-shell', env)]
  return paths.find((path) => path !== undefined && existsSync(path) && canStart(path))
}

/**
 * Check that the file Playwright would download can be reached. Otherwise, a machine without access
 * waits for every retry of every mirror.
 *
 * @param {string} cli - Playwright's command
 */
async function canDownload(cli) {
  try {
    const plan = execFileSync(process.execPath, [cli, 'install', '--dry-run', 'chromium'], {
      encoding: 'utf8',
      timeout: 20_000,
    })
    const address = /https?:\S+/.exec(plan)?.[0]
    if (!address) return false
    const signal = AbortSignal.timeout(PROBE_MS)
    return (await fetch(address, { method: 'HEAD', signal })).ok
  } catch {
    return false
  }
}

async function installByPlaywright() {
  const cli = join(dirname(require.resolve('@playwright/test/package.json')), 'cli.js')
  // Node's fetch ignores proxies and Playwright does not, so behind a proxy we just try.
  const hasProxy = Boolean(process.env.HTTPS_PROXY ?? process.env.https_proxy)
  if (!hasProxy && !(await canDownload(cli))) {
    warn('Cannot reach Playwright’s download server.')
    return
  }
  // Playwright installs the libraries with sudo apt-get, which could ask for a password.
  const withLibraries = process.platform === 'linux' && rootPrefix() ? ['--with-deps'] : []
  const args = [cli, 'install', ...withLibraries, 'chromium']
  await run(process.execPath, args, { timeoutMs: DOWNLOAD_MS })
}

/**
 * Find a browser, or install one: with Playwright's installer, else with the system's package
 * manager. This takes a few minutes at most, even without a network.
 *
 * @returns {Promise<string>} its path
 * @throws Error - one line for the person at the terminal, if nothing works
 */
export async function ensureBrowser() {
  const found = findBrowser()
  if (found) return found
  console.log('No Chrome, Chromium or Edge found. Installing one…')
  for (const install of [installByPlaywright, () => installPackages({ any: ['chromium'] })]) {
    await install()
    const path = findBrowser()
    if (path) return path
  }
  throw new Error(
    'The tests need a browser: install Chrome, Chromium or Edge, or set CHROME_PATH to one.',
  )
}

/**
 * Find the headless shell, or install it where the system has Debian's Chromium. Tests that need no
 * window of a browser then take less time; without it, they run in the whole browser.
 *
 * @returns {Promise<string | undefined>} its path
 */
export async function ensureHeadlessShell() {
  const found = findHeadlessShell()
  if (found || findBrowser() !== '/usr/bin/chromium') return found
  await installPackages({ 'apt-get': ['chromium-headless-shell'] })
  return findHeadlessShell()
}

// When run directly, not when imported.
if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    console.log(await ensureBrowser())
  } catch (error) {
    console.error(/** @type {Error} */ (error).message)
    process.exitCode = 1
  }
}

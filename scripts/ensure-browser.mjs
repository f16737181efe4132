import { execFileSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './child.mjs'

/** @typedef {NodeJS.ProcessEnv} Env */

const require = createRequire(import.meta.url)

const PROBE_MS = 4000
const DOWNLOAD_MS = 120_000
const PACKAGE_MANAGER_MS = 480_000

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

const APT_GET = ['apt-get', '-o', 'DPkg::Lock::Timeout=60', '-o', 'Acquire::http::Timeout=20']

/**
 * Commands of each package manager, in order; where one has two rows, the second is tried when
 * the first fails. A container's image has no package lists, a person's machine has them.
 *
 * @type {Record<string, readonly (readonly (readonly string[])[])[]>}
 */
const PACKAGE_MANAGERS = {
  'apt-get': [
    [[...APT_GET, 'install', '-y', '--no-install-recommends', 'chromium']],
    [
      [...APT_GET, 'update'],
      [...APT_GET, 'install', '-y', '--no-install-recommends', 'chromium'],
    ],
  ],
  dnf: [[['dnf', 'install', '-y', 'chromium']]],
  pacman: [[['pacman', '-Sy', '--noconfirm', 'chromium']]],
  apk: [[['apk', 'add', '--no-cache', 'chromium']]],
}

/** @param {string} message */
const warn = (message) => console.warn(message)

/**
 * @param {string} name
 * @param {Env} env
 */
function findOnPath(name, env) {
  return (env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path))
}

/**
 * A browser that exists may still not start: Playwright's lacks system libraries in a bare
 * container, and Ubuntu's chromium-browser is a script that asks for snap.
 *
 * @param {string} path
 */
function canStart(path) {
  // On Windows `--version` opens a window instead.
  if (process.platform === 'win32') return true
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore', timeout: 15_000 })
    return true
  } catch {
    return false
  }
}

/** Playwright's own, whether or not it has been downloaded. */
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

/** @param {readonly string[]} args */
function succeeds([command = '', ...args]) {
  try {
    execFileSync(command, args, { stdio: 'ignore', timeout: 10_000 })
    return true
  } catch {
    return false
  }
}

/**
 * What to put before a command that needs root, or undefined where nobody may.
 *
 * @returns {string[] | undefined}
 */
function rootPrefix() {
  if (process.getuid?.() === 0) return []
  return succeeds(['sudo', '-n', 'true']) ? ['sudo', '-n'] : undefined
}

/**
 * Ask for the very file Playwright would download. Without this, a machine that cannot reach it
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
  // Node's fetch ignores proxies and Playwright does not, so behind one only trying tells.
  const hasProxy = Boolean(process.env.HTTPS_PROXY ?? process.env.https_proxy)
  if (!hasProxy && !(await canDownload(cli))) {
    warn('Playwright’s download server is out of reach.')
    return
  }
  // The libraries come by apt-get, which Playwright runs with sudo and would ask a password for.
  const withLibraries = process.platform === 'linux' && rootPrefix() ? ['--with-deps'] : []
  const args = [cli, 'install', ...withLibraries, 'chromium']
  await run(process.execPath, args, { timeoutMs: DOWNLOAD_MS })
}

/**
 * @param {readonly (readonly string[])[]} commands
 * @param {readonly string[]} prefix
 */
async function runAll(commands, prefix) {
  const quiet = ['env', 'DEBIAN_FRONTEND=noninteractive']
  for (const command of commands) {
    const [program = '', ...args] = [...prefix, ...quiet, ...command]
    if ((await run(program, args, { timeoutMs: PACKAGE_MANAGER_MS })) !== 0) return false
  }
  return true
}

async function installByPackageManager() {
  const manager = Object.keys(PACKAGE_MANAGERS).find((name) => findOnPath(name, process.env))
  const prefix = manager && rootPrefix()
  if (!manager || !prefix) return
  console.log(`Installing chromium with ${manager} …`)
  for (const commands of PACKAGE_MANAGERS[manager] ?? []) {
    if (await runAll(commands, prefix)) return
  }
}

/**
 * Find a browser, and install one where there is none: by Playwright's installer, else by the
 * system's package manager. Takes minutes at most, also without a network.
 *
 * @returns {Promise<string>} its path
 * @throws Error - one line for the person at the terminal, if there is no way
 */
export async function ensureBrowser() {
  const found = findBrowser()
  if (found) return found
  console.log('No Chrome, Chromium or Edge found: installing one …')
  for (const install of [installByPlaywright, installByPackageManager]) {
    await install()
    const path = findBrowser()
    if (path) return path
  }
  throw new Error(
    'No browser for the tests: install Chrome, Chromium or Edge, or set CHROME_PATH to one.',
  )
}

// Run by hand, not when imported.
if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    console.log(await ensureBrowser())
  } catch (error) {
    console.error(/** @type {Error} */ (error).message)
    process.exitCode = 1
  }
}

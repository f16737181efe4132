import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, runNpm } from './child.mjs'

// Don't import dependencies here: `npm start` loads this file before anything is installed.

/**
 * @typedef {{ version?: string, optional?: boolean }} LockedPackage
 * @typedef {Record<string, LockedPackage>} LockedPackages
 */

/** @param {string} path */
const readJson = (path) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'))

/**
 * Say in one line if this version of Node is too old.
 *
 * @param {string} version - such as `20.19.0`
 * @param {string} [range] - `>=` and the lowest version, as package.json gives it
 * @returns {string | undefined}
 */
export function nodeProblem(version, range = readJson('package.json').engines.node) {
  const needed = String(range).replace(/^>=/, '')
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [neededMajor = 0, neededMinor = 0] = needed.split('.').map(Number)
  const isEnough = major > neededMajor || (major === neededMajor && minor >= neededMinor)
  return isEnough ? undefined : `Cinder needs Node ${needed} or newer, and this is ${version}.`
}

/**
 * Check whether the installed packages match the lock file. This compares versions, not file times:
 * a checkout or a copied folder changes only the times.
 *
 * @param {LockedPackages} locked - `packages` of package-lock.json
 * @param {LockedPackages} installed - `packages` of node_modules/.package-lock.json
 * @returns {boolean}
 */
export function isInstalled(locked, installed) {
  return Object.entries(locked).every(([path, { version, optional }]) => {
    // The first entry is this project; an optional package may be for another system.
    if (path === '' || (optional && !installed[path])) return true
    return installed[path]?.version === version && existsSync(join(ROOT, path, 'package.json'))
  })
}

function hasAllPackages() {
  if (!existsSync(join(ROOT, 'node_modules/.package-lock.json'))) return false
  const installed = readJson('node_modules/.package-lock.json').packages
  return isInstalled(readJson('package-lock.json').packages, installed)
}

/**
 * Install the packages in the lock file, unless they are installed.
 *
 * @throws Error - one line for the person at the terminal, if npm cannot
 */
export async function installMissing() {
  if (hasAllPackages()) return
  console.log('Installing packages (npm ci)…')
  // NODE_ENV=production or omit=dev in a user's settings would leave out tools we need.
  const code = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund'])
  if (code !== 0) throw new Error('npm ci failed. See its message above.')
}

import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onStop, ROOT, runNpm } from './child.mjs'

// Don't import dependencies here: `npm start` loads this file before anything is installed.

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {boolean} [dev] - only devDependencies need it
 * @property {boolean} [optional] - only optional dependencies need it
 * @property {boolean} [devOptional] - devDependencies need it, or optional dependencies
 * @property {readonly string[]} [os] - the systems it is for, if not all
 */

/** @typedef {Record<string, LockedPackage>} LockedPackages */

/**
 * @typedef {object} Wanted
 * @property {boolean} [dev] - devDependencies too, which is the default; without them, only what it
 *   takes to build and serve the shop
 * @property {string} [folder] - of another package.json, such as `studio`; the root's by default
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
 * npm leaves out an optional package that is for another system.
 *
 * @param {LockedPackage} entry
 * @param {boolean} dev
 * @returns {boolean}
 */
function mayBeLeftOut({ optional, devOptional, os }, dev) {
  if (optional) return true
  return devOptional === true && (!dev || os !== undefined)
}

/**
 * Check whether the installed packages match the lock file. This compares versions, not file times:
 * a checkout or a copied folder changes only the times.
 *
 * @param {LockedPackages} locked - `packages` of package-lock.json
 * @param {LockedPackages} installed - `packages` of node_modules/.package-lock.json
 * @param {Wanted} [wanted]
 * @returns {boolean}
 */
export function isInstalled(locked, installed, { dev = true, folder = '' } = {}) {
  return Object.entries(locked).every(([path, entry]) => {
    // The first entry is the project itself.
    if (path === '' || (entry.dev && !dev)) return true
    if (!installed[path]) return mayBeLeftOut(entry, dev)
    const isOnDisk = existsSync(join(ROOT, folder, path, 'package.json'))
    return installed[path].version === entry.version && isOnDisk
  })
}

/**
 * Choose the `npm ci` that installs what is missing, if anything is.
 *
 * @param {LockedPackages} locked - `packages` of package-lock.json
 * @param {LockedPackages} installed - `packages` of node_modules/.package-lock.json
 * @param {Wanted} [wanted]
 * @returns {readonly string[] | undefined} its arguments
 */
export function planInstall(locked, installed, { dev = true, folder = '' } = {}) {
  if (isInstalled(locked, installed, { dev, folder })) return undefined
  // `npm ci` removes what it does not install: whoever has run the tests keeps their packages.
  const keepsDev = Object.values(installed).some((entry) => entry.dev)
  // Said either way, since NODE_ENV=production or a user's own settings would decide otherwise.
  return ['ci', dev || keepsDev ? '--include=dev' : '--omit=dev']
}

/** @param {string} folder */
function readInstalled(folder) {
  const file = join(folder, 'node_modules/.package-lock.json')
  return existsSync(join(ROOT, file)) ? readJson(file).packages : {}
}

/**
 * Install the packages that a lock file names, unless they are there.
 *
 * @param {Wanted} [wanted]
 * @throws Error - one line for the person at the terminal, if npm cannot
 */
export async function installMissing(wanted = {}) {
  const { folder = '' } = wanted
  const locked = readJson(join(folder, 'package-lock.json')).packages
  const plan = planInstall(locked, readInstalled(folder), wanted)
  if (plan === undefined) return
  const command = ['npm', ...(folder === '' ? [] : ['--prefix', folder]), ...plan].join(' ')
  console.log(`Installing packages${folder === '' ? '' : ` for ${folder}/`} (${command}) …`)
  const prefix = folder === '' ? [] : ['--prefix', join(ROOT, folder)]
  const code = await runNpm([...prefix, ...plan, '--no-audit', '--no-fund'])
  if (code !== 0) throw new Error(`${command} failed: its message is above.`)
}

/** @param {readonly string[]} folders */
async function installFor(folders) {
  const problem = nodeProblem(process.versions.node)
  if (problem) throw new Error(problem)
  await installMissing({ dev: false })
  for (const folder of folders) await installMissing({ folder })
}

// `node scripts/install.mjs studio`: install the shop's packages and the studio's, if missing.
if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  onStop((signal) => (signal === 'SIGINT' ? 130 : 143))
  try {
    await installFor(process.argv.slice(2))
  } catch (error) {
    console.error(/** @type {Error} */ (error).message)
    process.exitCode = 1
  }
}

import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './child.mjs'

/** @typedef {'apt-get' | 'dnf' | 'pacman' | 'apk'} Manager */

const PACKAGE_MANAGER_MS = 480_000

const APT_GET = ['apt-get', '-o', 'DPkg::Lock::Timeout=60', '-o', 'Acquire::http::Timeout=20']
const APT_INSTALL = [...APT_GET, 'install', '-y', '--no-install-recommends']

/**
 * The commands of each package manager, without the package names. If a manager has two rows, the
 * second is tried when the first fails: a container image has no package lists.
 *
 * @type {Record<Manager, readonly (readonly (readonly string[])[])[]>}
 */
const PACKAGE_MANAGERS = {
  'apt-get': [[APT_INSTALL], [[...APT_GET, 'update'], APT_INSTALL]],
  dnf: [[['dnf', 'install', '-y']]],
  pacman: [[['pacman', '-Sy', '--noconfirm']]],
  apk: [[['apk', 'add', '--no-cache']]],
}

/**
 * Find a program on the PATH.
 *
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [env]
 */
export function findOnPath(name, env = process.env) {
  return (env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path))
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
 * The prefix for a command that needs root; undefined if we can't become root.
 *
 * @returns {string[] | undefined}
 */
export function rootPrefix() {
  if (process.getuid?.() === 0) return []
  return succeeds(['sudo', '-n', 'true']) ? ['sudo', '-n'] : undefined
}

/**
 * @param {readonly (readonly string[])[]} commands - the last one takes the packages' names
 * @param {readonly string[]} packages
 * @param {readonly string[]} prefix
 */
async function runAll(commands, packages, prefix) {
  const quiet = ['env', 'DEBIAN_FRONTEND=noninteractive']
  for (const command of commands) {
    const names = command === commands.at(-1) ? packages : []
    const [program = '', ...args] = [...prefix, ...quiet, ...command, ...names]
    if ((await run(program, args, { timeoutMs: PACKAGE_MANAGER_MS })) !== 0) return false
  }
  return true
}

/**
 * Install packages with the system's package manager, if there is one and we have permission.
 *
 * @param {Partial<Record<Manager | 'any', readonly string[]>>} names - package names by package
 * manager; a manager without an entry is not used
 */
export async function installPackages(names) {
  const managers = /** @type {Manager[]} */ (Object.keys(PACKAGE_MANAGERS))
  const manager = managers.find((name) => findOnPath(name))
  const packages = manager && (names[manager] ?? names.any)
  const prefix = packages && rootPrefix()
  if (!manager || !packages || !prefix) return
  console.log(`Installing ${packages.join(' and ')} with ${manager}…`)
  for (const commands of PACKAGE_MANAGERS[manager]) {
    if (await runAll(commands, packages, prefix)) return
  }
}

import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

// Don't import dependencies here: `npm start` loads this file before anything is installed.

/** The folder of package.json, whatever the current folder is. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url))

const GRACE_MS = 3000
const PARENT_CHECK_MS = 250

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()
let isStopping = false

const hasGroups = process.platform !== 'win32'

/**
 * Signal a child and everything it started: npm and Playwright leave their children behind.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (!hasGroups || child.pid === undefined) return void child.kill(signal)
  try {
    process.kill(-child.pid, signal)
  } catch {
    // The process has already ended.
  }
}

/** @param {import('node:child_process').ChildProcess} child */
function endChild(child) {
  return new Promise((resolve) => {
    const force = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS)
    child.once('exit', () => {
      clearTimeout(force)
      resolve(undefined)
    })
    signalGroup(child, 'SIGTERM')
  })
}

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [timeoutMs]
 * @property {boolean} [shell]
 * @property {boolean} [isHeldBack] - print the output when the command has ended, in one piece, so
 * that two commands side by side can be read
 */

/**
 * Run a command in the repository's folder and show its output in this terminal.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} its exit code; 1 if it was killed, ran out of time or did not start
 */
export function run(command, args, options = {}) {
  const { env = process.env, timeoutMs, shell = false, isHeldBack = false } = options
  const output = isHeldBack ? 'pipe' : 'inherit'
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env,
      shell,
      detached: hasGroups,
      stdio: ['ignore', output, output],
    })
    /** @type {Buffer[]} */
    const held = []
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (/** @type {Buffer} */ chunk) => held.push(chunk))
    }
    const timer = timeoutMs ? setTimeout(() => void endChild(child), timeoutMs) : undefined
    running.add(child)
    /** @param {number | null} code */
    const finish = (code) => {
      clearTimeout(timer)
      running.delete(child)
      process.stdout.write(Buffer.concat(held))
      // After Ctrl+C, the promise stays pending, so that no caller reports a failed step.
      if (!isStopping) resolve(code ?? 1)
    }
    child.once('error', () => finish(1))
    // `close` comes after the last output, which `exit` may not.
    child.once(isHeldBack ? 'close' : 'exit', finish)
  })
}

/**
 * Run npm: the one that started this process, if there is one.
 *
 * @param {readonly string[]} args
 * @param {Pick<RunOptions, 'env' | 'isHeldBack'>} [options]
 * @returns {Promise<number>} its exit code
 */
export function runNpm(args, options = {}) {
  const npm = process.env.npm_execpath
  // Only npm's own script is accepted: yarn and pnpm set the variable to theirs.
  if (npm?.endsWith('npm-cli.js')) return run(process.execPath, [npm, ...args], options)
  return run('npm', args, { ...options, shell: process.platform === 'win32' })
}

/**
 * Call back when npm or its shell is gone. When they are killed they send us no signal, and we
 * would keep the port.
 *
 * @param {() => void} callback
 */
function onNpmGone(callback) {
  // When started by hand with `&`, the parent may end and we go on.
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) callback()
  }, PARENT_CHECK_MS).unref()
}

/**
 * Call back when the process that asked for this one, `PARENT_PID`, is gone. Playwright starts its
 * server in a group of its own, and killed, it would leave it behind.
 *
 * @param {() => void} callback
 */
function onParentGone(callback) {
  const parent = Number(process.env.PARENT_PID)
  if (!parent) return
  setInterval(() => {
    if (!isRunning(parent)) callback()
  }, PARENT_CHECK_MS).unref()
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/**
 * On Ctrl+C or SIGTERM, end the children, run `cleanUp`, then exit, so that no orphan process keeps
 * the port or the folder.
 *
 * @param {(signal: NodeJS.Signals) => number | Promise<number>} cleanUp - returns the exit code
 */
export function onStop(cleanUp) {
  /** @param {NodeJS.Signals} signal */
  const stop = async (signal) => {
    // Under npm, Ctrl+C arrives twice: from the terminal and from npm.
    if (isStopping) return
    isStopping = true
    await Promise.all([...running].map(endChild))
    process.exit(await cleanUp(signal))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  onNpmGone(() => void stop('SIGTERM'))
  onParentGone(() => void stop('SIGTERM'))
}

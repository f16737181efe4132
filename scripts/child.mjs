import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

// No dependency may be imported here: `npm start` reads this file before anything is installed.

/** The folder of package.json, wherever the command was typed. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url))

const GRACE_MS = 3000
const PARENT_CHECK_MS = 250

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()
let isStopping = false

const hasGroups = process.platform !== 'win32'

/**
 * Signal a child and all it started: npm and Playwright leave theirs behind.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (!hasGroups || child.pid === undefined) return void child.kill(signal)
  try {
    process.kill(-child.pid, signal)
  } catch {
    // It ended by itself a moment ago.
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
 * Run a command in the repository's folder, its output going to this terminal.
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
      // Cut short by Ctrl+C: whoever waits must not take that for a failed step and report it.
      if (!isStopping) resolve(code ?? 1)
    }
    child.once('error', () => finish(1))
    // `close` comes after the last output, which `exit` may not.
    child.once(isHeldBack ? 'close' : 'exit', finish)
  })
}

/**
 * Run npm, the very one this was started by where there is one.
 *
 * @param {readonly string[]} args
 * @param {Pick<RunOptions, 'env' | 'isHeldBack'>} [options]
 * @returns {Promise<number>} its exit code
 */
export function runNpm(args, options = {}) {
  const npm = process.env.npm_execpath
  // Only a path to npm's own script will do: yarn and pnpm set the variable to theirs.
  if (npm?.endsWith('npm-cli.js')) return run(process.execPath, [npm, ...args], options)
  return run('npm', args, { ...options, shell: process.platform === 'win32' })
}

/**
 * Call back when npm, or its shell, is gone. Killed, neither passes anything on, and we would keep
 * the port with nobody to stop us.
 *
 * @param {() => void} callback
 */
function onNpmGone(callback) {
  // By hand and with `&`, a parent that ends is no reason to.
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
 * On Ctrl+C or SIGTERM, end the children, then `cleanUp`, then leave: no orphan keeps the port
 * or the folder busy.
 *
 * @param {(signal: NodeJS.Signals) => number | Promise<number>} cleanUp - gives the exit code
 */
export function onStop(cleanUp) {
  /** @param {NodeJS.Signals} signal */
  const stop = async (signal) => {
    // Ctrl+C reaches this process twice under npm: from the terminal, and passed on by npm.
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

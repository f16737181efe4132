import { createServer } from 'node:net'

// No dependency may be imported here: `npm start` reads this file before anything is installed.

const DEFAULT_PORT = 4173
const HIGHEST_PORT = 65535

/**
 * Read the port from `PORT`, 4173 where it is unset. 0 lets the system choose one.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {number}
 * @throws Error - one line for the person at the terminal, if it is not a port
 */
export function readPort(env) {
  const text = env.PORT?.trim() ?? ''
  if (text === '') return DEFAULT_PORT
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= HIGHEST_PORT) return port
  throw new Error(`PORT must be a whole number from 0 to ${HIGHEST_PORT}, but is "${text}".`)
}

/**
 * Read the sub-folder the site is built for from `BASE_PATH`, `/` where it is unset. `repo`,
 * `/repo` and `/repo/` all mean `/repo/`.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {string} with a slash at both ends
 */
export function readBase(env) {
  const folders = (env.BASE_PATH ?? '').split('/').filter((folder) => folder.trim() !== '')
  return folders.length === 0 ? '/' : `/${folders.join('/')}/`
}

/**
 * Say in one line that a port is in use.
 *
 * @param {number} port
 * @returns {string}
 */
export function portTaken(port) {
  return `Port ${port} is taken: stop what uses it, or choose another with PORT=${port + 1}.`
}

/**
 * @param {number} port
 * @param {string | undefined} host
 * @returns {Promise<void>}
 */
function tryListening(port, host) {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE') reject(new Error(portTaken(port)))
      else if (error.code === 'EACCES') reject(new Error(`Port ${port} needs more rights.`))
      // A machine without IPv6 has no ::1, which is no reason to stop.
      else resolve()
    })
    probe.listen({ port, host }, () => probe.close(() => resolve()))
  })
}

/**
 * Find out whether a port can be had, before minutes go into a build.
 *
 * @param {number} port
 * @throws Error - one line for the person at the terminal, if it cannot
 */
export async function assertPortFree(port) {
  // macOS lets two programs share a port, one on all addresses and one on a single address, and
  // the browser would then open the other one: so each address is tried by itself.
  for (const host of [undefined, '127.0.0.1', '::1']) await tryListening(port, host)
}

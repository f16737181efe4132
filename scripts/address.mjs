import { createServer } from 'node:net'

// Don't import dependencies here: `npm start` loads this file before anything is installed.

const DEFAULT_PORT = 4173
const HIGHEST_PORT = 65535

/**
 * Read the port from `PORT`; the default is 4173. 0 lets the system choose one.
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
 * Read the site's sub-folder from `BASE_PATH`; the default is `/`. `repo`, `/repo` and `/repo/` all
 * mean `/repo/`.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {string} with a slash at both ends
 */
export function readBase(env) {
  const folders = (env.BASE_PATH ?? '').split('/').filter((folder) => folder.trim() !== '')
  return folders.length === 0 ? '/' : `/${folders.join('/')}/`
}

/**
 * @param {number} port
 * @returns {string}
 */
export function portTaken(port) {
  return `Port ${port} is taken: stop the program that uses it, or choose another with PORT=${port + 1}.`
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
      else if (error.code === 'EACCES')
        reject(new Error(`You don't have permission to use port ${port}.`))
      // A machine without IPv6 has no ::1. That's fine.
      else resolve()
    })
    probe.listen({ port, host }, () => probe.close(() => resolve()))
  })
}

/**
 * Check that a port is free before a build that takes minutes.
 *
 * @param {number} port
 * @throws Error - one line for the person at the terminal, if it is not
 */
export async function assertPortFree(port) {
  // On macOS, one program can listen on all addresses and another on a single one with the same
  // port, and the browser would open the other program. So each address is tried by itself.
  for (const host of [undefined, '127.0.0.1', '::1']) await tryListening(port, host)
}

import { existsSync } from 'node:fs'
import { findOnPath, installPackages } from './package-manager.mjs'

/**
 * @typedef {object} Nginx
 * @property {string} program
 * @property {string} brotli - the module that sends `.br` files
 */

/** Where Debian and Ubuntu put what our configuration asks for. */
const BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so'
const MIME_TYPES = '/etc/nginx/mime.types'

/**
 * Find an nginx that our configuration is for: Debian's or Ubuntu's, with its Brotli module.
 *
 * @returns {Nginx | undefined}
 */
export function findNginx() {
  // A user's PATH lacks the folders of root's programs.
  const path = [process.env.PATH ?? '', '/usr/sbin', '/sbin'].join(':')
  const program = findOnPath('nginx', { PATH: path })
  if (!program || !existsSync(BROTLI) || !existsSync(MIME_TYPES)) return undefined
  return { program, brotli: BROTLI }
}

/**
 * Find nginx, and install it where that asks nobody: for root, in a container, or on CI. On a
 * person's own machine its package would start a server on port 80, so there it is only told what
 * is not tested.
 */
export async function ensureNginx() {
  if (findNginx()) return
  const mayInstall = process.getuid?.() === 0 || Boolean(process.env.CI)
  if (mayInstall) {
    await installPackages({ 'apt-get': ['nginx', 'libnginx-mod-http-brotli-static'] })
  }
  if (findNginx()) return
  console.log(
    'No nginx of Debian or Ubuntu here: the tests of dist/nginx.conf are skipped. To run them: ' +
      'sudo apt install nginx libnginx-mod-http-brotli-static',
  )
}

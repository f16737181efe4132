import { existsSync } from 'node:fs'
import { findOnPath, installPackages } from './package-manager.mjs'

/**
 * @typedef {object} Nginx
 * @property {string} program
 * @property {string} brotli - the module that sends `.br` files
 */

/** Where Debian and Ubuntu install what our configuration needs. */
const BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so'
const MIME_TYPES = '/etc/nginx/mime.types'

/**
 * Find the nginx our configuration is written for: Debian's or Ubuntu's, with the Brotli module.
 *
 * @returns {Nginx | undefined}
 */
export function findNginx() {
  // A user's PATH doesn't have the folders of root's programs.
  const path = [process.env.PATH ?? '', '/usr/sbin', '/sbin'].join(':')
  const program = findOnPath('nginx', { PATH: path })
  if (!program || !existsSync(BROTLI) || !existsSync(MIME_TYPES)) return undefined
  return { program, brotli: BROTLI }
}

/**
 * Find nginx, or install it as root, in a container or on CI. On someone's own machine the package
 * would start a server on port 80, so there we only say which tests are skipped.
 */
export async function ensureNginx() {
  if (findNginx()) return
  const mayInstall = process.getuid?.() === 0 || Boolean(process.env.CI)
  if (mayInstall) {
    await installPackages({ 'apt-get': ['nginx', 'libnginx-mod-http-brotli-static'] })
  }
  if (findNginx()) return
  console.log(
    'Skipping the tests of dist/nginx.conf: they need nginx from Debian or Ubuntu. To run them: ' +
      'sudo apt install nginx libnginx-mod-http-brotli-static',
  )
}

import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @typedef {readonly [name: string, value: string]} Header
 * @typedef {{ pattern: string, headers: Header[] }} Rule
 */

/**
 * Read the format that Netlify and Cloudflare Pages share: a path, where a star at the end matches
 * anything that follows, then indented headers.
 *
 * @param {string} text
 * @returns {Rule[]}
 */
export function parseHeaders(text) {
  /** @type {Rule[]} */
  const rules = []
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const [, name = '', value = ''] = /^\s+([\w-]+):\s*(.*)$/.exec(line) ?? []
    if (name === '') rules.push({ pattern: line.trim(), headers: [] })
    else rules.at(-1)?.headers.push([name, value.trim()])
  }
  return rules
}

/**
 * Get the headers for a path; a later rule wins over an earlier one.
 *
 * @param {readonly Rule[]} rules
 * @param {string} path
 * @returns {Header[]}
 */
export function headersFor(rules, path) {
  return rules.flatMap(({ pattern, headers }) => {
    const isMatch = pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern
    return isMatch ? headers : []
  })
}

/**
 * Create a lookup for the headers in a built folder's `_headers`. It reads the file again after each
 * build.
 *
 * @param {string} dir
 * @returns {(path: string) => Header[]}
 */
export function createHeaders(dir) {
  const file = join(dir, '_headers')
  /** @type {{ changed: number, rules: readonly Rule[] }} */
  let known = { changed: -1, rules: [] }
  return (path) => {
    const changed = existsSync(file) ? statSync(file).mtimeMs : 0
    if (changed !== known.changed) {
      known = { changed, rules: changed === 0 ? [] : parseHeaders(readFileSync(file, 'utf8')) }
    }
    return headersFor(known.rules, path)
  }
}

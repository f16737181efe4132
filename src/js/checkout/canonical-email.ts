import { normalizeCode } from '../lib/normalize.ts'

/**
 * Take an email address out of what was typed or pasted: "mailto:ada@example.org",
 * "Ada <ada@example.org>,", "ada＠example。com". It may
 * still be wrong.
 */
export function canonicalEmail(text: string): string {
  const code = normalizeCode(text)
  const address = code
    .replace(/^[^<>]*<([^<>]*)>[^<>]*$/, '$1')
    .replace(/^mailto: ?([^?]*).*$/is, '$1')
    .replace(/^[ "“”]+|[ "“”.,;:]+$/g, '')
    .replace(/ ?@ ?/g, '@')
    .replace(/[‘’]/g, "'")
    .replaceAll('。', '.')
  return address === code ? code : canonicalEmail(address)
}

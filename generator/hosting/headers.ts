import { contentSecurityPolicy } from '../content-security-policy.ts'
import type { Site } from '../site.ts'

export type Header = readonly [name: string, value: string]

/** Headers for all files under a path; `path` starts with the base and ends in a slash. */
export interface HeaderRule {
  readonly path: string
  readonly headers: readonly Header[]
}

/** Files in these folders have new names when they change, or may be an hour old. */
const CACHED = [
  { folder: 'assets/', value: 'public, max-age=31536000, immutable' },
  { folder: 'img/', value: 'public, max-age=3600' },
] as const

/**
 * Headers for every response: the security policy, and what Mozilla's Observatory recommends.
 *
 * @see https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring
 */
export function securityHeaders(site: Site): readonly Header[] {
  const policy = contentSecurityPolicy(site)
  return [
    // Each page's `<meta>` has the same policy without `frame-ancestors`, which only works in a header.
    ['Content-Security-Policy', `${policy}; frame-ancestors 'none'`],
    ...FIXED_HEADERS,
  ]
}

/** Headers that don't depend on the shop's settings. */
export const FIXED_HEADERS: readonly Header[] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['Strict-Transport-Security', 'max-age=31536000'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()'],
]

/** How long browsers may keep files; they check all others each time. */
export function cacheRules(base: string): readonly HeaderRule[] {
  return CACHED.map(({ folder, value }) => ({
    path: base + folder,
    headers: [['Cache-Control', value]],
  }))
}

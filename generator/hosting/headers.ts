import { contentSecurityPolicy } from '../content-security-policy.ts'
import type { Site } from '../site.ts'

/** A header's name and value. */
export type Header = readonly [name: string, value: string]

/** Headers for the files below a path; `path` ends in a slash and starts with the base. */
export interface HeaderRule {
  readonly path: string
  readonly headers: readonly Header[]
}

/** Names of files in these folders change with their content, or do not matter for an hour. */
const CACHED = [
  { folder: 'assets/', value: 'public, max-age=31536000, immutable' },
  { folder: 'img/', value: 'public, max-age=3600' },
] as const

/**
 * What every answer should carry: the policy, and what Mozilla's Observatory asks for besides.
 *
 * @see https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring
 */
export function securityHeaders(site: Site): readonly Header[] {
  const policy = contentSecurityPolicy(site)
  return [
    // A `<meta>` in each page says the same, but for who may frame it, which only a header can.
    ['Content-Security-Policy', `${policy}; frame-ancestors 'none'`],
    ...FIXED_HEADERS,
  ]
}

/** Those that no setting of the shop changes. */
export const FIXED_HEADERS: readonly Header[] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['Strict-Transport-Security', 'max-age=31536000'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()'],
]

/** Which files may be kept, and how long; all others are asked after each time. */
export function cacheRules(base: string): readonly HeaderRule[] {
  return CACHED.map(({ folder, value }) => ({
    path: base + folder,
    headers: [['Cache-Control', value]],
  }))
}

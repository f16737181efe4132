import { commonPolicy, contentSecurityPolicy } from '../content-security-policy.ts'
import type { PageFile } from '../page-files.ts'
import type { Site } from '../site.ts'

export type Header = readonly [name: string, value: string]

/** Headers for some paths. */
export interface HeaderRule {
  /** A path that starts with the base; what is below it too, where it ends in `*`. */
  readonly path: string
  readonly headers: readonly Header[]
}

/** Files in these folders have new names when they change, or may be an hour old. */
const CACHED = [
  { folder: 'assets/', value: 'public, max-age=31536000, immutable' },
  { folder: 'img/', value: 'public, max-age=3600' },
] as const

/**
 * What every answer should carry: what Mozilla's Observatory asks for, and as much of the policy as
 * holds for any page.
 *
 * @see https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring
 */
export function securityHeaders(site: Site): readonly Header[] {
  return [policyHeader(commonPolicy(site)), ...FIXED_HEADERS]
}

/**
 * The whole policy, for each page by its path and for files that are no page. A `<meta>` in each page
 * says the same, but for who may frame it, which only a header can.
 */
export function policyRules(site: Site, pages: readonly PageFile[]): readonly HeaderRule[] {
  const { base } = site.place
  const files = CACHED.map(({ folder }) => ({
    path: `${base}${folder}*`,
    headers: [policyHeader(contentSecurityPolicy(site))],
  }))
  return [...pageRules(site, pages), ...files]
}

/** The policy rules of pages alone. */
export function pageRules(site: Site, pages: readonly PageFile[]): readonly HeaderRule[] {
  return site.catalogue.markets.flatMap(({ prefix }) =>
    pages.map(({ path, allows }) => ({
      path: site.place.base + prefix + toPattern(path),
      headers: [policyHeader(contentSecurityPolicy(site, allows))],
    })),
  )
}

/** "products/[slug]/" → "products/*"; home, and a page without a folder, is nothing but itself. */
function toPattern(path: string): string {
  return path === '' || path.endsWith('.html') ? path : path.replace(/\[.*$|$/, '*')
}

function policyHeader(policy: string): Header {
  return ['Content-Security-Policy', `${policy}; frame-ancestors 'none'`]
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
    path: `${base}${folder}*`,
    headers: [['Cache-Control', value]],
  }))
}

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Site } from './site.ts'
import { speculationRules } from './speculation-rules.ts'

/** Sources by directive, in the order they are written. */
export type PolicyDirectives = Readonly<Record<string, readonly string[]>>

const SELF = "'self'"

/** The one policy a script may make trusted addresses with: `src/js/site/service-worker-url.ts`. */
const TRUSTED_TYPES = ['cinder']

/**
 * What a page may do beyond what every page may, by the name that its front matter gives in `allows`.
 */
const PERMISSIONS = {
  pictures: () => PICTURES,
  'hand-off': handOffDirectives,
} as const satisfies Readonly<Record<string, (site: Site) => PolicyDirectives>>

/** A name of what a page may do beyond what every page may. */
export type Permission = keyof typeof PERMISSIONS

/** Every such name, for the check of a page's front matter. */
export const PERMISSION_NAMES = Object.keys(PERMISSIONS) as Permission[]

/**
 * What the gallery and "View in 3D" need: its meshes are unpacked by WebAssembly and come as object URLs, and its
 * controls are drawn by lit, with a style sheet in its shadow and markup that it marks as trusted.
 * PhotoSwipe's few icons are let through by the policy "default": `src/js/product/zoom-icons.ts`.
 */
const PICTURES: PolicyDirectives = {
  'script-src': ["'wasm-unsafe-eval'"],
  'style-src': [hashSource(viewerStyle())],
  'img-src': ['blob:'],
  'connect-src': ['blob:'],
  'trusted-types': ['lit-html', 'default'],
}

/** The style sheet that model-viewer brings, as the page will contain it. */
function viewerStyle(): string {
  const main = createRequire(import.meta.url).resolve('@google/model-viewer')
  const source = readFileSync(join(dirname(main), '../lib/template.js'), 'utf8')
  const text = /<style>(.*?)<\/style>/s.exec(source)?.[1]
  if (text === undefined) throw new Error('model-viewer’s template has no style sheet')
  return text
}

/** Orders leave the site only for the endpoint its owner named. */
function handOffDirectives({ catalogue }: Site): PolicyDirectives {
  const handOff = catalogue.shop['hand-off']
  switch (handOff.by) {
    case 'form':
      return handOff.endpoint === undefined ? {} : { 'connect-src': [originOf(handOff.endpoint)] }
    case 'paypal':
      return { 'form-action': [originOf(handOff.endpoint)] }
    case 'email':
    case 'shopify':
      return {}
  }
}

function originOf(address: string): string {
  return new URL(address).origin
}

/**
 * Write the content security policy of a page.
 *
 * Nothing runs but the site's own files and the inline scripts given here by their hash, nothing is
 * loaded from elsewhere, and no script may turn a text into markup or code. Blocks of JSON are data
 * to a browser and need no leave.
 *
 * @param allows - what it may do beyond what every page may
 * @see https://www.w3.org/TR/CSP3/
 */
export function contentSecurityPolicy(site: Site, allows?: Permission): string {
  const additions = allows === undefined ? [] : [PERMISSIONS[allows](site)]
  return write(merge([baseDirectives(site), ...additions]))
}

/**
 * Write what the policies of all pages have in common, for answers that may be any page's. Where a
 * host sends it beside a page's own, both hold.
 */
export function commonPolicy(site: Site): string {
  const base = baseDirectives(site)
  const extended = PERMISSION_NAMES.flatMap((name) => Object.keys(PERMISSIONS[name](site)))
  // The default is what the extended ones would fall back to.
  const left = Object.entries(base).filter(
    ([name]) => name !== 'default-src' && !extended.includes(name),
  )
  return write(Object.fromEntries(left))
}

function write(directives: PolicyDirectives): string {
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ')
}

function baseDirectives(site: Site): PolicyDirectives {
  const hashes = [site.startScript, speculationRules(site)].map(hashSource)
  return {
    'default-src': ["'none'"],
    'script-src': [SELF, ...hashes],
    'style-src': [SELF],
    // Bootstrap draws its arrows and crosses as data: in the style sheet.
    'img-src': [SELF, 'data:'],
    'font-src': [SELF],
    'connect-src': [SELF],
    'manifest-src': [SELF],
    'worker-src': [SELF],
    'form-action': [SELF],
    'base-uri': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': TRUSTED_TYPES,
  }
}

function merge(all: readonly PolicyDirectives[]): PolicyDirectives {
  const merged: Record<string, readonly string[]> = {}
  for (const directives of all) {
    for (const [name, sources] of Object.entries(directives)) {
      merged[name] = [...new Set([...(merged[name] ?? []), ...sources])]
    }
  }
  return merged
}

/** How a policy names an inline script: by the hash of its text. */
function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

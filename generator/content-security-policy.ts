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

type Additions = Readonly<Partial<Record<string, PolicyDirectives>>>

/**
 * What one kind of page may do beyond what every page may. A page's `<meta>` has its own additions
 * only; hosts' headers, which are the same for all pages, have everyone's.
 */
function additionsOf(site: Site): Additions {
  return { product: PICTURES, checkout: handOffDirectives(site) }
}

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

/** The style sheet that model-viewer brings, as it will stand in the page. */
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
 * Write the content security policy of a page, or of all pages where none is named.
 *
 * Nothing runs but the site's own files and the inline scripts given here by their hash, nothing is
 * loaded from elsewhere, and no script may turn a text into markup or code. Blocks of JSON are data
 * to a browser and need no leave.
 *
 * @param script - the page's kind; without it, what any page may
 * @see https://www.w3.org/TR/CSP3/
 */
export function contentSecurityPolicy(site: Site, script?: string): string {
  const known = additionsOf(site)
  const additions =
    script === undefined ? Object.values(known).map((one) => one ?? {}) : [known[script] ?? {}]
  return Object.entries(merge([baseDirectives(site), ...additions]))
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

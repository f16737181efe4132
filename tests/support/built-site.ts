import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { kindOfFile } from '../../generator/page-kinds.ts'
import type { LaterFiles } from '../../src/js/lib/load-later.ts'

/** What `npm run build` has written. */
export const DIST = join(import.meta.dirname, '../../dist')

/** One page as it was built. */
export interface BuiltPage {
  /** Its file under `dist/`, such as "zh/shop/index.html". */
  readonly file: string
  /** A name of generator/page-kinds.ts. */
  readonly kind: string
  readonly html: string
}

export interface Tag {
  readonly name: string
  /** Decoded values by name; an attribute without one has an empty text. */
  readonly attributes: ReadonlyMap<string, string>
}

/** Read every page of the build. */
export function readPages(): readonly BuiltPage[] {
  return readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => ({
      file,
      kind: kindOfFile(file).name,
      html: readFileSync(join(DIST, file), 'utf8'),
    }))
}

/** List the tags of a page that open an element; what scripts hold is no markup. */
export function tagsOf(html: string): readonly Tag[] {
  const markup = html.replace(/(<script[^>]*>).*?<\/script>/gs, '$1')
  return [...markup.matchAll(/<([a-z][\w-]*)([^>]*)>/g)].map(([, name = '', rest = '']) => ({
    name,
    attributes: new Map(
      [...rest.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [
        key,
        decode(value),
      ]),
    ),
  }))
}

/** The scripts that a page starts after its first paint: the page's own, and what it imports. */
export function startedFiles(tags: readonly Tag[]): {
  readonly script: string
  readonly preloads: readonly string[]
  /** What comes where one of them did not. */
  readonly retry: string
} {
  const start = tags.find(({ attributes }) => attributes.has('data-files'))
  const files = start?.attributes.get('data-files')?.trim().split(' ') ?? []
  const script = files.pop()
  if (!script) throw new Error('The page starts no script')
  return { script, preloads: files, retry: start?.attributes.get('data-retry') ?? '' }
}

/** The files that a page's scripts load when they are wanted. */
export function laterFilesIn(html: string): LaterFiles {
  const data = /<script type="application\/json" id="site-data">(.*?)<\/script>/s.exec(html)?.[1]
  return (JSON.parse(data ?? '{}') as { readonly later?: LaterFiles }).later ?? {}
}

function decode(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;|&#34;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
}

/** The file under `dist/` that an address of the site opens. */
export function fileOf(address: URL): string {
  const path = decodeURIComponent(address.pathname).slice(1)
  return path === '' || path.endsWith('/') ? `${path}index.html` : path
}

export function isBuilt(file: string): boolean {
  return existsSync(join(DIST, file))
}

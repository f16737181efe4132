import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '../..')

/** A file of the repository, with its path relative to the root. */
export interface Source {
  readonly path: string
  readonly text: string
}

/** All files in some folders with an ending, except tests. */
export function sourcesIn(folders: readonly string[], ending: string): readonly Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
      .filter((path) => path.endsWith(ending) && !path.endsWith('.test.ts'))
      .sort()
      .map(readSource),
  )
}

export function readSource(path: string): Source {
  return { path, text: readFileSync(join(ROOT, path), 'utf8') }
}

/** The templates that have an address. */
export const pages = [readSource('index.html'), ...sourcesIn(['pages'], '.html')]
export const layouts = sourcesIn(['src/templates/layouts'], '.liquid')
export const partials = sourcesIn(['src/templates/partials'], '.liquid')
export const templates: readonly Source[] = [...pages, ...layouts, ...partials]
export const views = sourcesIn(['src/js'], '.view.ts')

/** "cart-drawer" of "src/templates/partials/cart-drawer.liquid". */
export function stemOf({ path }: Source): string {
  return /([^/]+?)(?:\.view)?\.\w+$/.exec(path)?.[1] ?? path
}

/** Everything a pattern's groups match in a text, without empty groups. */
export function matchesIn(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].flatMap((match) => match.slice(1).filter(Boolean))
}

/** Each value once, sorted. */
export function distinct(things: Iterable<string>): readonly string[] {
  return [...new Set(things)].sort()
}

/** The wanted values that are not present. */
export function missingFrom(
  present: Iterable<string>,
  wanted: Iterable<string>,
): readonly string[] {
  const known = new Set(present)
  return distinct([...wanted].filter((one) => !known.has(one)))
}

/** A template and everything it renders, with its layout. */
export function withPartials(source: Source): readonly Source[] {
  const found = new Map([[source.path, source]])
  const follow = ({ text }: Source): void => {
    for (const part of [
      ...partialsNamed(matchesIn(text, /\{%-? render '([\w-]+)'/g), partials),
      ...partialsNamed(matchesIn(text, /\{%-? layout '([\w-]+)'/g), layouts),
    ]) {
      if (found.has(part.path)) continue
      found.set(part.path, part)
      follow(part)
    }
  }
  follow(source)
  return [...found.values()]
}

function partialsNamed(names: readonly string[], among: readonly Source[]): readonly Source[] {
  return among.filter((source) => names.includes(stemOf(source)))
}

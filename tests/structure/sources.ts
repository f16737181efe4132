import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The project's folder. */
export const ROOT = join(import.meta.dirname, '../..')

/** A file of the repository, its path from the project's folder. */
export interface Source {
  readonly path: string
  readonly text: string
}

/** Every file under some folders that ends in one way, tests left out. */
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

/** Documents with an address, of which `pages/` is the larger part. */
export const pages = [readSource('index.html'), ...sourcesIn(['pages'], '.html')]
export const layouts = sourcesIn(['src/templates/layouts'], '.liquid')
export const partials = sourcesIn(['src/templates/partials'], '.liquid')
export const templates: readonly Source[] = [...pages, ...layouts, ...partials]
export const views = sourcesIn(['src/js'], '.view.ts')

/** "cart-drawer" of "src/templates/partials/cart-drawer.liquid". */
export function stemOf({ path }: Source): string {
  return /([^/]+?)(?:\.view)?\.\w+$/.exec(path)?.[1] ?? path
}

/** Everything that a pattern's groups catch in a text; empty groups left out. */
export function matchesIn(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].flatMap((match) => match.slice(1).filter(Boolean))
}

/** Each thing once, in order. */
export function distinct(things: Iterable<string>): readonly string[] {
  return [...new Set(things)].sort()
}

/** What one list has and the other lacks. */
export function missingFrom(
  present: Iterable<string>,
  wanted: Iterable<string>,
): readonly string[] {
  const known = new Set(present)
  return distinct([...wanted].filter((one) => !known.has(one)))
}

/** A template and all that it renders, its layout too. */
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

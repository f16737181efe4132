import type { Rolldown } from 'vite'
import type { LaterFiles } from '../src/js/lib/load-later.ts'
import type { PageAssets } from './page-model.ts'
import type { Route } from './routes.ts'

/** The name of the style sheet on every page. */
export const STYLES = 'styles'

/** The name of the script that loads when a page's own fails to load: src/page-start/retry.ts. */
export const RETRY = 'retry'

/** What Vite bundled, and the path it is served from. */
export interface Bundled {
  readonly base: string
  readonly bundle: Rolldown.OutputBundle
  readonly version: string
  /** `getModuleInfo` of the plugin's context. */
  readonly moduleInfo: (id: string) => ModuleImports | null
}

/** The part of Rolldown's `ModuleInfo` that we use. */
interface ModuleImports {
  readonly importedIds: readonly string[]
  readonly dynamicallyImportedIds: readonly string[]
}

/** The script and style sheet that a page's front matter names. */
type PageNeeds = Pick<Route, 'script' | 'styles'>

/**
 * Make a function that finds a page's files in the bundle.
 *
 * @throws Error - from the returned function, if the bundle lacks a file
 */
export function createAssets(bundled: Bundled): (page: PageNeeds) => PageAssets {
  const { base, bundle, version } = bundled
  const files = Object.values(bundle)
  const chunks = files.filter((file) => file.type === 'chunk')
  const assets = files.filter((file) => file.type === 'asset').map(({ fileName }) => fileName)
  const sheetOf = (name: string): string | undefined =>
    stylesheetsIn(bundle).find(({ fileName }) => fileName.includes(`/${name}-`))?.fileName
  const stylesheet = sheetOf(STYLES)
  const font = assets.find((name) => /archivo-text-.*\.woff2$/.test(name))
  const headlineFont = assets.find((name) => /archivo-headline-(?!more).*\.woff2$/.test(name))
  const known = new Map<string, PageAssets>()
  const entryOf = (script: string): Rolldown.OutputChunk | undefined =>
    chunks.find(({ isEntry, name }) => isEntry && name === script)
  const retry = entryOf(RETRY)
  const find = ({ script, styles }: PageNeeds): PageAssets => {
    const entry = entryOf(script)
    if (entry === undefined || stylesheet === undefined || retry === undefined) {
      throw new Error(`The bundle has no files for src/js/pages/${script}.ts`)
    }
    const pageSheet = styles === undefined ? undefined : sheetOf(sheetEntry(styles))
    if (styles !== undefined && pageSheet === undefined) {
      throw new Error(`The bundle has no file for src/css/sheets/${styles}.scss`)
    }
    return {
      script: base + entry.fileName,
      preloads: importsOf(entry, bundle).map((name) => base + name),
      retry: base + retry.fileName,
      later: laterFilesOf(entry, bundled),
      stylesheet: base + stylesheet,
      pageStylesheet: pageSheet === undefined ? null : base + pageSheet,
      font: font === undefined ? null : base + font,
      headlineFont: headlineFont === undefined ? null : base + headlineFont,
      version,
      isBuilt: true,
    }
  }
  return (page) => {
    const key = `${page.script} ${page.styles ?? ''}`
    const found = known.get(key) ?? find(page)
    known.set(key, found)
    return found
  }
}

/**
 * The entry name for a sheet in `src/css/sheets/`. The suffix keeps it apart from a script's name.
 */
export function sheetEntry(name: string): string {
  return `${name}-${STYLES}`
}

/** The style sheets that pages link to, without those that scripts load. */
export function stylesheetsIn(bundle: Rolldown.OutputBundle): readonly Rolldown.OutputAsset[] {
  return Object.values(bundle).filter(
    (file): file is Rolldown.OutputAsset =>
      file.type === 'asset' &&
      new RegExp(`/([\\w-]+-)?${STYLES}-[\\w-]+\\.css$`).test(file.fileName),
  )
}

function importsOf(
  chunk: Rolldown.OutputChunk,
  bundle: Rolldown.OutputBundle,
  seen = new Set<string>(),
): readonly string[] {
  for (const name of chunk.imports) {
    const imported = bundle[name]
    if (seen.has(name) || imported?.type !== 'chunk') continue
    seen.add(name)
    importsOf(imported, bundle, seen)
  }
  return [...seen]
}

/**
 * The files of each chunk that a page's script may load later, by the chunk's name. This follows
 * the imports of modules, not of chunks, because a page may use only part of a shared chunk.
 */
function laterFilesOf(entry: Rolldown.OutputChunk, bundled: Bundled): LaterFiles {
  const { base, bundle, moduleInfo } = bundled
  const own = [entry.fileName, ...importsOf(entry, bundle)]
  const wanted = laterModulesOf(entry.facadeModuleId ?? '', moduleInfo)
  const later = Object.values(bundle).filter(
    (file) => file.type === 'chunk' && wanted.has(file.facadeModuleId ?? ''),
  ) as Rolldown.OutputChunk[]
  return Object.fromEntries(
    later.map((chunk) => {
      const needed = [chunk.fileName, ...importsOf(chunk, bundle)]
      const files = [
        ...needed.filter((name) => !own.includes(name)),
        ...(chunk.viteMetadata?.importedCss ?? []),
      ]
      return [chunk.name.replace(/\.view$/, ''), files.map((file) => base + file)]
    }),
  )
}

/** All dynamic imports of a module and of the modules it imports statically. */
function laterModulesOf(entry: string, moduleInfo: Bundled['moduleInfo']): ReadonlySet<string> {
  const seen = new Set([entry])
  const later = new Set<string>()
  for (const id of seen) {
    const { importedIds = [], dynamicallyImportedIds = [] } = moduleInfo(id) ?? {}
    for (const imported of importedIds) seen.add(imported)
    for (const imported of dynamicallyImportedIds) later.add(imported)
  }
  return later
}

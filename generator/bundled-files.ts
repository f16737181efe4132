import type { Rolldown } from 'vite'
import type { PageAssets } from './page-model.ts'

/** The name of the style sheet that every page has. */
export const STYLES = 'styles'

/** What Vite has made, and where it will live. */
export interface Bundled {
  readonly base: string
  readonly bundle: Rolldown.OutputBundle
  readonly version: string
}

/**
 * Find what pages load, by their script, among what Vite has bundled.
 *
 * @throws Error - from the function that is returned, where the bundle lacks a file
 */
export function createAssets({ base, bundle, version }: Bundled): (script: string) => PageAssets {
  const files = Object.values(bundle)
  const chunks = files.filter((file) => file.type === 'chunk')
  const assets = files.filter((file) => file.type === 'asset').map(({ fileName }) => fileName)
  const stylesheet = stylesheetIn(bundle)?.fileName
  const font = assets.find((name) => /archivo-text-.*\.woff2$/.test(name))
  const headlineFont = assets.find((name) => /archivo-headline-(?!more).*\.woff2$/.test(name))
  const known = new Map<string, PageAssets>()
  const find = (script: string): PageAssets => {
    const entry = chunks.find(({ isEntry, name }) => isEntry && name === script)
    if (entry === undefined || stylesheet === undefined) {
      throw new Error(`The bundle has no files for src/js/pages/${script}.ts`)
    }
    return {
      script: base + entry.fileName,
      preloads: importsOf(entry, bundle).map((name) => base + name),
      stylesheet: base + stylesheet,
      font: font === undefined ? null : base + font,
      headlineFont: headlineFont === undefined ? null : base + headlineFont,
      version,
      isBuilt: true,
    }
  }
  return (script) => {
    const found = known.get(script) ?? find(script)
    known.set(script, found)
    return found
  }
}

/** The one style sheet that every page has; pages may load others by script. */
export function stylesheetIn(bundle: Rolldown.OutputBundle): Rolldown.OutputAsset | undefined {
  return Object.values(bundle).find(
    (file) => file.type === 'asset' && file.fileName.includes(`/${STYLES}-`),
  ) as Rolldown.OutputAsset | undefined
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

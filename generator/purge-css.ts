import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PurgeCSS } from 'purgecss'
import type { Rolldown } from 'vite'

/** Where the names of classes are: templates, and view models that choose them. */
const SOURCES = ['pages', 'src/templates', 'generator/view-models']

/** The home page, the one template outside those folders. */
const EXTRA_FILES = ['index.html']

/**
 * Take out of a page's style sheet what no template and no script names, and name the file by what is
 * left. Most of what goes is Bootstrap's. A word anywhere in them counts as a name, so that nothing
 * goes that might be wanted.
 *
 * @param root - the project's folder
 */
export async function purgeStylesheet(
  root: string,
  bundle: Rolldown.OutputBundle,
  sheet: Rolldown.OutputAsset,
): Promise<{ readonly fileName: string; readonly source: string }> {
  const files = Object.values(bundle)
  const scripts = files.flatMap((file) => (file.type === 'chunk' ? [file.code] : []))
  const sources = sourcesIn(root)
  const raw = [...scripts, ...sources].join('\n')
  const css = String(sheet.source)
  const [purged] = await new PurgeCSS().purge({
    content: [{ raw, extension: 'txt' }],
    css: [{ raw: css }],
    keyframes: true,
    variables: true,
    dynamicAttributes: attributesIn(css),
    // A selector that is nothing but a state, such as the focus ring's, names nothing to look for.
    safelist: {
      standard: [/^:/, ...namesPutTogether(sources)],
      variables: variablesReadIn(files),
    },
  })
  if (purged === undefined) throw new Error('The style sheet could not be purged')
  const hash = createHash('sha256').update(purged.css).digest('base64url').slice(0, 8)
  const fileName = sheet.fileName.replace(/-[\w-]{8}\.css$/, `-${hash}.css`)
  return { fileName, source: purged.css }
}

/** The class names that a template completes, such as `badges__badge--{{ kind }}`: all that begin so. */
function namesPutTogether(sources: readonly string[]): readonly RegExp[] {
  const starts = sources.flatMap((text) =>
    [...text.matchAll(/([a-z][\w-]*(?:--|__))(?:\{\{|\$\{)/g)].map(([, start = '']) => start),
  )
  return [...new Set(starts)].map((start) => new RegExp(`^${start}`))
}

/** A page has several sheets: one sets a variable that another reads. */
function variablesReadIn(files: readonly Rolldown.OutputBundle[string][]): string[] {
  const sheets = files.flatMap((file) =>
    file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source)] : [],
  )
  return sheets.flatMap((css) => [...css.matchAll(/var\((--[\w-]+)/g)].map(([, name = '']) => name))
}

/** Scripts set attributes through `dataset`, under other names: no attribute counts as unused. */
function attributesIn(css: string): string[] {
  return [...new Set([...css.matchAll(/\[([\w-]+)/g)].flatMap(([, name]) => name ?? []))]
}

function sourcesIn(root: string): readonly string[] {
  const found = SOURCES.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(html|liquid|ts)$/.test(file))
      .map((file) => join(folder, file)),
  )
  return [...EXTRA_FILES, ...found].map((file) => readFileSync(join(root, file), 'utf8'))
}

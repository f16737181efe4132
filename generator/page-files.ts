import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { CatalogueError, type Problem, UNKNOWN_FIELD } from './catalog/problems.ts'
import { readYamlText, type Reading } from './catalog/read-yaml.ts'
import { FOLDERS, isFolderName, SITE_VIEWS, type FolderName } from './page-views.ts'

/** What a page's file says about the page, between its two `---` lines. */
const frontMatter = z.strictObject({
  title: z.string().describe('Message key'),
  description: z.string().describe('Message key'),
  script: z.string().describe('A file of src/js/pages/'),
  view: z.string().optional().describe('A view model of generator/page-views.ts'),
  words: z.array(z.string()).default([]).describe('Groups of script words in src/locales/'),
  indexed: z.boolean().default(true).describe('Whether search engines should show it'),
})

/** A file of `pages/`, or `index.html`: one page, or one for each event or model. */
export interface PageFile extends Omit<z.output<typeof frontMatter>, 'view'> {
  /** From the project's folder, such as "pages/events/[event]/index.html". */
  readonly file: string
  /** Its address, such as "events/[event]/"; "" for home, "404.html" for a page without a folder. */
  readonly path: string
  /** The folder in brackets that it is in; null for a single page. */
  readonly folder: FolderName | null
  /** Undefined where the template needs nothing but `site` and `page`. */
  readonly view: string | undefined
}

const HOME = 'index.html'
const FOLDER = 'pages'
const ENTRIES = 'src/js/pages'

const EXAMPLE = `---
title: about.title
description: about.description
script: content
---`

/** Everything before a page's markup: the two `---` lines and what is between them. */
const FRONT_MATTER = /^---\r?\n([\s\S]*?\n)?---[^\S\n]*\r?\n/

/**
 * Find the pages of the shop and read what each says about itself.
 *
 * @param root - the project's folder
 * @throws CatalogueError - naming the file and the line of each mistake
 */
export function readPageFiles(root: string): readonly PageFile[] {
  const scripts = entriesIn(root)
  const read = filesIn(root).map((file) => readPageFile(root, file, scripts))
  const pages = read.flatMap(({ page }) => page ?? [])
  const problems = read.flatMap((one) => one.problems)
  const unused = problems.length > 0 ? [] : unusedScripts(scripts, pages)
  if (problems.length + unused.length > 0) {
    throw new CatalogueError([...problems, ...unused], 'The site’s pages have')
  }
  return pages
}

/**
 * Blank out a page's front matter, so that its template is what is left. The lines stay, and an
 * error still names the right one.
 */
export function withoutFrontMatter(text: string): string {
  return text.replace(FRONT_MATTER, (lines) => lines.replace(/[^\n]/g, ''))
}

/** The entries of `src/js/pages/`, by name. */
function entriesIn(root: string): readonly string[] {
  return readdirSync(join(root, ENTRIES))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => basename(file, '.ts'))
    .sort()
}

function filesIn(root: string): readonly string[] {
  const inFolder = readdirSync(join(root, FOLDER), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(root, '/').length))
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
  return [...(existsSync(join(root, HOME)) ? [HOME] : []), ...inFolder]
}

interface Read {
  readonly page?: PageFile
  readonly problems: readonly Problem[]
}

function readPageFile(root: string, file: string, scripts: readonly string[]): Read {
  const [, yaml] = FRONT_MATTER.exec(readFileSync(join(root, file), 'utf8')) ?? []
  if (!file.endsWith('.html')) {
    return problem(file, 'is not a page', `move it: ${FOLDER}/ holds .html files only`)
  }
  if (yaml === undefined) {
    const fix = `begin the file with lines such as these, then the template:\n\n${EXAMPLE}\n`
    return problem(`${file}:1`, 'has no front matter', fix)
  }
  const segment = /\[([^\]]*)\]/.exec(file)?.[1] ?? null
  if (segment !== null && !isFolderName(segment)) {
    const known = Object.keys(FOLDERS).map((name) => `[${name}]`)
    return problem(file, `[${segment}] is not a folder we know`, `use one of: ${known.join(', ')}`)
  }
  return readFrontMatter({ file, yaml, segment, scripts })
}

interface Lines {
  readonly file: string
  readonly yaml: string
  readonly segment: FolderName | null
  readonly scripts: readonly string[]
}

function readFrontMatter({ file, yaml, segment, scripts }: Lines): Read {
  // A line for the opening `---`, so that the lines of problems are those of the file.
  const reading = readYamlText({ name: file, text: `\n${yaml}` }, frontMatter)
  const { value } = reading
  if (value === undefined) return { problems: reading.problems.map(explainField) }
  const views = segment === null ? SITE_VIEWS : FOLDERS[segment].views
  const problems = [
    ...unknown({ reading, field: 'script', value: value.script, known: scripts }),
    ...unknown({ reading, field: 'view', value: value.view, known: Object.keys(views) }),
  ]
  if (problems.length > 0) return { problems }
  return {
    page: { ...value, file, path: pathOf(file), folder: segment, view: value.view },
    problems,
  }
}

/** "pages/cart/index.html" → "cart/", "pages/404.html" → "404.html". */
function pathOf(file: string): string {
  return file.replace(/^pages\//, '').replace(/(^|\/)index\.html$/, '$1')
}

function problem(where: string, what: string, fix: string): Read {
  return { problems: [{ where, field: '', problem: what, fix }] }
}

interface Choice {
  readonly reading: Reading<unknown>
  readonly field: string
  readonly value: string | undefined
  readonly known: readonly string[]
}

function unknown({ reading, field, value, known }: Choice): readonly Problem[] {
  if (value === undefined || known.includes(value)) return []
  const fix = known.length === 0 ? 'remove the line' : `use one of: ${known.join(', ')}`
  return [reading.problemAt([field], `is "${value}", which is not known`, fix)]
}

/** The catalogue's own advice would send the reader to a list of the catalogue's fields. */
function explainField(found: Problem): Problem {
  if (found.problem !== UNKNOWN_FIELD) return found
  return { ...found, fix: `use one of: ${Object.keys(frontMatter.shape).join(', ')}` }
}

function unusedScripts(scripts: readonly string[], pages: readonly PageFile[]): readonly Problem[] {
  const used = new Set(pages.map(({ script }) => script))
  return scripts
    .filter((script) => !used.has(script))
    .map((script) => ({
      where: `${ENTRIES}/${script}.ts`,
      field: '',
      problem: 'is the script of no page',
      fix: `name it in a page’s front matter, script: ${script}, or delete it`,
    }))
}

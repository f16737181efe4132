import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { CatalogueError, type Problem, UNKNOWN_FIELD } from './catalog/problems.ts'
import { readYamlText, type Reading } from './catalog/read-yaml.ts'
import { PERMISSION_NAMES, type Permission } from './content-security-policy.ts'
import { FOLDERS, isFolderName, SITE_VIEWS, type FolderName } from './page-views.ts'

/** What a page's file says about the page, between its two `---` lines. */
const frontMatter = z.strictObject({
  title: z.string().describe('Message key'),
  description: z.string().describe('Message key'),
  script: z.string().describe('A file of src/js/pages/'),
  allows: z
    .enum(PERMISSION_NAMES)
    .optional()
    .describe('What its policy allows: generator/content-security-policy.ts'),
  styles: z.string().optional().describe('A file of src/css/sheets/'),
  view: z.string().optional().describe('A view model of generator/page-views.ts'),
  words: z.array(z.string()).default([]).describe('Groups of script words in src/locales/'),
  indexed: z.boolean().default(true).describe('Whether search engines should show it'),
})

/** A file of `pages/`, or `index.html`: one page, or one for each event or model. */
export interface PageFile extends Omit<z.output<typeof frontMatter>, 'view' | 'styles' | 'allows'> {
  /** From the project's folder, such as "pages/events/[event]/index.html". */
  readonly file: string
  /** Its address, such as "events/[event]/"; "" for home, "404.html" for a page without a folder. */
  readonly path: string
  /** The folder in brackets that it is in; null for a single page. */
  readonly folder: FolderName | null
  /** What its policy allows beyond what every page's does. */
  readonly allows: Permission | undefined
  /** The style sheet beside the one of every page; undefined where that is enough. */
  readonly styles: string | undefined
  /** Undefined where the template needs nothing but `site` and `page`. */
  readonly view: string | undefined
}

const HOME = 'index.html'
const FOLDER = 'pages'
const ENTRIES = 'src/js/pages'
const SHEETS = 'src/css/sheets'

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
  const known = {
    scripts: namesIn(join(root, ENTRIES), '.ts'),
    styles: namesIn(join(root, SHEETS), '.scss'),
  }
  const read = filesIn(root).map((file) => readPageFile(root, file, known))
  const pages = read.flatMap(({ page }) => page ?? [])
  const problems = read.flatMap((one) => one.problems)
  const unused = problems.length > 0 ? [] : unusedFiles(known, pages)
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

/** What a page can name: the files of some folders, without their endings. */
interface Known {
  readonly scripts: readonly string[]
  readonly styles: readonly string[]
}

function namesIn(folder: string, ending: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => basename(file, ending))
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

function readPageFile(root: string, file: string, known: Known): Read {
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
    const folders = Object.keys(FOLDERS).map((name) => `[${name}]`)
    return problem(
      file,
      `[${segment}] is not a folder we know`,
      `use one of: ${folders.join(', ')}`,
    )
  }
  return readFrontMatter({ file, yaml, segment, known })
}

interface Lines {
  readonly file: string
  readonly yaml: string
  readonly segment: FolderName | null
  readonly known: Known
}

function readFrontMatter({ file, yaml, segment, known }: Lines): Read {
  // A line for the opening `---`, so that the lines of problems are those of the file.
  const reading = readYamlText({ name: file, text: `\n${yaml}` }, frontMatter)
  const { value } = reading
  if (value === undefined) return { problems: reading.problems.map(explainField) }
  const views = segment === null ? SITE_VIEWS : FOLDERS[segment].views
  const problems = [
    ...unknown({ reading, field: 'script', value: value.script, known: known.scripts }),
    ...unknown({ reading, field: 'styles', value: value.styles, known: known.styles }),
    ...unknown({ reading, field: 'view', value: value.view, known: Object.keys(views) }),
  ]
  if (problems.length > 0) return { problems }
  const { allows, styles, view } = value
  const page = { ...value, file, path: pathOf(file), folder: segment, allows, styles, view }
  return { page, problems }
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

/** Scripts and style sheets that are there, and that no page names. */
function unusedFiles(known: Known, pages: readonly PageFile[]): readonly Problem[] {
  const scripts = new Set(pages.map(({ script }) => script))
  const sheets = new Set(pages.map(({ styles }) => styles))
  const unused = (file: string, field: string): Problem => ({
    where: file,
    field: '',
    problem: 'is used by no page',
    fix: `name it in a page’s front matter, ${field}, or delete it`,
  })
  return [
    ...known.scripts
      .filter((name) => !scripts.has(name))
      .map((name) => unused(`${ENTRIES}/${name}.ts`, `script: ${name}`)),
    ...known.styles
      .filter((name) => !sheets.has(name))
      .map((name) => unused(`${SHEETS}/${name}.scss`, `styles: ${name}`)),
  ]
}

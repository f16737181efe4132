import { join } from 'node:path'
import { readPageFiles, type PageFile } from './page-files.ts'

/** A kind of page: one file of `pages/`, whatever number of pages is made of it. */
export interface PageKind extends PageFile {
  /** A word for it: "home", "cart"; for a folder in brackets what it shows, "product". */
  readonly name: string
}

/**
 * Every kind of page the shop has: the one list that budgets, checks of accessibility, samples and
 * measurements go through.
 */
export const PAGE_KINDS: readonly PageKind[] = readPageFiles(join(import.meta.dirname, '..')).map(
  (page) => ({ ...page, name: nameOf(page) }),
)

/**
 * Find the kind of a built page.
 *
 * @param file - under `dist/`, such as "zh/shop/index.html"
 * @throws Error - where no file of `pages/` makes such a page
 */
export function kindOfFile(file: string): PageKind {
  const path = file.replace(/(^|\/)index\.html$/, '$1')
  const inMarket = path.replace(/^[a-z]{2}\//, '')
  const kind = PAGE_KINDS.find((one) => isMadeOf(one, path) || isMadeOf(one, inMarket))
  if (kind === undefined) throw new Error(`dist/${file} is made of no file in pages/`)
  return kind
}

function isMadeOf({ path }: PageKind, built: string): boolean {
  const pattern = path.replace(/[.]/g, '\\.').replace(/\[[^\]]*\]/, '[^/]+')
  return new RegExp(`^${pattern}$`).test(built)
}

function nameOf({ path, folder, view }: PageFile): string {
  if (path === '') return 'home'
  if (folder !== null && view !== undefined) return view
  return path.replace(/\/$|\.html$/, '')
}

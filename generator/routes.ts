import type { MessageValues } from '../src/js/lib/messages.ts'
import type { Permission } from './content-security-policy.ts'
import type { PageFile } from './page-files.ts'
import { FOLDERS, SITE_VIEWS, type FolderPage } from './page-views.ts'
import type { Site } from './site.ts'

/** One page: its address, its template, and what fills it. */
export interface Route {
  /** Under the market's prefix: "shop/", or "" for home; a file name such as "404.html". */
  readonly path: string
  /** From the project's folder. */
  readonly template: string
  /** The entry of `src/js/pages/` that it loads. */
  readonly script: string
  /** The sheet of `src/css/sheets/` that it has beside the one of every page. */
  readonly styles: string | undefined
  /** What its policy allows beyond what every page's does. */
  readonly allows: Permission | undefined
  /** Groups of script words that it carries beside those of every page. */
  readonly words: readonly string[]
  readonly title: string
  readonly description: string
  /** Made when the page is, so that ten thousand models are not in memory at once. */
  readonly view: () => object
  /** Whether search engines should show it. */
  readonly isIndexed: boolean
  /** Paths under `public/` of what it shows, for search engines; the first is shared with it. */
  readonly pictures?: readonly string[]
}

/**
 * List every page of a market, from the files in `pages/`.
 *
 * @param pages - as generator/page-files.ts reads them
 * @throws Error - naming the file, where two have the same address or a message is missing
 */
export function routesOf(site: Site, pages: readonly PageFile[]): readonly Route[] {
  const routes = pages.flatMap((page) => routesOfFile(site, page))
  const files = new Map<string, string>()
  for (const { path, template } of routes) {
    const other = files.get(path)
    if (other !== undefined) {
      throw new Error(
        `${template} has the address /${path}, and so has ${other}: rename one of them`,
      )
    }
    files.set(path, template)
  }
  return routes
}

function routesOfFile(site: Site, page: PageFile): readonly Route[] {
  const { folder, view } = page
  if (folder === null) {
    const make = view === undefined ? undefined : SITE_VIEWS[view]
    return [
      toRoute(site, page, {
        segment: '',
        values: {},
        pictures: [],
        unusedWords: [],
        view: () => make?.(site, null) ?? {},
      }),
    ]
  }
  return FOLDERS[folder].pages(site).map((one) => toRoute(site, page, one))
}

function toRoute(site: Site, page: PageFile, one: FolderPage): Route {
  const values = { ...siteValues(site), ...one.values }
  return {
    path: page.path.replace(/\[[^\]]*\]/, () => one.segment),
    template: page.file,
    script: page.script,
    styles: page.styles,
    allows: page.allows,
    words: page.words.filter((group) => !one.unusedWords.includes(group)),
    title: write(site, page, { field: 'title', values }),
    description: write(site, page, { field: 'description', values }),
    view: () => (page.view === undefined ? {} : one.view(page.view)),
    isIndexed: page.indexed,
    ...(one.pictures.length > 0 ? { pictures: one.pictures } : {}),
  }
}

/** What the title and the description of any page can name. */
function siteValues({ catalogue }: Site): MessageValues {
  const { shop, listed } = catalogue
  return { name: shop.name, days: shop.returns.days, count: listed.length }
}

interface Wanted {
  readonly field: 'title' | 'description'
  readonly values: MessageValues
}

function write({ words, market }: Site, page: PageFile, { field, values }: Wanted): string {
  try {
    return words.t(page[field], values)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(
      `${page.file}: ${field}: ${page[field]}\n  ${reason}\n` +
        `  Expected a key of src/locales/${market.locale}.json, such as about.${field}`,
      { cause: error },
    )
  }
}

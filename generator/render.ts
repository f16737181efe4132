import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Liquid, type Template } from 'liquidjs'
import { mailtoHref } from '../src/js/lib/email-address.ts'
import { withoutFrontMatter } from './page-files.ts'
import { RenderTag } from './render-tag.ts'
import { fileUrl, pageUrl, type Site } from './site.ts'
import { siteView } from './view-models/site.ts'

/** Fills one page's template: `render('pages/cart/index.html', { page: … })`. */
export type Render = (template: string, model: object) => string

/**
 * Make the renderer of one market.
 *
 * @param root - the project's folder
 * @param site - what every template of the market may use, as `site`
 * @param isCached - keep parsed templates; false in dev, where they change
 */
export function createRender(root: string, site: Site, isCached: boolean): Render {
  const engine = new Liquid({
    root,
    layouts: join(root, 'src/templates/layouts'),
    partials: join(root, 'src/templates/partials'),
    extname: '.liquid',
    cache: isCached,
    outputEscape: 'escape',
    strictVariables: true,
    strictFilters: true,
    lenientIf: true,
    ownPropertyOnly: true,
    globals: { site: siteView(site) },
  })
  engine.registerTag('render', RenderTag)
  const { t } = site.words
  engine.registerFilter('t', (key: string, ...pairs: readonly [string, string | number][]) =>
    t(key, Object.fromEntries(pairs)),
  )
  engine.registerFilter('url', (path: string) => pageUrl(site, path))
  engine.registerFilter('mailto', mailtoHref)
  engine.registerFilter('file', (path: string) => fileUrl(site, path))
  engine.registerFilter('json', { raw: true, handler: toScriptJson })
  engine.registerFilter('icon', { raw: true, handler: readIcon })
  const parsed = new Map<string, Template[]>()
  const parse = (file: string): Template[] => {
    const known = isCached ? parsed.get(file) : undefined
    if (known !== undefined) return known
    const templates = engine.parse(withoutFrontMatter(readFileSync(join(root, file), 'utf8')), file)
    parsed.set(file, templates)
    return templates
  }
  return (template, model) => {
    try {
      return dropIndentation(engine.renderSync(parse(template), model) as string)
    } catch (error) {
      // Liquid says line and excerpt, but not which page was being made.
      const reason = error instanceof Error ? error.message : String(error)
      throw new Error(`${template}: ${reason}`, { cause: error })
    }
  }
}

/** JSON for a script element, without a `<` that could end it. */
function toScriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c')
}

const icons = new Map<string, string>()
const require = createRequire(import.meta.url)

/** A Bootstrap icon as inline SVG, hidden from screen readers: the words are beside it. */
function readIcon(name: string): string {
  const known = icons.get(name)
  if (known !== undefined) return known
  const source = readFileSync(require.resolve(`bootstrap-icons/icons/${name}.svg`), 'utf8')
  const shapes = source.replace(/^<svg[^>]*>|<\/svg>\s*$/g, '').trim()
  const icon = `<svg class="icon" width="16" height="16" viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">${shapes}</svg>`
  icons.set(name, icon)
  return icon
}

/** Indentation is for those who read templates; a shopper need not download it. */
function dropIndentation(html: string): string {
  return html.replace(/\n\s+/g, '\n').trimStart()
}

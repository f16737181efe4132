import { resolve } from 'node:path'
import type { ViteDevServer } from 'vite'
import type { PageAssets } from './page-model.ts'
import type { Page, Shop } from './shop.ts'

/** What pages are made of, besides the catalog. */
const WATCHED = ['index.html', 'pages', 'src/templates', 'src/page-start', 'src/locales']

/** What the dev server needs from the plugin. */
export interface DevOptions {
  readonly load: () => Promise<Shop>
  readonly catalogFolder: string
}

/**
 * Serve pages in dev: rendered on request, and again after a page, a partial, a locale file or the
 * catalogue changes.
 */
export function serveInDev(server: ViteDevServer, { load, catalogFolder }: DevOptions): void {
  const { root, base } = server.config
  const watched = [...WATCHED, catalogFolder].map((path) => resolve(root, path))
  let shop: Shop | undefined
  server.watcher.add(watched)
  server.watcher.on('all', (_, file) => {
    if (!watched.some((path) => file.startsWith(path))) return
    shop = undefined
    // Vite only reloads the browser for the .html file of the open page, and never for .liquid.
    server.ws.send({ type: 'full-reload', path: '*' })
  })
  server.middlewares.use((request, response, next) => {
    const url = new URL(request.originalUrl ?? '/', 'http://localhost')
    const path = url.pathname.slice(base.length)
    void (async () => {
      shop ??= await load()
      const file = shop.files().find((one) => one.path === path)
      if (file !== undefined) {
        response.setHeader(
          'Content-Type',
          file.path.endsWith('.xml') ? 'text/xml' : 'application/json',
        )
        response.end(file.text)
        return
      }
      const page = shop.pages.find((one) => one.path === path)
      if (page === undefined) {
        if (shop.pages.some((one) => one.path === `${path}/`)) {
          response.writeHead(302, { Location: `${base}${path}/${url.search}` }).end()
          return
        }
        next()
        return
      }
      const html = await server.transformIndexHtml(url.pathname, page.render(devAssets(base, page)))
      response.setHeader('Content-Type', 'text/html')
      response.end(html)
    })().catch((error: unknown) => {
      next(error)
    })
  })
}

function devAssets(base: string, { script, styles }: Page): PageAssets {
  return {
    script: `${base}src/js/pages/${script}.ts`,
    preloads: [],
    later: {},
    retry: '',
    stylesheet: `${base}src/css/main.scss`,
    pageStylesheet: styles === undefined ? null : `${base}src/css/sheets/${styles}.scss`,
    font: null,
    version: '',
    isBuilt: false,
  }
}

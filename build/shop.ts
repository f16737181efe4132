import { join } from 'node:path'
import { textFor, toSlug, type Catalogue } from './catalog/catalogue.ts'
import { loadCatalogue } from './catalog/load.ts'
import { marketFiles, siteFiles, type SiteFile } from './feeds/site-files.ts'
import { hostFiles } from './hosting/host-files.ts'
import { loadWords } from './locale.ts'
import { pageModel, type PageAssets } from './page-model.ts'
import { loadPictures, type Pictures } from './pictures.ts'
import { createRender, type Render } from './render.ts'
import { routesOf, type Route, type Script } from './routes.ts'
import { shareJobs, type ShareJob } from './share-pictures.ts'
import type { Place, Site } from './site.ts'

/** Where the shop's parts lie and where the result will live. */
export interface ShopOptions {
  /** The project's folder, absolute. */
  readonly root: string
  /** The catalogue's folder, absolute. */
  readonly catalogFolder: string
  readonly place: Place
  readonly isDev: boolean
}

/** One page ready to be made. */
export interface Page {
  /** Under `base`, as visited: "zh/shop/" or "404.html". */
  readonly path: string
  readonly script: Script
  readonly title: string
  readonly render: (assets: PageAssets) => string
}

/** The whole shop, read and checked, not yet printed. */
export interface Shop {
  readonly catalogue: Catalogue
  readonly pages: readonly Page[]
  /** Made when asked: the catalogue as JSON is large. */
  readonly files: () => readonly SiteFile[]
  readonly sharePictures: readonly ShareJob[]
  /** Colourways that a placeholder stands in for: "kite-100/ember". */
  readonly missingPictures: readonly string[]
}

/**
 * Read catalogue, words and pictures, and list every page of every market.
 *
 * @throws CatalogueError - with all mistakes an owner has to mend
 */
export function loadShop({ root, catalogFolder, place, isDev }: ShopOptions): Shop {
  const catalogue = loadCatalogue(catalogFolder)
  const pictures = loadPictures(join(root, 'public'))
  const markets = catalogue.markets.map((market) => {
    const words = loadWords(root, market)
    const site: Site = { catalogue, market, words, pictures, place }
    return { site, routes: routesOf(site), render: createRender(root, site, !isDev) }
  })
  return {
    catalogue,
    pages: markets.flatMap(({ site, routes, render }) =>
      routes.map((route) => toPage(site, route, render)),
    ),
    files: () => [
      ...siteFiles(markets),
      ...markets.flatMap(({ site }) => marketFiles(site)),
      ...markets.slice(0, 1).flatMap(({ site }) => hostFiles(site)),
    ],
    sharePictures: markets.slice(0, 1).flatMap(({ site, routes }) => shareJobs(site, routes)),
    missingPictures: missingPictures(catalogue, pictures),
  }
}

function missingPictures({ products }: Catalogue, pictures: Pictures): readonly string[] {
  return products.flatMap(({ slug, colours }) =>
    colours
      .map(({ name }) => toSlug(textFor(name, 'en')))
      .filter((colour) => pictures.find(slug, colour, 'side') === undefined)
      .map((colour) => `${slug}/${colour}`),
  )
}

function toPage(site: Site, route: Route, render: Render): Page {
  return {
    path: site.market.prefix + route.path,
    script: route.script,
    title: route.title,
    render: (assets) =>
      render(route.template, { page: pageModel(site, route, assets), ...route.view() }),
  }
}

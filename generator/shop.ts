import { join } from 'node:path'
import { textFor, toSlug, type Catalogue } from './catalog/catalogue.ts'
import { loadCatalogue } from './catalog/load.ts'
import type { SiteFile } from './feeds/site-file.ts'
import { marketFiles, siteFiles } from './feeds/site-files.ts'
import { hostFiles } from './hosting/host-files.ts'
import { loadWords, localesIn } from './locale.ts'
import { pageModel, type PageAssets } from './page-model.ts'
import { loadModels, type Models } from './models.ts'
import { loadPictures, VIEWS, type Pictures } from './pictures.ts'
import { createRender, type Render } from './render.ts'
import { styleguideRoute } from './styleguide.ts'
import { readPageFiles } from './page-files.ts'
import { routesOf, type Route } from './routes.ts'
import { shareJobs, type ShareJob } from './share-pictures.ts'
import type { Place, Site } from './site.ts'

/** Where the shop's parts are and where the result will be hosted. */
export interface ShopOptions {
  /** The project's folder, absolute. */
  readonly root: string
  /** The catalogue's folder, absolute. */
  readonly catalogFolder: string
  /** The folder that is copied as it is, absolute; the project's `public/` by default. */
  readonly publicFolder?: string
  readonly place: Place
  /** The script inside each page: generator/start-script.ts. */
  readonly startScript: string
  readonly isDev: boolean
}

/** One page, ready to be rendered. */
export interface Page {
  /** The path under `base`: "zh/shop/" or "404.html". */
  readonly path: string
  readonly script: string
  readonly styles: string | undefined
  readonly title: string
  readonly render: (assets: PageAssets) => string
}

/** The whole shop, read and checked but not yet rendered. */
export interface Shop {
  readonly catalogue: Catalogue
  readonly pages: readonly Page[]
  /** Created on demand, because the catalogue as JSON is large. */
  readonly files: () => readonly SiteFile[]
  readonly sharePictures: readonly ShareJob[]
  /** Colourways without pictures, such as "kite-100/ember". */
  readonly missingPictures: readonly string[]
  /** Other problems with pictures and 3D models, one sentence each. */
  readonly notes: readonly string[]
}

/**
 * Read catalogue, words and pictures, and list every page of every market.
 *
 * @throws CatalogueError - with every mistake the owner has to fix
 */
export function loadShop(options: ShopOptions): Shop {
  const { root, catalogFolder, place, startScript, isDev } = options
  const catalogue = loadCatalogue(catalogFolder, localesIn(root))
  const publicFolder = options.publicFolder ?? join(root, 'public')
  const pictures = loadPictures(publicFolder)
  const models = loadModels(publicFolder)
  const pageFiles = readPageFiles(root)
  const markets = catalogue.markets.map((market) => {
    const words = loadWords(root, market)
    const site: Site = { catalogue, market, words, pictures, models, place, startScript }
    const routes = [...routesOf(site, pageFiles), ...(isDev ? [styleguideRoute(site)] : [])]
    return { site, routes, render: createRender(root, site, !isDev) }
  })
  return {
    catalogue,
    pages: markets.flatMap(({ site, routes, render }) =>
      routes.map((route) => toPage(site, route, render)),
    ),
    files: () => [
      ...siteFiles(markets),
      ...markets.flatMap(({ site }) => marketFiles(site)),
      ...markets.slice(0, 1).flatMap(({ site }) => hostFiles(site, pageFiles)),
    ],
    sharePictures: markets.slice(0, 1).flatMap(({ site, routes }) => shareJobs(site, routes)),
    missingPictures: missingPictures(catalogue, pictures),
    notes: [...pictureNotes(catalogue, pictures), ...modelNotes(catalogue, models)],
  }
}

function missingPictures({ products }: Catalogue, pictures: Pictures): readonly string[] {
  return colourwaysOf(products)
    .filter(({ slug, colour }) => VIEWS.every((view) => !pictures.find(slug, colour, view)))
    .map(({ slug, colour }) => `${slug}/${colour}`)
}

function pictureNotes({ products }: Catalogue, pictures: Pictures): readonly string[] {
  return colourwaysOf(products).flatMap(({ slug, colour }) =>
    VIEWS.map((view) => pictures.missing(slug, colour, view))
      .filter((names) => names.length > 0)
      .map((names) => `public/img/products/${slug}/${colour} is missing ${names.join(', ')}`),
  )
}

function colourwaysOf(products: Catalogue['products']): { slug: string; colour: string }[] {
  return products.flatMap(({ slug, colours }) =>
    colours.map(({ name }) => ({ slug, colour: toSlug(textFor(name, 'en')) })),
  )
}

function modelNotes({ products }: Catalogue, models: Models): readonly string[] {
  return products.flatMap(({ slug, colours }) =>
    models.notes(
      slug,
      colours.map(({ code }) => code),
    ),
  )
}

function toPage(site: Site, route: Route, render: Render): Page {
  return {
    path: site.market.prefix + route.path,
    script: route.script,
    styles: route.styles,
    title: route.title,
    render: (assets) =>
      render(route.template, { page: pageModel(site, route, assets), ...route.view() }),
  }
}

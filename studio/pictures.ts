import { join } from 'node:path'
import { readAccessories, readShoes, type Model } from './output/catalogue.ts'
import { writeContactSheet } from './output/contact-sheet.ts'
import { deleteOld, drawAccessories, drawSite } from './output/drawings.ts'
import { Progress } from './output/progress.ts'
import { publish } from './output/publish.ts'
import { drawScenes } from './output/scene-pictures.ts'
import { missingBlender } from './render/blender.ts'
import type { View } from './render/cameras.ts'
import { DRAFT, FINAL } from './render/passes.ts'
import { RenderQueue } from './render/queue.ts'
import { VIEWS, tasksOf } from './render/tasks.ts'

const ROOT = join(import.meta.dirname, '..')
const CATALOGUE = join(ROOT, 'catalog/products')
const CACHE = join(ROOT, '.cache/studio')
const IMAGES = join(ROOT, 'public/img')
const PRODUCTS = join(IMAGES, 'products')

/** What the committed pictures were made from: hashes by picture. */
const MANIFESTS = {
  accessories: join(import.meta.dirname, 'manifests/accessories.json'),
  shoes: join(import.meta.dirname, 'manifests/shoes.json'),
  site: join(import.meta.dirname, 'manifests/site.json'),
} as const

const USAGE = `npm run pictures [-- slug …] [--view=side …] [--draft] [--sheet]

Renders every shoe of the catalogue (or those named), draws the accessories and the site's own
pictures, and copies them to public/img. If you stop it, it continues where it stopped.
  --view=…  only this view: ${VIEWS.join(', ')}
  --draft   small and fast: the first colour's side view, in .cache/studio/drafts
  --sheet   also writes a contact sheet of the pictures: .cache/studio/sheet-<view>.png
`

interface Options {
  readonly slugs: readonly string[]
  readonly views: readonly View[]
  readonly draft: boolean
  readonly sheet: boolean
}

/** Parses the command line. Null if it has an unknown option or view. */
function parseOptions(args: readonly string[]): Options | null {
  const named = args.filter((arg) => arg.startsWith('--view=')).map((arg) => arg.slice(7))
  const views = VIEWS.filter((view) => named.includes(view))
  const flags = args.filter((arg) => arg.startsWith('--') && !arg.startsWith('--view='))
  const known = flags.every((flag) => ['--draft', '--sheet'].includes(flag))
  if (!known || views.length < named.length) return null
  const draft = flags.includes('--draft')
  return {
    slugs: args.filter((arg) => !arg.startsWith('--')),
    views: views.length > 0 ? views : draft ? ['side'] : VIEWS,
    draft,
    sheet: flags.includes('--sheet'),
  }
}

/** Renders shoes. Returns false if it was stopped, or if a picture is missing. */
async function renderShoes(
  models: readonly Model[],
  { views, draft }: Pick<Options, 'views' | 'draft'>,
): Promise<boolean> {
  const pictures = join(CACHE, draft ? 'drafts' : 'pictures')
  const folders = {
    cache: CACHE,
    pictures,
    manifest: join(pictures, 'manifest.json'),
    ...(draft ? {} : { shop: PRODUCTS, shopManifest: MANIFESTS.shoes }),
  }
  const queue = new RenderQueue(folders, draft ? DRAFT : FINAL)
  const tasks = tasksOf(models, views)
  const missing = (await queue.needsBlender(tasks)) ? missingBlender() : null
  if (missing !== null) {
    console.error(`Some shoes need to be rendered. Please install ${missing}.`)
    return false
  }
  // Ctrl+C stops after the current picture, so that no file is left half written.
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  const progress = new Progress(tasks.length)
  await queue.run(tasks, progress, stop.signal)
  progress.end()
  return queue.problems.length === 0 && !stop.signal.aborted
}

/** Copies complete views to the shop, and reports incomplete ones. */
async function publishViews(models: readonly Model[], views: readonly View[]): Promise<void> {
  const finished = join(CACHE, 'pictures')
  const folders = {
    finished,
    finishedManifest: join(finished, 'manifest.json'),
    shop: PRODUCTS,
    shopManifest: MANIFESTS.shoes,
  }
  for (const view of views) {
    const tasks = tasksOf(models, [view])
    const keys = tasks.flatMap(({ colourways }) => colourways.map(({ key }) => key))
    const { missing, copied } = await publish(view, keys, folders)
    if (missing.length > 0) {
      const count = `${missing.length} of ${keys.length} pictures are missing`
      console.log(`${view}: ${count}, so the shop keeps its current ones.`)
    } else if (copied > 0) console.log(`${view}: ${copied} new in public/img/products.`)
  }
}

/** Makes the site's pictures that show shoes. Returns false if one could not be made. */
async function makeScenes(models: readonly Model[]): Promise<boolean> {
  const pictures = join(CACHE, 'pictures')
  const folders = { cache: CACHE, pictures, manifest: join(pictures, 'manifest.json') }
  const queue = new RenderQueue(folders, FINAL)
  const site = { images: IMAGES, manifest: MANIFESTS.site }
  const problems = await drawScenes(models, site, (task) => queue.passes(task))
  queue.stop()
  for (const problem of problems) console.error(`Cannot make public/img/${problem}`)
  return problems.length === 0
}

/** Draws accessories and icons. Returns a message for each product that could not be read. */
async function makeDrawings(slugs: readonly string[], shoes: readonly Model[]): Promise<string[]> {
  const { pictures, problems } = await readAccessories(CATALOGUE, slugs)
  const progress = new Progress(pictures.length)
  await drawAccessories(pictures, { folder: PRODUCTS, manifest: MANIFESTS.accessories }, progress)
  progress.end()
  if (slugs.length > 0) return [...problems]
  await drawSite(IMAGES, MANIFESTS.site)
  // If a file could not be read, its pictures may still be needed.
  if (problems.length === 0) {
    const keys = shoes.flatMap(({ colourways }) => colourways.map(({ key }) => key))
    const wanted = new Set([...keys, ...pictures.map(({ key }) => key)])
    await deleteOld(PRODUCTS, [MANIFESTS.accessories, MANIFESTS.shoes], wanted)
  }
  return [...problems]
}

/** Makes what the arguments ask for. Returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const options = parseOptions(args)
  if (!options || args.includes('--help')) {
    console.log(USAGE)
    return args.includes('--help') ? 0 : 1
  }
  const { models, problems } = await readShoes(CATALOGUE, options.slugs)
  const isComplete = options.draft
    ? await makeDrafts(models, options)
    : await makePictures(models, options, problems)
  for (const problem of new Set(problems)) console.error(`Cannot read ${problem}`)
  return isComplete && problems.length === 0 ? 0 : 1
}

async function makeDrafts(models: readonly Model[], options: Options): Promise<boolean> {
  const first = models.map((model) => ({ ...model, colourways: model.colourways.slice(0, 1) }))
  const isComplete = await renderShoes(first, options)
  if (options.sheet) await writeSheets(first, options)
  return isComplete
}

/** Makes whatever is not up to date. Adds to `problems` what cannot be read. */
async function makePictures(
  models: readonly Model[],
  options: Options,
  problems: string[],
): Promise<boolean> {
  problems.push(...(await makeDrawings(options.slugs, models)))
  let isComplete = await renderShoes(models, options)
  // Publishing and scenes need the whole catalogue.
  if (options.slugs.length === 0 && problems.length === 0) {
    await publishViews(models, options.views)
    if (isComplete && options.views.length === VIEWS.length) isComplete = await makeScenes(models)
  }
  if (options.sheet) await writeSheets(models, options)
  return isComplete
}

async function writeSheets(models: readonly Model[], { views, draft }: Options): Promise<void> {
  const folders = draft ? [join(CACHE, 'drafts')] : [join(CACHE, 'pictures'), PRODUCTS]
  const keys = models.flatMap(({ colourways }) => colourways.map(({ key }) => key))
  for (const view of views)
    await writeContactSheet(keys, { folders, view }, join(CACHE, `sheet-${view}.png`))
}

process.exitCode = await main(process.argv.slice(2))

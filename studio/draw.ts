import { join } from 'node:path'
import { missingTools } from './darkroom/blender.ts'
import { DRAFT, FINAL } from './darkroom/negatives.ts'
import { Queue } from './darkroom/queue.ts'
import { VIEWS, tasksOf } from './darkroom/tasks.ts'
import type { View } from './darkroom/views.ts'
import { readAccessories, readShoes, type Model } from './output/catalogue.ts'
import { drawAccessories, drawSite, dropOld } from './output/drawings.ts'
import { Progress } from './output/progress.ts'
import { publish } from './output/publish.ts'
import { drawScenes } from './output/scene-pictures.ts'
import { writeSheet } from './output/sheet.ts'

const ROOT = join(import.meta.dirname, '..')
const CATALOGUE = join(ROOT, 'catalog/products')
const CACHE = join(ROOT, '.cache/studio')
const IMAGES = join(ROOT, 'public/img')
const PRODUCTS = join(IMAGES, 'products')
const DRAWN = join(import.meta.dirname, 'drawn/products.json')
const SITE = join(import.meta.dirname, 'drawn/site.json')
const SHOP = join(import.meta.dirname, 'drawn/photographs.json')

const USAGE = `npm run pictures [-- slug …] [--view=side …] [--draft] [--sheet]

Photographs every shoe of the catalogue (or those named), draws the accessories and the pictures of
the site itself, and puts them into public/img. Goes on where it was stopped.
  --view=…  only this view: ${VIEWS.join(', ')}
  --draft   small and fast, the first colour's side view only, into .cache/studio/drafts
  --sheet   also lays the pictures out on .cache/studio/sheet-<view>.png
`

interface Wishes {
  readonly slugs: readonly string[]
  readonly views: readonly View[]
  readonly draft: boolean
  readonly sheet: boolean
}

/** Reads the command line; null where it asks for something that there is not. */
function wishes(args: readonly string[]): Wishes | null {
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

/** Photographs shoes; false if the user stopped it, or a picture could not be made. */
async function photograph(models: readonly Model[], { views, draft }: Wishes): Promise<boolean> {
  const folder = join(CACHE, draft ? 'drafts' : 'pictures')
  const places = {
    cache: CACHE,
    pictures: folder,
    manifest: join(folder, 'manifest.json'),
    ...(draft ? {} : { shop: PRODUCTS, shopManifest: SHOP }),
  }
  // Ctrl+C ends after the picture at hand, so that no file is left half written.
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  const queue = new Queue(places, draft ? DRAFT : FINAL)
  const tasks = tasksOf(models, views)
  const progress = new Progress(tasks.length)
  await queue.run(tasks, progress, stop.signal)
  progress.end()
  return queue.problems.length === 0 && !stop.signal.aborted
}

/** Hands what is whole to the shop, and says what is not. */
async function hand(models: readonly Model[], views: readonly View[]): Promise<void> {
  const finished = join(CACHE, 'pictures')
  const shelves = {
    finished,
    finishedManifest: join(finished, 'manifest.json'),
    shop: PRODUCTS,
    shopManifest: SHOP,
  }
  for (const view of views) {
    const tasks = tasksOf(models, [view])
    const keys = tasks.flatMap(({ colourways }) => colourways.map(({ key }) => key))
    const { missing, copied } = await publish(view, keys, shelves)
    if (missing.length > 0) {
      const count = `${missing.length} of ${keys.length} are still missing`
      console.log(`${view}: ${count}, so the shop keeps what it has.`)
    } else if (copied > 0) console.log(`${view}: ${copied} new in public/img/products.`)
  }
}

/** Makes the pictures of the site with shoes in them; false where one could not be made. */
async function drawSceneries(models: readonly Model[]): Promise<boolean> {
  const folder = join(CACHE, 'pictures')
  const places = { cache: CACHE, pictures: folder, manifest: join(folder, 'manifest.json') }
  const queue = new Queue(places, FINAL)
  const site = { images: IMAGES, manifest: SITE }
  const problems = await drawScenes(models, site, (task) => queue.negative(task))
  queue.stop()
  for (const problem of problems) console.error(`Cannot make public/img/${problem}`)
  return problems.length === 0
}

async function drawRest(slugs: readonly string[], shoes: readonly Model[]): Promise<string[]> {
  const { pictures, problems } = await readAccessories(CATALOGUE, slugs)
  const progress = new Progress(pictures.length)
  await drawAccessories(pictures, { folder: PRODUCTS, manifest: DRAWN }, progress)
  progress.end()
  if (slugs.length > 0) return [...problems]
  await drawSite(IMAGES, SITE)
  // Where a file could not be read, its pictures are not known to be old.
  if (problems.length === 0) {
    const keys = shoes.flatMap(({ colourways }) => colourways.map(({ key }) => key))
    await dropOld(PRODUCTS, [DRAWN, SHOP], new Set([...keys, ...pictures.map(({ key }) => key)]))
  }
  return [...problems]
}

/** Makes what the arguments ask for; gives the exit status. */
async function main(args: readonly string[]): Promise<number> {
  const wish = wishes(args)
  if (!wish || args.includes('--help')) {
    console.log(USAGE)
    return args.includes('--help') ? 0 : 1
  }
  const { models, problems } = await readShoes(CATALOGUE, wish.slugs)
  const whole = wish.draft ? await drafts(models, wish) : await pictures(models, wish, problems)
  for (const problem of new Set(problems)) console.error(`Cannot read ${problem}`)
  return whole && problems.length === 0 ? 0 : 1
}

async function drafts(models: readonly Model[], wish: Wishes): Promise<boolean> {
  const first = models.map((model) => ({ ...model, colourways: model.colourways.slice(0, 1) }))
  const whole = able(first) && (await photograph(first, wish))
  if (wish.sheet) await sheets(first, wish)
  return whole
}

/** Makes whatever is not up to date; adds to `problems` what cannot be read. */
async function pictures(
  models: readonly Model[],
  wish: Wishes,
  problems: string[],
): Promise<boolean> {
  problems.push(...(await drawRest(wish.slugs, models)))
  let whole = able(models) && (await photograph(models, wish))
  // Only the whole catalogue can be handed over, or asked for the shoes of a scene.
  if (wish.slugs.length === 0 && problems.length === 0) {
    await hand(models, wish.views)
    if (whole && wish.views.length === VIEWS.length) whole = await drawSceneries(models)
  }
  if (wish.sheet) await sheets(models, wish)
  return whole
}

/** Whether shoes can be photographed here; says what is missing where not. */
function able(models: readonly Model[]): boolean {
  const missing = models.length > 0 ? missingTools() : []
  if (missing.length === 0) return true
  console.error(`Shoes cannot be photographed here. Missing:\n- ${missing.join('\n- ')}`)
  return false
}

async function sheets(models: readonly Model[], { views, draft }: Wishes): Promise<void> {
  const folders = draft ? [join(CACHE, 'drafts')] : [join(CACHE, 'pictures'), PRODUCTS]
  const keys = models.flatMap(({ colourways }) => colourways.map(({ key }) => key))
  for (const view of views)
    await writeSheet(keys, { folders, view }, join(CACHE, `sheet-${view}.png`))
}

process.exitCode = await main(process.argv.slice(2))

import { join } from 'node:path'
import { missingTools } from './darkroom/blender.ts'
import { DRAFT, FINAL } from './darkroom/negatives.ts'
import { Queue, type Task } from './darkroom/queue.ts'
import type { View } from './darkroom/views.ts'
import { readShoes, type Model } from './output/catalogue.ts'
import { Progress } from './output/progress.ts'
import { writeSheet } from './output/sheet.ts'

const ROOT = join(import.meta.dirname, '..')
const CACHE = join(ROOT, '.cache/studio')

/** Views of every colour, then views of the first colour of a model alone. */
const EVERY: readonly View[] = ['side', 'three-quarter']
const FIRST: readonly View[] = ['sole', 'pins', 'top']

function tasksOf(models: readonly Model[], views: readonly View[]): Task[] {
  return views.flatMap((view) =>
    models.flatMap(({ slug, colourways }): Task[] => {
      const [first] = colourways
      if (!first || (view === 'pins' && first.spec.pins.forefoot === 0)) return []
      return [{ slug, view, colourways: EVERY.includes(view) ? colourways : [first] }]
    }),
  )
}

/** One model of every silhouette first, so that a fault in a shape is seen early. */
function bySilhouette(models: readonly Model[]): Model[] {
  const seen = new Map<string, number>()
  const rank = models.map((model) => {
    const shape = model.colourways[0]?.spec.silhouette ?? ''
    const nth = seen.get(shape) ?? 0
    seen.set(shape, nth + 1)
    return { model, nth }
  })
  return rank.sort((a, b) => a.nth - b.nth).map(({ model }) => model)
}

async function main(args: readonly string[]): Promise<number> {
  const missing = missingTools()
  if (missing.length > 0) {
    console.error(`Pictures cannot be made here. Missing:\n- ${missing.join('\n- ')}`)
    return 1
  }
  const draft = args.includes('--draft')
  const views = args.filter((arg) => arg.startsWith('--view=')).map((arg) => arg.slice(7) as View)
  const slugs = args.filter((arg) => !arg.startsWith('--'))
  const { models, problems } = await readShoes(join(ROOT, 'catalog/products'), slugs)
  const wanted = draft
    ? models.map((model) => ({ ...model, colourways: model.colourways.slice(0, 1) }))
    : models
  const order = views.length > 0 ? views : draft ? (['side'] as const) : [...EVERY, ...FIRST]
  const tasks = tasksOf(bySilhouette(wanted), order)
  const folder = join(CACHE, draft ? 'drafts' : 'pictures')
  const places = {
    cache: CACHE,
    pictures: folder,
    manifest: join(folder, 'manifest.json'),
  }
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  const queue = new Queue(places, draft ? DRAFT : FINAL)
  const progress = new Progress(tasks.length)
  await queue.run(tasks, progress, stop.signal)
  progress.end()
  if (args.includes('--sheet')) {
    const keys = wanted.flatMap(({ colourways }) => colourways.map(({ key }) => key))
    for (const view of order) await writeSheet(keys, folder, join(CACHE, `sheet-${view}.png`), view)
  }
  for (const problem of problems) console.error(problem)
  return queue.problems.length + problems.length === 0 ? 0 : 1
}

process.exitCode = await main(process.argv.slice(2))

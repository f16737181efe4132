import type { Model } from '../output/catalogue.ts'
import type { Task } from './queue.ts'
import type { View } from './views.ts'

/** Views of every colour, in the order that the shop needs them. */
export const EVERY: readonly View[] = ['side', 'three-quarter']

/** Views of the first colour of a model alone. */
export const FIRST: readonly View[] = ['sole', 'pins', 'top']

/** All views, most wanted first. */
export const VIEWS: readonly View[] = [...EVERY, ...FIRST]

/** One model of every silhouette first, so that a fault in a shape is seen early. */
function bySilhouette(models: readonly Model[]): Model[] {
  const seen = new Map<string, number>()
  const ranked = models.map((model) => {
    const shape = model.colourways[0]?.spec.silhouette ?? ''
    const rank = seen.get(shape) ?? 0
    seen.set(shape, rank + 1)
    return { model, rank }
  })
  return ranked.sort((a, b) => a.rank - b.rank).map(({ model }) => model)
}

/** What is to be photographed: view by view, so that one is whole before the next is begun. */
export function tasksOf(models: readonly Model[], views: readonly View[]): Task[] {
  const sorted = bySilhouette(models)
  return views.flatMap((view) =>
    sorted.flatMap(({ slug, colourways }): Task[] => {
      const [first] = colourways
      if (!first || (view === 'pins' && first.spec.pins.forefoot === 0)) return []
      return [{ slug, view, colourways: EVERY.includes(view) ? colourways : [first] }]
    }),
  )
}

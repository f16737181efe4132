import type { Model } from '../output/catalogue.ts'
import type { Task } from './queue.ts'
import type { View } from './cameras.ts'

/** Views made in every colour, in the order that the shop needs them. */
export const EVERY_COLOUR: readonly View[] = ['side', 'three-quarter']

/** Views made only in a model's first colour. */
export const FIRST_COLOUR: readonly View[] = ['sole', 'pins', 'top']

/** All views, the most important first. */
export const VIEWS: readonly View[] = [...EVERY_COLOUR, ...FIRST_COLOUR]

/** Puts one model of every silhouette first, so that a mistake in a shape shows early. */
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

/** Lists what to render, view by view, so that one view is complete before the next starts. */
export function tasksOf(models: readonly Model[], views: readonly View[]): Task[] {
  const sorted = bySilhouette(models)
  return views.flatMap((view) =>
    sorted.flatMap(({ slug, colourways }): Task[] => {
      const [first] = colourways
      if (!first || (view === 'pins' && first.spec.pins.forefoot === 0)) return []
      return [{ slug, view, colourways: EVERY_COLOUR.includes(view) ? colourways : [first] }]
    }),
  )
}

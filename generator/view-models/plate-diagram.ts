import type { Shoe } from '../catalog/catalogue.ts'

/** A sole seen from below, 100 wide and 260 high, toe up: where its pins sit. */
export interface PlateDiagramView {
  readonly forefoot: number
  readonly heel: number
  readonly pins: readonly { readonly cx: number; readonly cy: number }[]
}

/**
 * Where makers put pins, from the first to the eleventh: in pairs from the ball of the foot towards
 * the toe, the odd one at the tip. A shoe with seven has the first seven.
 */
const FOREFOOT = [
  [26, 96],
  [76, 100],
  [24, 66],
  [78, 72],
  [34, 38],
  [70, 44],
  [50, 22],
  [50, 84],
  [51, 56],
  [30, 122],
  [70, 126],
] as const

const HEEL = [
  [36, 208],
  [62, 208],
  [38, 234],
  [60, 234],
] as const

const plates = new Map<string, PlateDiagramView>()

/**
 * Lay out a shoe's pins; the shape is schematic, their number is exact. Shoes with the same pins
 * share one view, so that its HTML is made once: see RenderTag.
 */
export function plateDiagramView({ pins }: Shoe): PlateDiagramView {
  const { forefoot, heel } = pins
  const key = `${String(forefoot)} ${String(heel)}`
  const spots = [...FOREFOOT.slice(0, forefoot), ...HEEL.slice(0, heel)]
  const view = plates.get(key) ?? { forefoot, heel, pins: spots.map(([cx, cy]) => ({ cx, cy })) }
  plates.set(key, view)
  return view
}

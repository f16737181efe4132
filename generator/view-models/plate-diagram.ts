import type { Shoe } from '../catalog/catalogue.ts'

/** The pins of a sole from below, 100 wide and 260 high, with the toe at the top. */
export interface PlateDiagramView {
  readonly forefoot: number
  readonly heel: number
  readonly pins: readonly { readonly cx: number; readonly cy: number }[]
}

/**
 * Pin positions, from the first to the eleventh: in pairs from the ball of the foot to the toe, with
 * an odd one at the tip. A shoe with seven pins has the first seven.
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
 * Lay out a shoe's pins. The shape is schematic; the number of pins is exact. Shoes with the same pins
 * share one view, so that its HTML is rendered once: see RenderTag.
 */
export function plateDiagramView({ pins }: Shoe): PlateDiagramView {
  const { forefoot, heel } = pins
  const key = `${String(forefoot)} ${String(heel)}`
  const spots = [...FOREFOOT.slice(0, forefoot), ...HEEL.slice(0, heel)]
  const view = plates.get(key) ?? { forefoot, heel, pins: spots.map(([cx, cy]) => ({ cx, cy })) }
  plates.set(key, view)
  return view
}

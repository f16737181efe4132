import { lerp, smooth } from '../core/number.ts'
import type { GroundPoint, GroundProjection, ViewWindow } from './projection.ts'
import { FINISHES, grainOf, type FinishName } from './finish.ts'
import { coverage, type Footprint, type Shape } from './shape.ts'

/** Something painted or placed on the ground. Later layers cover earlier ones. */
export interface Layer {
  readonly shape: Shape
  readonly finish: FinishName
}

/** A ground, and the camera's view of it. */
export interface GroundView {
  readonly base: FinishName
  readonly layers: readonly Layer[]
  readonly projection: GroundProjection
  readonly window: ViewWindow
  /** Pixels across and down. */
  readonly size: readonly [number, number]
  /** The point in focus. */
  readonly focus: GroundPoint
}

/** Red, green and blue in linear light, row by row from the top left. */
export interface LinearImage {
  readonly width: number
  readonly height: number
  readonly light: Float32Array
}

/** Diameter of the aperture in decimetres: a long lens, stopped down. */
const APERTURE = 0.05

/** Distances in decimetres at which the ground starts to fade into haze, and at which it is gone. */
const HAZE = [45, 130] as const

/** The pool of light: how much brighter the ground is at its centre, and its radius. */
const POOL = { rise: 0.14, reach: 9 } as const

/**
 * Radius of the blur at a distance, in frame widths, for a lens of focal length `lens` (in frame
 * widths) focused at `focus`. Distances are in decimetres.
 */
export function blurOf(lens: number, focus: number, distance: number): number {
  return ((APERTURE * Math.abs(distance - focus)) / (distance * focus)) * lens
}

const difference = (a: GroundPoint, b: GroundPoint, by: number): GroundPoint => [
  (a[0] - b[0]) * by,
  (a[1] - b[1]) * by,
]

/** Samples three times along the longer side of a footprint, which is long at a grazing angle. */
function grainAt(name: FinishName, [x, y]: GroundPoint, { across, along }: Footprint): number {
  const grain = grainOf(name)
  if (!grain) return 1
  const [a, b] = [Math.hypot(...across), Math.hypot(...along)]
  const [long, short] = a > b ? [across, b] : [along, a]
  const spread = Math.max(short, Math.max(a, b) / 3)
  const sample = (t: number): number => grain.at(x + long[0] * t, y + long[1] * t, spread)
  return (sample(-0.33) + sample(0) + sample(0.33)) / 3
}

/** The ground point under a pixel, and the area that the pixel averages. */
interface GroundSample {
  readonly point: GroundPoint
  readonly footprint: Footprint
}

/** Writes the ground's colour at a point under even light into `out`. */
function paint(
  { base, layers }: GroundView,
  { point, footprint }: GroundSample,
  out: Float32Array,
): void {
  const blend = (name: FinishName, share: number): void => {
    const grain = grainAt(name, point, footprint)
    for (const [c, colour] of FINISHES[name].colour.entries())
      out[c] = lerp(out[c] ?? 0, colour * grain, share)
  }
  blend(base, 1)
  for (const { shape, finish } of layers) {
    const share = coverage(shape, point, footprint)
    if (share > 0) blend(finish, share)
  }
}

/** Renders a ground: markings, grain, depth of field, haze and a pool of light. */
export function renderGround(view: GroundView): LinearImage {
  const { projection, window, focus } = view
  const [width, height] = view.size
  const pixel = window.width / width
  const sharp = projection.toImage(focus).distance
  const light = new Float32Array(width * height * 3)
  const out = new Float32Array(3)
  for (let j = 0; j < height; j++)
    for (let i = 0; i < width; i++) {
      const [u, v] = [window.left + (i + 0.5) * pixel, window.top + (j + 0.5) * pixel]
      const here = projection.toGround(u, v)
      const right = projection.toGround(u + pixel / 2, v)
      const below = projection.toGround(u, v + pixel / 2)
      const k = 3 * (j * width + i)
      if (!here || !right || !below) {
        light.set(FINISHES.paper.colour, k)
        continue
      }
      const reach = 2 * Math.max(1, (1.6 * blurOf(projection.lens, sharp, here.distance)) / pixel)
      const footprint = {
        across: difference(right.point, here.point, reach),
        along: difference(below.point, here.point, reach),
      }
      paint(view, { point: here.point, footprint }, out)
      const [dx, dy] = difference(here.point, focus, 1 / POOL.reach)
      const pool = 1 - POOL.rise / 2 + POOL.rise * Math.exp(-(dx * dx + dy * dy))
      const haze = smooth(HAZE[0], HAZE[1], here.distance)
      for (const [c, sky] of FINISHES.paper.colour.entries())
        light[k + c] = lerp((out[c] ?? 0) * pool, sky, haze)
    }
  return { width, height, light }
}

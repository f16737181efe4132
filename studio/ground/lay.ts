import { lerp, smooth } from '../core/number.ts'
import type { Eye, Place, Window } from './eye.ts'
import { FINISHES, grainOf, type FinishName } from './finish.ts'
import { coverage, type Footprint, type Shape } from './shape.ts'

/** Something painted or laid on the ground; later ones lie on earlier ones. */
export interface Layer {
  readonly shape: Shape
  readonly finish: FinishName
}

/** A ground, and how it is seen. */
export interface GroundView {
  readonly base: FinishName
  readonly layers: readonly Layer[]
  readonly eye: Eye
  readonly window: Window
  /** Pixels across and down. */
  readonly size: readonly [number, number]
  /** What is in focus. */
  readonly focus: Place
}

/** Linear light of red, green and blue, row by row from the top left. */
export interface Plate {
  readonly width: number
  readonly height: number
  readonly light: Float32Array
}

/** Width of the lens's opening in decimetres: a long lens well stopped down. */
const OPENING = 0.05

/** From which distance the ground fades into a bright sky, and where it is gone, in decimetres. */
const HAZE = [45, 130] as const

/** Of the light: how much lighter the ground is where the lamps point, and how far they reach. */
const POOL = { rise: 0.14, reach: 9 } as const

/**
 * How far what lies at a distance is blurred where a lens of `lens` widths of the frame looks at
 * `focus`, in widths of the frame; distances in decimetres.
 */
export function blurOf(lens: number, focus: number, distance: number): number {
  return ((OPENING * Math.abs(distance - focus)) / (distance * focus)) * lens
}

const difference = (a: Place, b: Place, by: number): Place => [
  (a[0] - b[0]) * by,
  (a[1] - b[1]) * by,
]

/** Looks three times along the longer side of a footprint: at a grazing look it is a long one. */
function grainAt(name: FinishName, [x, y]: Place, { across, along }: Footprint): number {
  const grain = grainOf(name)
  if (!grain) return 1
  const [a, b] = [Math.hypot(...across), Math.hypot(...along)]
  const [long, short] = a > b ? [across, b] : [along, a]
  const spread = Math.max(short, Math.max(a, b) / 3)
  const look = (t: number): number => grain.at(x + long[0] * t, y + long[1] * t, spread)
  return (look(-0.33) + look(0) + look(0.33)) / 3
}

/** A pixel's place on the ground, and what it averages there. */
interface Spot {
  readonly place: Place
  readonly print: Footprint
}

/** What the ground looks like at a place, under even light; written into `out`. */
function paint({ base, layers }: GroundView, { place, print }: Spot, out: Float32Array): void {
  const lay = (name: FinishName, share: number): void => {
    const grain = grainAt(name, place, print)
    for (const [c, colour] of FINISHES[name].colour.entries())
      out[c] = lerp(out[c] ?? 0, colour * grain, share)
  }
  lay(base, 1)
  for (const { shape, finish } of layers) {
    const share = coverage(shape, place, print)
    if (share > 0) lay(finish, share)
  }
}

/** Photographs a ground: markings, grain, depth of field and a pool of light. */
export function layGround(view: GroundView): Plate {
  const { eye, window, focus } = view
  const [width, height] = view.size
  const pixel = window.width / width
  const sharp = eye.film(focus).distance
  const light = new Float32Array(width * height * 3)
  const out = new Float32Array(3)
  for (let j = 0; j < height; j++)
    for (let i = 0; i < width; i++) {
      const [u, v] = [window.left + (i + 0.5) * pixel, window.top + (j + 0.5) * pixel]
      const here = eye.ground(u, v)
      const right = eye.ground(u + pixel / 2, v)
      const below = eye.ground(u, v + pixel / 2)
      const k = 3 * (j * width + i)
      if (!here || !right || !below) {
        light.set(FINISHES.paper.colour, k)
        continue
      }
      const reach = 2 * Math.max(1, (1.6 * blurOf(eye.lens, sharp, here.distance)) / pixel)
      const print = {
        across: difference(right.place, here.place, reach),
        along: difference(below.place, here.place, reach),
      }
      paint(view, { place: here.place, print }, out)
      const [dx, dy] = difference(here.place, focus, 1 / POOL.reach)
      const pool = 1 - POOL.rise / 2 + POOL.rise * Math.exp(-(dx * dx + dy * dy))
      const haze = smooth(HAZE[0], HAZE[1], here.distance)
      for (const [c, sky] of FINISHES.paper.colour.entries())
        light[k + c] = lerp((out[c] ?? 0) * pool, sky, haze)
    }
  return { width, height, light }
}

import { channels } from '../core/colour.ts'
import { bump, clamp, lerp, smooth } from '../core/number.ts'
import { pngUri } from '../core/png.ts'
import { through, points } from '../core/spline.ts'
import { reach, type Form } from './form.ts'

/** Drawing units to a pixel of the light map; it is smooth, so coarse is enough. */
const STEP = 2
const LEFT = -24
const WIDTH = 524
const FLOOR = 0
const HEIGHT = 240

/** Where the light map lies, in drawing units. */
export const LIGHT_BOX = {
  x: LEFT,
  y: FLOOR,
  width: WIDTH * STEP,
  height: HEIGHT * STEP,
} as const

/** How the surface takes the light. */
export interface Finish {
  /** Colour that shade tends to. */
  readonly shade: string
  /** Strength of the highlights, 0 matt to 1 glossy. */
  readonly gloss: number
  /** How strongly light lifts the colour, 0..1; dark uppers need more to show their shape. */
  readonly lift: number
}

type Vector = readonly [number, number, number]

function unit([x, y, z]: Vector): Vector {
  const length = Math.hypot(x, y, z)
  return [x / length, y / length, z / length]
}

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

const KEY = unit([-0.3, 0.8, 0.55])
const FILL = unit([0.8, 0.15, 0.6])
const HALF = unit([KEY[0], KEY[1], KEY[2] + 1])

/** Half the width of a last in plan, without the rounding of heel and toe. */
const PLAN = through(
  points([
    0, 98, 160, 104, 300, 98, 400, 104, 520, 130, 640, 154, 720, 154, 800, 147, 900, 134, 1000, 120,
  ]),
)

/**
 * How far the surface bulges towards the viewer, on a grid of rows from the ground up. Shading
 * from a real depth is what keeps the shoe from looking like cut paper.
 */
function depths(form: Form): Float64Array {
  const grid = new Float64Array(WIDTH * HEIGHT)
  const ends = reach(form)
  const rows = Array.from({ length: HEIGHT }, (_, j) => {
    const y = FLOOR + j * STEP
    return { y, back: ends.back(y) }
  })
  for (let i = 0; i < WIDTH; i++) {
    const x = LEFT + i * STEP
    const [low, high] = [form.bite(x), form.top(x)]
    const k = smooth(330, 610, x)
    const [flat, power] = [lerp(0.72, 0, k), lerp(5, 2.1, k)]
    const toe = Math.sqrt(1 - clamp((x - 740) / 256) ** 2.3)
    for (const [j, { y, back }] of rows.entries()) {
      const v = clamp((y - low) / Math.max(high - low, 1))
      if (y < low - 80 || y > high + 80) continue
      const inward = clamp((x - back * smooth(260, 60, x)) / 125)
      const heel = Math.sqrt(1 - (1 - inward) ** 2)
      const section = flat + (1 - flat) * Math.sqrt(1 - v ** power)
      const body = PLAN(x) * heel * toe * section * (1 - 0.09 * Math.exp(-v / 0.09))
      grid[j * WIDTH + i] = body + muscle(x, v)
    }
  }
  return grid
}

/** Hollows and bulges a foot gives its shoe: ankle, heel, waist, ball, and creases by the toes. */
function muscle(x: number, v: number): number {
  return (
    -13 * bump(x, 205, 62) * bump(v, 0.56, 0.2) +
    9 * bump(x, 100, 55) * bump(v, 0.26, 0.16) -
    9 * bump(x, 450, 85) * bump(v, 0.22, 0.22) +
    11 * bump(x, 705, 70) * bump(v, 0.36, 0.2) -
    2.5 * bump(x - 50 * v, 640, 24) * bump(v, 0.6, 0.25) +
    5 * bump(x, 350, 45) * bump(v, 0.66, 0.2)
  )
}

interface Lit {
  /** 1 is the colour as it is; below, in shade; above, lit. */
  readonly tone: number
  readonly shine: number
  readonly rim: number
}

function lit(normal: Vector): Lit {
  const glow = (n: Vector): number =>
    0.74 * Math.max(0, dot(n, KEY)) + 0.16 * Math.max(0, dot(n, FILL)) + 0.3 * (0.5 + 0.5 * n[1])
  const tone = glow(normal) / glow(unit([0, 0.22, 1]))
  const gleam = Math.max(0, dot(normal, HALF))
  const grazing = (1 - normal[2]) ** 3
  return {
    tone,
    shine: 0.45 * gleam ** 14 + 0.6 * gleam ** 60,
    rim: grazing * Math.max(0, normal[1] * 0.4 - normal[0] * 0.6 + 0.25),
  }
}

function paint(light: Lit, v: number, finish: Finish): { dark: number; bright: number } {
  const seam = 0.42 * Math.exp(-Math.max(v, 0) / 0.065)
  return {
    dark: clamp(1.12 * (1 - light.tone) + seam, 0, 0.9),
    bright: clamp(
      finish.lift * clamp(light.tone - 1, 0, 1) +
        finish.gloss * light.shine +
        finish.lift * 0.8 * light.rim,
      0,
      0.8,
    ),
  }
}

/**
 * Light and shade of the upper as a PNG data URI, transparent where the colour stays as it is.
 * Its rows run from the ground up, as the drawing's y does.
 */
export function lightMap(form: Form, finish: Finish): string {
  const grid = depths(form)
  const pixels = new Uint8Array(WIDTH * HEIGHT * 4)
  const tint = channels(finish.shade)
  const depth = (i: number, j: number): number =>
    grid[clamp(j, 0, HEIGHT - 1) * WIDTH + clamp(i, 0, WIDTH - 1)] ?? 0
  for (let i = 0; i < WIDTH; i++) {
    const x = LEFT + i * STEP
    const [low, high] = [form.bite(x), form.top(x)]
    for (let j = 0; j < HEIGHT; j++) {
      const v = (FLOOR + j * STEP - low) / Math.max(high - low, 1)
      if (v < -0.25 || v > 1.25) continue
      const slope: Vector = [
        (depth(i - 1, j) - depth(i + 1, j)) / (2 * STEP),
        (depth(i, j - 1) - depth(i, j + 1)) / (2 * STEP),
        1,
      ]
      const { dark, bright } = paint(lit(unit(slope)), v, finish)
      const under = dark * (1 - bright)
      const opacity = bright + under
      const at = (j * WIDTH + i) * 4
      for (const c of [0, 1, 2] as const) {
        pixels[at + c] = opacity > 0 ? (255 * bright + tint[c] * under) / opacity : 0
      }
      pixels[at + 3] = 255 * opacity
    }
  }
  return pngUri(pixels, WIDTH, HEIGHT)
}

import { lerp, smooth } from '../core/number.ts'
import type { Point } from '../core/spline.ts'
import { keyed, profile, type Key } from '../solid/curve.ts'
import { add, length, scale, sub, unit, type Vec3 } from '../solid/vec.ts'
import { makeOutline, type Side } from './outline.ts'
import { LENGTH, type Profile } from './profile.ts'

/** Lean at the sole in degrees, handles at sole and top, and how steeply the top edge falls. */
const SECTION: readonly Key[] = [
  [0, 8, 0.42, 0.38, 0.95],
  [2, 8, 0.42, 0.36, 0.95],
  [6, 6, 0.4, 0.34, 0.95],
  [10, 5, 0.42, 0.34, 0.9],
  [12.5, 6, 0.45, 0.36, 0.62],
  [15, 10, 0.46, 0.4, 0.45],
  [18, 16, 0.46, 0.44, 0.25],
  [20, 20, 0.45, 0.46, 0.06],
  [23, 24, 0.44, 0.46, 0],
  [26, 22, 0.44, 0.45, 0],
  [LENGTH, 14, 0.5, 0.42, 0],
]

/** Top edge by the x of the sole below it: its own x, and its distance from the middle. */
const EDGE: readonly Key[] = [
  [0.55, 0.95, 1.0],
  [2, 1.95, 1.82],
  [4.5, 4.1, 2.45],
  [7, 6.5, 2.68],
  [9.3, 8.75, 2.58],
  [11, 10.5, 2.2],
  [12.4, 11.95, 1.72],
  [14.5, 14.6, 1.36],
  [17, 17.45, 0.96],
  [18.6, 19.1, 0.54],
  [19.7, 20.1, 0],
  [21.5, 21.9, 0],
  [23.5, 23.8, 0],
  [25.5, 25.4, 0],
  [27, 26.3, 0],
]

/** Where the collar ends and the edge with the eyelets begins. */
const FRONT = 11.7

/** The last: a closed band around the foot, from the sole (v 0) up to the edge (v 1). */
export interface Last {
  /** Outline at t: -1 toe, by the inner side to 0 at the heel, by the outer one to 1 at the toe. */
  readonly plan: (t: number) => Point
  /** Outward direction of the outline, in plan. */
  readonly outward: (t: number) => Point
  /** t where a side of the outline passes x. */
  readonly atX: (side: Side, x: number) => number
  /** z of the middle of the foot, which bends inwards towards the toes. */
  readonly middle: (x: number) => number
  /** A point of the upper. */
  readonly upper: (t: number, v: number) => Vec3
  /** Upward direction where the two halves meet on the vamp; null where they do not. */
  readonly ridge: (t: number) => Vec3 | null
}

const MIDDLE = profile([
  [0, 0],
  [13, 0],
  [17, -0.15],
  [21, -0.45],
  [25, -0.75],
  [LENGTH, -0.9],
])

function topEdge(form: Profile, atX: Last['atX']): (t: number) => Vec3 {
  const height = (x: number): number => {
    const share = smooth(FRONT - 0.9, FRONT + 0.9, x)
    return lerp(form.collar(Math.min(x, 11.6)), form.top(Math.max(x, 11.2)), share)
  }
  const rows: Key[] = [
    [0, 0.55, form.tab, 0],
    [1, 26.75, form.top(26.75), 0],
  ]
  for (const [at, x = 0, z = 0] of EDGE) {
    for (const side of [1, -1] as const) {
      const inner = side < 0 && x > 3 && x < 10 ? 0.18 : 0
      rows.push([atX(side, at), x, height(x) + inner, side * z])
    }
  }
  const curve = keyed(rows, 2)
  return (t) => {
    const [x = 0, y = 0, z = 0] = curve(t)
    const kept = z * t > 0 ? z : 0
    return [x, y, kept + MIDDLE(x)]
  }
}

function cubic([a, b, c, d]: readonly [Vec3, Vec3, Vec3, Vec3], v: number): Vec3 {
  const u = 1 - v
  const part = (k: 0 | 1 | 2): number =>
    u * u * u * a[k] + 3 * u * u * v * b[k] + 3 * u * v * v * c[k] + v * v * v * d[k]
  return [part(0), part(1), part(2)]
}

/** How the upper leaves the sole and meets its edge, by t. */
function sectionCurve(atX: Last['atX']): (t: number) => number[] {
  return keyed(
    SECTION.flatMap(([x, ...values]): Key[] => {
      if (x <= 0) return [[0, ...values]]
      if (x >= LENGTH) return [[1, ...values]]
      return ([1, -1] as const).map((side): Key => [atX(side, x), ...values])
    }),
    2,
  )
}

/** Builds the last of a shoe. `width` is 1 for the usual fitting. */
export function makeLast(form: Profile, width = 1): Last {
  const { plan, outward, atX } = makeOutline(width)
  const top = topEdge(form, atX)
  const section = sectionCurve(atX)
  const towardsToe = (t: number): Vec3 => {
    const share = Math.abs(t)
    const sign = t < 0 ? -1 : 1
    const [a, b] = [
      top(sign * Math.min(0.97, share - 0.01)),
      top(sign * Math.min(0.99, share + 0.01)),
    ]
    return unit([b[0] - a[0], b[1] - a[1], 0])
  }
  const handles = (t: number): readonly [Vec3, Vec3, Vec3, Vec3] => {
    const [x, z] = plan(t)
    const [foot, edge]: [Vec3, Vec3] = [[x, form.bed(x), z], top(t)]
    const [nx, nz] = outward(t)
    const [lean = 0, low = 0, high = 0, fall = 0] = section(t)
    const size = length(sub(edge, foot))
    const angle = (lean * Math.PI) / 180
    const start: Vec3 = [nx * Math.sin(angle), Math.cos(angle), nz * Math.sin(angle)]
    const ridge = towardsToe(t)
    const level: Vec3 = [nx * ridge[0], nx * ridge[1], nz]
    const heel = Math.exp(-((t / 0.07) ** 2))
    const end = unit(
      add(add(scale(level, 1 - fall), [nx * 0.12, -1, nz * 0.12], fall), [heel * 0.42, 0, 0]),
    )
    return [foot, add(foot, start, low * size), add(edge, end, high * size), edge]
  }
  // Callers ask for many heights of the same column in a row, so keep the last column.
  let held: { t: number; curve: readonly [Vec3, Vec3, Vec3, Vec3] } | null = null
  return {
    plan,
    outward,
    atX,
    middle: MIDDLE,
    upper: (t, v) => {
      if (held?.t !== t) held = { t, curve: handles(t) }
      return cubic(held.curve, v)
    },
    ridge: (t) => {
      const [x, , z] = top(t)
      if (x < 10 || Math.abs(z - MIDDLE(x)) > 1e-6) return null
      const [dx, dy] = towardsToe(t)
      return [-dy, dx, 0]
    },
  }
}

import { clamp, lerp } from '../core/number.ts'
import { sampled, type Point } from '../core/spline.ts'
import type { Vec3 } from '../solid/vec.ts'
import { LENGTH } from './profile.ts'

/** The outer side (z above 0) or the inner one. */
export type Side = 1 | -1

/** Half of the outline of a foot seen from above, heel to toe. */
const OUTER: readonly Point[] = [
  [0.55, 1.5],
  [2, 2.42],
  [4.5, 2.88],
  [8, 2.85],
  [11, 2.95],
  [14.5, 3.55],
  [17.5, 4.1],
  [20, 4.05],
  [22.5, 3.5],
  [25, 2.55],
  [26.8, 1.35],
  [27.7, 0.35],
]
const INNER: readonly Point[] = [
  [0.55, -1.5],
  [2, -2.42],
  [4.5, -2.8],
  [8, -2.45],
  [11, -2.25],
  [14.5, -2.65],
  [17.5, -3.45],
  [20, -3.92],
  [22.5, -3.95],
  [25, -3.4],
  [26.9, -2.45],
  [27.7, -1.6],
]
const TIP: Point = [LENGTH, -0.75]

/** A side of the outline, walked by a share of its length: 0 heel, 1 toe. */
interface Half {
  readonly at: (share: number) => Point
}

function half(line: readonly Point[]): Half {
  let run = 0
  const rows = line.map((point, i): Vec3 => {
    const before = line[i - 1] ?? point
    run += Math.hypot(point[0] - before[0], point[1] - before[1])
    return [run, ...point]
  })
  const find = (reach: number): Point => {
    let [low, high] = [0, rows.length - 1]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((rows[middle]?.[0] ?? 0) <= reach) low = middle
      else high = middle
    }
    const [a, b] = [rows[low], rows[high]]
    if (!a || !b) throw new RangeError('An outline has at least two points')
    const t = b[0] > a[0] ? (reach - a[0]) / (b[0] - a[0]) : 0
    return [lerp(a[1], b[1], t), lerp(a[2], b[2], t)]
  }
  return { at: (share) => find(clamp(share) * run) }
}

/** The closed outline as its two halves. `width` scales it across. */
function outline(width: number): Readonly<Record<Side, Half>> {
  const wide = (points: readonly Point[]): Point[] => points.map(([x, z]) => [x, z * width])
  const [outer, inner] = [wide(OUTER), wide(INNER)]
  const ring: Point[] = [[0, 0], ...outer, TIP, ...[...inner].reverse()]
  const grain = 40
  const lead = ring.slice(-3)
  const dense = sampled([...lead, ...ring, ...ring.slice(0, 3)], grain)
  const walk = dense.slice(lead.length * grain, (lead.length + ring.length) * grain + 1)
  const tip = (outer.length + 1) * grain
  return { 1: half(walk.slice(0, tip + 1)), [-1]: half(walk.slice(tip).reverse()) }
}

/** The outline of the sole, walked by t: see Last. */
export interface Outline {
  readonly plan: (t: number) => Point
  readonly outward: (t: number) => Point
  readonly atX: (side: Side, x: number) => number
}

/** The outline of a foot; `width` is 1 for the usual fitting. */
export function makeOutline(width: number): Outline {
  const sides = outline(width)
  const plan = (t: number): Point => {
    const round = t > 1 ? t - 2 : t < -1 ? t + 2 : t
    return sides[round >= 0 ? 1 : -1].at(Math.abs(round))
  }
  const outward = (t: number): Point => {
    const [a, b] = [plan(t - 0.004), plan(t + 0.004)]
    const size = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1
    return [-(b[1] - a[1]) / size, (b[0] - a[0]) / size]
  }
  const atX = (side: Side, x: number): number => {
    let [low, high] = [0, 1]
    for (let i = 0; i < 40; i++) {
      const middle = (low + high) / 2
      if (sides[side].at(middle)[0] < x) low = middle
      else high = middle
    }
    return (side * (low + high)) / 2
  }
  return { plan, outward, atX }
}

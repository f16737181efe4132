import { lerp, randomFrom, smooth } from '../core/number.ts'
import { heading, keyed, spaceCurve, type Key } from '../solid/curve.ts'
import { merge, sweep, type Mesh } from '../solid/mesh.ts'
import { add, between, length, scale, sub, unit, type Vec3 } from '../solid/vec.ts'
import type { Tongue } from './tongue.ts'
import { THROAT, lifted, type Spot, type Upper } from './upper.ts'

const WIDTH = 0.6
const THICK = 0.21
/** Depth of the eyelets below the edge. */
export const EYELET_DOWN = 0.82

/** An eyelet, and its position along the edge. */
export interface Eyelet extends Spot {
  readonly t: number
  readonly x: number
}

/** A pair of eyelets, outer and inner, from the toe up. */
export type EyeletRow = readonly [outer: Eyelet, inner: Eyelet]

/** Positions of the eyelets. */
export function eyelets(upper: Upper, rows: number): EyeletRow[] {
  return Array.from({ length: rows }, (_, row): EyeletRow => {
    const x = lerp(THROAT[1] - 0.85, THROAT[0] + 0.6, row / Math.max(1, rows - 1))
    const at = (side: 1 | -1): Eyelet => {
      const t = upper.tAtTop(side, x)
      return { ...upper.spot(t, EYELET_DOWN), t, x }
    }
    return [at(1), at(-1)]
  })
}

/** The parts that the laces cross. */
export interface Bed {
  readonly upper: Upper
  readonly tongue: Tongue
}

/** Out of its hole and up over the edge: points, and the direction that the flat side faces. */
function rising(
  { upper }: Bed,
  [eye, towards]: readonly [Eyelet, Eyelet],
  over: number,
): [Vec3, Vec3][] {
  const share = eye.t + (Math.abs(towards.t) - Math.abs(eye.t)) * 0.22 * Math.sign(eye.t)
  const edge = upper.spot(share, 0.02)
  const halfway = upper.spot(lerp(eye.t, share, 0.5), EYELET_DOWN * 0.45)
  const step = unit(sub(towards.point, eye.point))
  return [
    [lifted(eye, -0.16), eye.normal],
    [add(lifted(eye, 0.09), step, 0.1), eye.normal],
    [lifted(halfway, 0.13), halfway.normal],
    [lifted(edge, 0.14 + (over > 0.2 ? 0.06 : 0)), unit(add(edge.normal, [0, 0.4, 0]))],
  ]
}

/** A lace along points, with the direction of its flat side at each. */
function ribbon(points: readonly (readonly [Vec3, Vec3])[], ends = 0.4, width = WIDTH): Mesh {
  let run = 0
  const rows = points.map(([point], i): Key => {
    const before = points[i - 1]?.[0] ?? point
    run += length(sub(point, before)) ** 0.7
    return [run, ...point]
  })
  const at = spaceCurve(rows)
  const ups = keyed(points.map(([, up], i): Key => [rows[i]?.[0] ?? 0, ...up]))
  const count = 44
  const path = Array.from({ length: count + 1 }, (_, i) => at((run * i) / count))
  return sweep({
    path,
    ups: path.map((_, i) => {
      const [x = 0, y = 1, z = 0] = ups((run * i) / count)
      return unit([x, y, z])
    }),
    width: (share) => width * lerp(ends, 1, smooth(0, 0.12, Math.min(share, 1 - share))),
    thickness: THICK,
    power: 3,
    segments: 18,
    repeat: 1.1,
  })
}

/** One crossing from an eyelet to another, `over` centimetres above the tongue in its middle. */
function strand(bed: Bed, [from, to]: readonly [Eyelet, Eyelet], over: number): Mesh {
  const [up, down] = [rising(bed, [from, to], over), rising(bed, [to, from], over).reverse()]
  const [a, b] = [up.at(-1)?.[0] ?? from.point, down[0]?.[0] ?? to.point]
  const middle = between(a, b, 0.5)
  const y = Math.max(bed.tongue.height(middle[0]) + over, middle[1] + 0.06)
  return ribbon([...up, [[middle[0], y, middle[2]], unit([0.35, 1, 0])], ...down])
}

type Lacing = (bed: Bed, rows: readonly EyeletRow[]) => Mesh[]

const pairs = (rows: readonly EyeletRow[]): (readonly [EyeletRow, EyeletRow])[] =>
  rows.flatMap((row, i) => {
    const next = rows[i + 1]
    return next ? [[row, next] as const] : []
  })

/** To and fro, crossing over the tongue. */
const crossed: Lacing = (bed, rows) => {
  const first = rows[0]
  return [
    ...(first ? [strand(bed, first, 0.12)] : []),
    ...pairs(rows).flatMap(([row, next]) => [
      strand(bed, [row[0], next[1]], 0.14),
      strand(bed, [row[1], next[0]], 0.27),
    ]),
  ]
}

/** Straight bars, the crossings hidden below. */
const barred: Lacing = (bed, rows) => rows.map((row) => strand(bed, row, 0.13))

/** How the laces run, and how they are tied. */
export interface Tie {
  readonly lacing: 'crossed' | 'barred'
  /** Ends tucked away, a flat small bow, or a long one over the outer side. */
  readonly bow: 'tucked' | 'flat' | 'long'
}

function drape(knot: Vec3, sideways: number, size: number): { loop: Vec3[]; end: Vec3[] } {
  const at = (x: number, y: number, z: number): Vec3 =>
    add(knot, [x * size, y * size, z * sideways * lerp(1, size, 0.6)])
  return {
    loop: [
      at(0, 0.05, 0.1),
      at(0.35, 0.3, 0.95),
      at(0.9, -0.15, 2.05),
      at(1.35, -1.25, 2.7),
      at(1.15, -1.85, 2.8),
      at(0.75, -1.4, 2.74),
      at(0.35, -0.4, 2.1),
      at(0.05, -0.05, 1.0),
      at(0, -0.05, 0.1),
    ],
    end: [
      at(0.1, -0.05, 0.1),
      at(-0.35, 0, 0.85),
      at(-0.8, -0.5, 1.8),
      at(-0.95, -1.4, 2.45),
      at(-0.9, -2.5, 2.8),
      at(-0.8, -3.1, 2.9),
    ],
  }
}

function bow(bed: Bed, top: EyeletRow, size: number): Mesh[] {
  const x = (top[0].x + top[1].x) / 2 - 0.2
  const knot: Vec3 = [x, bed.tongue.height(x) + 0.5, 0]
  const up = unit([-0.55, 0.85, 0])
  const under = add(knot, up, -0.2)
  const anchors = [top[0], top[1]].map((eye) => {
    const rise = rising(bed, [eye, { ...eye, point: under }], 0.3)
    return ribbon([...rise, [under, up]])
  })
  const sides = ([1, -1] as const).flatMap((side) => {
    const { loop, end } = drape(knot, side, size)
    const out = (turn: number): Vec3 => unit([0.2 * turn, 0.5, side * 0.9])
    return [
      ribbon(
        loop.map((point, i) => [point, out(i < loop.length / 2 ? 1 : -0.6)]),
        0.8,
      ),
      ribbon(
        end.map((point) => [point, unit([-0.2, 0.45, side])]),
        0.8,
      ),
    ]
  })
  const tied = [
    [-0.3, -0.3, -0.04],
    [-0.3, 0.18, 0],
    [0.05, 0.36, 0],
    [0.32, 0.1, 0],
    [0.3, -0.35, 0.04],
  ]
  const wrap = tied.map(([dx = 0, dy = 0, dz = 0], i): readonly [Vec3, Vec3] => [
    add(knot, [dx, dy, dz]),
    unit([lerp(-1, 1, i / 4), 0.6, 0]),
  ])
  return [...anchors, ...sides, ribbon(wrap, 0.9, 0.7)]
}

/** A shoe's tie: always the same for one model, and different from its neighbours'. */
export function tieOf(slug: string, racing: boolean): Tie {
  const random = randomFrom(`${slug} laces`)
  const lacing = random() < 0.28 ? 'barred' : 'crossed'
  const pick = random()
  if (racing) return { lacing, bow: pick < 0.6 ? 'tucked' : 'flat' }
  return { lacing, bow: pick < 0.34 ? 'tucked' : pick < 0.72 ? 'flat' : 'long' }
}

export function buildLaces(bed: Bed, rows: readonly EyeletRow[], tie: Tie): Mesh {
  const strands = (tie.lacing === 'crossed' ? crossed : barred)(bed, rows)
  const top = rows.at(-1)
  if (tie.bow === 'tucked' || !top) return merge(strands)
  return merge([...strands, ...bow(bed, top, tie.bow === 'flat' ? 0.72 : 1)])
}

/** A thin wire along points, for a dial's lacing. */
export function wire(points: readonly Vec3[], width: number): Mesh {
  const at = spaceCurve(points.map((point, i): Key => [i, ...point]))
  const count = points.length * 8
  const path = Array.from({ length: count + 1 }, (_, i) => at((i * (points.length - 1)) / count))
  const ups = path.map((_, i): Vec3 => {
    const [dx, dy] = heading(at, (i * (points.length - 1)) / count)
    return scale([-dy, Math.max(dx, 0.1), 0.2], 1)
  })
  return sweep({ path, ups, width: () => width, thickness: width, power: 2, segments: 8 })
}

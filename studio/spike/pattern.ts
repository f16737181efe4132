import { clamp, lerp } from '../core/number.ts'
import type { Point } from '../core/spline.ts'
import { between, length, sub, type Vec3 } from '../solid/vec.ts'
import type { Last } from './last.ts'
import type { Side } from './outline.ts'
import { UNIT } from './profile.ts'

/** Size of the texture that one side of the upper is unrolled on, in centimetres. */
export const SHEET = { width: 32.5, height: 14 } as const

/** Gaps between columns along a side. */
export const COLUMNS = 240
/** Gaps between rows up it. */
export const ROWS = 64

/** One upright line of the upper: its position along the texture, and the height of each row. */
interface Column {
  readonly u: number
  readonly heights: readonly number[]
  readonly points: readonly Vec3[]
}

/** One side of the upper unrolled: lengths along it and up it are kept. */
export interface Pattern {
  readonly side: Side
  readonly columns: readonly Column[]
  /** Length of the texture's used part. */
  readonly end: number
  /** Height of the top edge over a place along the texture. */
  readonly top: (u: number) => number
  /** Where the top edge passes x. */
  readonly uAtTop: (x: number) => number
  /** Texture coordinates of (thousandths of a shoe's length, 0 sole to 1 top edge). */
  readonly place: (x: number, v: number) => Point
  /** The point in space at a point of the texture. */
  readonly point: (u: number, height: number) => Vec3
}

function columnsOf(last: Last, side: Side): Column[] {
  const out: Column[] = []
  const level = Math.round(ROWS * 0.4)
  let u = 0
  for (let i = 0; i <= COLUMNS; i++) {
    const points: Vec3[] = []
    const heights: number[] = []
    let run = 0
    for (let j = 0; j <= ROWS; j++) {
      const point = last.upper((side * i) / COLUMNS, j / ROWS)
      const below = points[j - 1]
      if (below) run += length(sub(point, below))
      points.push(point)
      heights.push(run)
    }
    const before = out[i - 1]?.points[level]
    if (before) u += length(sub(points[level] ?? before, before))
    out.push({ u, heights, points })
  }
  return out
}

/** The first index whose value, read by `read`, is not below `target`, and the share before it. */
function find(count: number, target: number, read: (i: number) => number): [number, number] {
  let [low, high] = [0, count - 1]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (read(middle) <= target) low = middle
    else high = middle
  }
  const [a, b] = [read(low), read(high)]
  return [low, clamp(b > a ? (target - a) / (b - a) : 0)]
}

/** Unrolls one side of the upper. */
export function unroll(last: Last, side: Side): Pattern {
  const columns = columnsOf(last, side)
  const column = (i: number): Column => columns[clamp(i, 0, COLUMNS)] ?? fail(i)
  const height = (i: number): number => column(i).heights[ROWS] ?? 0
  const x = (i: number, j: number): number => column(i).points[j]?.[0] ?? 0
  const top = (u: number): number => {
    const [i, t] = find(columns.length, u, (k) => column(k).u)
    return lerp(height(i), height(i + 1), t)
  }
  const uWhere = (target: number, row: number): number => {
    const [i, t] = find(columns.length, target, (k) => x(k, row))
    return lerp(column(i).u, column(i + 1).u, t)
  }
  return {
    side,
    columns,
    end: column(COLUMNS).u,
    top,
    uAtTop: (target) => uWhere(target, ROWS),
    place: (thousandths, v) => {
      const row = clamp(v) * ROWS
      const [low, high] = [Math.floor(row), Math.ceil(row)]
      const target = thousandths * UNIT
      const u = lerp(uWhere(target, low), uWhere(target, high), row - low)
      // The texture continues beyond heel and toe, so that an overlay can end outside it.
      const beyond = Math.min(0, thousandths * UNIT) + Math.max(0, thousandths * UNIT - 27.9)
      return [u + beyond, v * top(u)]
    },
    point: (u, h) => {
      const [i, t] = find(columns.length, u, (k) => column(k).u)
      return between(heightPoint(column(i), h), heightPoint(column(i + 1), h), t)
    },
  }
}

function heightPoint({ heights, points }: Column, h: number): Vec3 {
  const [j, share] = find(heights.length, h, (k) => heights[k] ?? 0)
  return between(points[j] ?? [0, 0, 0], points[j + 1] ?? [0, 0, 0], share)
}

function fail(index: number): never {
  throw new RangeError(`No column ${index} in the pattern`)
}

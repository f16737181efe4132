import { bump, lerp, smooth } from '../core/number.ts'
import { gridMesh, gridNormals, pointAt, type Mesh, type SurfacePoint } from '../solid/mesh.ts'
import { add, between, scale, sub, unit, type Vec3 } from '../solid/vec.ts'
import type { Last } from './last.ts'
import type { Side } from './outline.ts'
import { COLUMNS, ROWS, SHEET, unroll, type Pattern } from './pattern.ts'

/** Where the throat begins at the instep and ends on the vamp, by x of its edge. */
export const THROAT = [11.9, 19.6] as const

/** A point on the upper with the direction out of it. */
export interface Spot {
  readonly point: Vec3
  readonly normal: Vec3
}

/** The upper: its two unrolled sides, its meshes, and points on it for the parts on top. */
export interface Upper {
  readonly patterns: Readonly<Record<Side, Pattern>>
  readonly sides: Readonly<Record<Side, Mesh>>
  readonly lining: Mesh
  /** The spot `down` centimetres below the top edge at t. */
  readonly spot: (t: number, down: number) => Spot
  /** The spot on a side at x and a height from 0 at the sole to 1 at the edge. */
  readonly spotAt: (side: Side, x: number, v: number) => Spot
  /** t on a side where the top edge passes x. */
  readonly tAtTop: (side: Side, x: number) => number
}

const ACROSS = 2 * COLUMNS

/** How much the collar is padded where its edge has this x. */
function padding(x: number): number {
  return 1 - smooth(THROAT[0] - 2.4, THROAT[0] - 0.2, x)
}

interface Skin {
  readonly points: Float32Array
  readonly normals: Float32Array
  readonly patterns: Upper['patterns']
}

/** Column i counts from the toe by the inner side to the heel, and by the outer side back. */
function columnOf(patterns: Upper['patterns'], i: number): Pattern['columns'][number] {
  const side = i < COLUMNS ? -1 : 1
  const found = patterns[side].columns[Math.abs(i - COLUMNS)]
  if (!found) throw new RangeError(`No column ${i}`)
  return found
}

function meetOnRidge(normals: Float32Array, last: Last): void {
  for (let i = 0; i <= ACROSS; i++) {
    const ridge = last.ridge((i - COLUMNS) / COLUMNS)
    if (!ridge) continue
    for (let down = 0; down < 4; down++) {
      const k = (ROWS - down) * (ACROSS + 1) + i
      normals.set(unit(between(ridge, pointAt(normals, k), down / 4)), 3 * k)
    }
  }
}

function skinOf(last: Last, patterns: Upper['patterns']): Skin {
  const points = new Float32Array((ACROSS + 1) * (ROWS + 1) * 3)
  const grid = { columns: ACROSS, rows: ROWS }
  for (let i = 0; i <= ACROSS; i++) {
    const column = columnOf(patterns, i)
    column.points.forEach((point, j) => points.set(point, 3 * (j * (ACROSS + 1) + i)))
  }
  const bare = gridNormals(points, grid)
  meetOnRidge(bare, last)
  for (let i = 0; i <= ACROSS; i++) {
    const column = columnOf(patterns, i)
    const pad = padding(column.points[ROWS]?.[0] ?? 0)
    column.heights.forEach((height, j) => {
      const down = (column.heights[ROWS] ?? 0) - height
      const out = pad * (0.2 * bump(down, 1.1, 0.56) - 0.06 * bump(down, 2.3, 0.4))
      const k = j * (ACROSS + 1) + i
      points.set(add(pointAt(points, k), pointAt(bare, k), out), 3 * k)
    })
  }
  const normals = gridNormals(points, grid)
  meetOnRidge(normals, last)
  // Both ends of the grid lie on one seam at the toe.
  for (let j = 0; j <= ROWS; j++) {
    const [first, final] = [j * (ACROSS + 1), j * (ACROSS + 1) + ACROSS]
    const shared = unit(add(pointAt(normals, first), pointAt(normals, final)))
    normals.set(shared, 3 * first)
    normals.set(shared, 3 * final)
    points.set(pointAt(points, first), 3 * final)
  }
  return { points, normals, patterns }
}

function sideMesh({ points, normals, patterns }: Skin, side: Side): Mesh {
  const first = side > 0 ? COLUMNS : 0
  const index = (i: number, j: number): number => j * (ACROSS + 1) + first + i
  const place = (i: number, j: number): SurfacePoint => {
    const column = columnOf(patterns, first + i)
    const point = pointAt(points, index(i, j))
    return [point, column.u / SHEET.width, 1 - (column.heights[j] ?? 0) / SHEET.height]
  }
  const mesh = gridMesh({ columns: COLUMNS, rows: ROWS, place })
  for (let j = 0; j <= ROWS; j++) {
    for (let i = 0; i <= COLUMNS; i++) {
      mesh.normals.set(pointAt(normals, index(i, j)), 3 * (j * (COLUMNS + 1) + i))
    }
  }
  return mesh
}

const RIM = 8
const INSIDE = 30

/** From the top edge over a rounded rim and down the inside, then back out to the sole's edge. */
function liningMesh({ points, normals, patterns }: Skin): Mesh {
  const at = (i: number, j: number): number => j * (ACROSS + 1) + i
  const rows = RIM + INSIDE + 1
  const place = (i: number, row: number): SurfacePoint => {
    const column = columnOf(patterns, i)
    const edge = column.points[ROWS]?.[0] ?? 0
    const vamp = smooth(THROAT[1] - 0.8, THROAT[1] + 0.6, edge)
    const thick = lerp(lerp(0.22, 0.46, padding(edge)), 0.2, vamp)
    const u = ((i < COLUMNS ? -1 : 1) * column.u) / 3
    if (row === rows) return [pointAt(points, at(i, 0)), u, 4]
    if (row <= RIM) {
      const top = pointAt(points, at(i, ROWS))
      const normal = pointAt(normals, at(i, ROWS))
      const rise = unit(sub(top, pointAt(points, at(i, ROWS - 2))))
      const angle = (Math.PI * row) / RIM
      const middle = add(top, normal, -thick / 2)
      const out = add(middle, normal, (thick / 2) * Math.cos(angle) - vamp * 0.05 * Math.sin(angle))
      return [add(out, rise, (1 - vamp) * thick * 0.5 * Math.sin(angle)), u, row / 40]
    }
    const depth = (row - RIM) / INSIDE
    const k = at(i, Math.round(ROWS * (1 - depth)))
    const down = (column.heights[ROWS] ?? 0) * depth
    const swell = padding(edge) * 0.1 * bump(down, 1.2, 0.6)
    const inward = thick * lerp(1, 0.5, depth) + swell
    return [add(pointAt(points, k), pointAt(normals, k), -inward), u, down / 3]
  }
  return gridMesh({ columns: ACROSS, rows, place })
}

/** Builds the upper over a last. */
export function buildUpper(last: Last): Upper {
  const patterns = { 1: unroll(last, 1), [-1]: unroll(last, -1) } as const
  const skin = skinOf(last, patterns)
  const spot = (t: number, down: number): Spot => {
    const i = COLUMNS + Math.round(Math.max(-1, Math.min(1, t)) * COLUMNS)
    const { heights } = columnOf(patterns, i)
    const target = (heights[ROWS] ?? 0) - down
    let j = ROWS
    while (j > 1 && (heights[j] ?? 0) > target) j--
    const above = Math.min(ROWS, j + 1)
    const [low, high] = [heights[j] ?? 0, heights[above] ?? 0]
    const share = high > low ? Math.min(1, Math.max(0, (target - low) / (high - low))) : 0
    const k = j * (ACROSS + 1) + i
    const next = above * (ACROSS + 1) + i
    return {
      point: between(pointAt(skin.points, k), pointAt(skin.points, next), share),
      normal: unit(between(pointAt(skin.normals, k), pointAt(skin.normals, next), share)),
    }
  }
  const spotAt = (side: Side, x: number, v: number): Spot => {
    const row = Math.round(v * ROWS)
    const { columns } = patterns[side]
    const past = columns.findIndex(({ points }) => (points[row]?.[0] ?? 0) >= x)
    const j = past < 0 ? COLUMNS : Math.max(1, past)
    const [low, high] = [columns[j - 1]?.points[row]?.[0] ?? 0, columns[j]?.points[row]?.[0] ?? 0]
    const share = Math.min(1, Math.max(0, (x - low) / Math.max(1e-6, high - low)))
    const k = row * (ACROSS + 1) + COLUMNS + side * (j - 1)
    const next = k + side
    return {
      point: between(pointAt(skin.points, k), pointAt(skin.points, next), share),
      normal: unit(between(pointAt(skin.normals, k), pointAt(skin.normals, next), share)),
    }
  }
  return {
    patterns,
    spotAt,
    sides: { 1: sideMesh(skin, 1), [-1]: sideMesh(skin, -1) },
    lining: liningMesh(skin),
    spot,
    tAtTop: (side, x) => {
      let [best, gap] = [0, Infinity]
      patterns[side].columns.forEach(({ points }, i) => {
        const off = Math.abs((points[ROWS]?.[0] ?? 0) - x)
        if (i > 12 && off < gap) [best, gap] = [i, off]
      })
      return (side * best) / COLUMNS
    },
  }
}

/** A spot lifted off the upper. */
export function lifted({ point, normal }: Spot, by: number): Vec3 {
  return add(point, scale(normal, by))
}

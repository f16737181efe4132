import { add, between, cross, length, scale, sub, unit, type Vec3 } from './vec.ts'

/** Triangles with a normal and texture coordinates at each corner. Positions are in centimetres. */
export interface Mesh {
  readonly positions: Float32Array
  readonly normals: Float32Array
  readonly uvs: Float32Array
  readonly triangles: Uint32Array
}

/** A surface point: where it is, and where it is on its texture (0..1, v down). */
export type SurfacePoint = readonly [point: Vec3, u: number, v: number]

/** How to make a mesh from a grid of points. */
export interface GridOptions {
  /** Turns the faces over. */
  readonly flip?: boolean
  /** The last column repeats the first one. */
  readonly closed?: boolean
}

/** Reads a point of a flat list of coordinates. */
export function pointAt(list: Float32Array, index: number): Vec3 {
  return [list[3 * index] ?? 0, list[3 * index + 1] ?? 0, list[3 * index + 2] ?? 0]
}

function put(list: Float32Array, index: number, [x, y, z]: Vec3): void {
  list[3 * index] = x
  list[3 * index + 1] = y
  list[3 * index + 2] = z
}

/** Points in rows; `columns` and `rows` count the gaps, so one less than the points. */
export interface Grid {
  readonly columns: number
  readonly rows: number
  readonly place: (column: number, row: number) => SurfacePoint
}

/** Faces of a grid, two triangles to a cell. */
export function gridTriangles(columns: number, rows: number, flip = false): Uint32Array {
  const out = new Uint32Array(columns * rows * 6)
  let n = 0
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const a = row * (columns + 1) + column
      const [b, c] = [a + 1, a + columns + 1]
      const face = flip ? [a, c + 1, b, a, c, c + 1] : [a, b, c + 1, a, c + 1, c]
      out.set(face, n)
      n += 6
    }
  }
  return out
}

/** Smooth normals of a grid of points, from the differences across each. */
export function gridNormals(
  points: Float32Array,
  { columns, rows }: Pick<Grid, 'columns' | 'rows'>,
  { flip = false, closed = false }: GridOptions = {},
): Float32Array {
  const out = new Float32Array(points.length)
  const at = (i: number, j: number): Vec3 => pointAt(points, j * (columns + 1) + i)
  const beside = (i: number, by: number): number => {
    if (closed) return (i + by + columns) % columns
    return Math.min(columns, Math.max(0, i + by))
  }
  const across = (i: number, j: number, reach: number): Vec3 => {
    const [low, high] = [Math.max(0, j - reach), Math.min(rows, j + reach)]
    return cross(
      sub(at(beside(i, reach), j), at(beside(i, -reach), j)),
      sub(at(i, high), at(i, low)),
    )
  }
  for (let j = 0; j <= rows; j++) {
    for (let i = 0; i <= columns; i++) {
      let normal = across(i, j, 1)
      // Where points coincide, take the normal from points slightly further in.
      if (length(normal) < 1e-9) normal = across(i, Math.min(rows - 1, Math.max(1, j)), 2)
      put(out, j * (columns + 1) + i, scale(unit(normal), flip ? -1 : 1))
    }
  }
  return out
}

/** A mesh over a grid of places. */
export function gridMesh(grid: Grid, options: GridOptions = {}): Mesh {
  const { columns, rows, place } = grid
  const count = (columns + 1) * (rows + 1)
  const positions = new Float32Array(count * 3)
  const uvs = new Float32Array(count * 2)
  for (let j = 0; j <= rows; j++) {
    for (let i = 0; i <= columns; i++) {
      const k = j * (columns + 1) + i
      const [point, u, v] = place(i, j)
      put(positions, k, point)
      uvs[2 * k] = u
      uvs[2 * k + 1] = v
    }
  }
  return {
    positions,
    normals: gridNormals(positions, grid, options),
    uvs,
    triangles: gridTriangles(columns, rows, options.flip),
  }
}

function joined(lists: readonly Float32Array[]): Float32Array {
  const out = new Float32Array(lists.reduce((sum, list) => sum + list.length, 0))
  let n = 0
  for (const list of lists) {
    out.set(list, n)
    n += list.length
  }
  return out
}

/** Several meshes as one. */
export function merge(meshes: readonly Mesh[]): Mesh {
  const triangles = new Uint32Array(meshes.reduce((sum, mesh) => sum + mesh.triangles.length, 0))
  let [first, n] = [0, 0]
  for (const mesh of meshes) {
    for (const corner of mesh.triangles) triangles[n++] = corner + first
    first += mesh.positions.length / 3
  }
  return {
    positions: joined(meshes.map((mesh) => mesh.positions)),
    normals: joined(meshes.map((mesh) => mesh.normals)),
    uvs: joined(meshes.map((mesh) => mesh.uvs)),
    triangles,
  }
}

/** A band along a path. */
export interface Sweep {
  readonly path: readonly Vec3[]
  /** The direction that the band's flat side faces, at each point of the path. */
  readonly ups: readonly Vec3[]
  readonly width: (share: number) => number
  readonly thickness: number
  /** 2 makes the section an ellipse, more a rounded box. */
  readonly power?: number
  readonly segments?: number
  /** The length in centimetres after which textures repeat. */
  readonly repeat?: number
}

const bent = (x: number, power: number): number => Math.sign(x) * Math.abs(x) ** (2 / power)

/** A closed band of rounded section along a path, its ends closed to points. */
export function sweep(band: Sweep): Mesh {
  const { path, ups, width, thickness, power = 2.6, segments = 14, repeat = 1 } = band
  const last = path.length - 1
  const point = (i: number): Vec3 => path[Math.min(last, Math.max(0, i))] ?? [0, 0, 0]
  let run = 0
  const runs = path.map((p, i) => (run += i > 0 ? length(sub(p, point(i - 1))) : 0))
  const frames = path.map((centre, i) => {
    const along = unit(sub(point(i + 1), point(i - 1)))
    const up = ups[i] ?? [0, 1, 0]
    const square = unit(add(up, along, -(up[0] * along[0] + up[1] * along[1] + up[2] * along[2])))
    return { centre, square, side: cross(along, square) }
  })
  // One more row at each end, shrunk to the middle, closes the band.
  const place = (j: number, row: number): SurfacePoint => {
    const i = Math.min(last, Math.max(0, row - 1))
    const frame = frames[i] ?? { centre: [0, 0, 0], square: [0, 1, 0], side: [0, 0, 1] }
    const open = row === 0 || row === last + 2 ? 0 : 1
    // Copy the first column to the last one, so that they are exactly equal.
    const angle = ((j % segments) / segments) * Math.PI * 2
    const x = (bent(Math.cos(angle), power) * width(i / last) * open) / 2
    const y = (bent(Math.sin(angle), power) * thickness * open) / 2
    const at = add(add(frame.centre, frame.side, x), frame.square, y)
    return [at, (runs[i] ?? 0) / repeat, j / segments]
  }
  return gridMesh({ columns: segments, rows: last + 2, place }, { flip: true, closed: true })
}

/** A body of revolution. */
export interface Lathe {
  /** Radius and height of the outline, from one end to the other. */
  readonly outline: readonly (readonly [radius: number, height: number])[]
  readonly foot: Vec3
  readonly axis: Vec3
  readonly segments?: number
}

/** Makes a body of revolution. Corners of the outline stay sharp. */
export function lathe({ outline, foot, axis, segments = 24 }: Lathe): Mesh {
  const side = unit(cross(axis, Math.abs(axis[0]) < 0.9 ? [1, 0, 0] : [0, 0, 1]))
  const other = cross(axis, side)
  const crisp = outline.flatMap((corner, i) => {
    const [before, after] = [outline[i - 1], outline[i + 1]]
    if (!before || !after) return [corner]
    const near = (to: readonly [number, number]): [number, number] => [
      corner[0] + (to[0] - corner[0]) * 0.06,
      corner[1] + (to[1] - corner[1]) * 0.06,
    ]
    return [near(before), near(after)]
  })
  const place = (i: number, row: number): SurfacePoint => {
    const [radius, height] = crisp[row] ?? [0, 0]
    const angle = (i / segments) * Math.PI * 2
    const rim = add(scale(side, Math.cos(angle) * radius), other, Math.sin(angle) * radius)
    return [add(add(foot, axis, height), rim), i / segments, row / crisp.length]
  }
  return gridMesh({ columns: segments, rows: crisp.length - 1, place }, { closed: true })
}

/** The same mesh with every point moved. */
export function moved(mesh: Mesh, to: (point: Vec3, normal: Vec3) => Vec3): Mesh {
  const positions = new Float32Array(mesh.positions.length)
  for (let i = 0; i < positions.length / 3; i++) {
    put(positions, i, to(pointAt(mesh.positions, i), pointAt(mesh.normals, i)))
  }
  return { ...mesh, positions }
}

/** `count` + 1 evenly spaced points between two. */
export function along(from: Vec3, to: Vec3, count: number): Vec3[] {
  return Array.from({ length: count + 1 }, (_, i) => between(from, to, i / count))
}

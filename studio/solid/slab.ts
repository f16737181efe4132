import { gridMesh, gridNormals, pointAt, type Grid, type Mesh, type SurfacePoint } from './mesh.ts'
import { add, sub, unit, type Vec3 } from './vec.ts'

/** Points around each half of a slab's rounded edge. */
const EDGE = 5

type Thickness = number | ((share: number) => number)

const thicknessAt = (thickness: Thickness, share: number): number =>
  typeof thickness === 'number' ? thickness : thickness(share)

/**
 * A closed slab under a grid of places: the grid is its upper face, its long sides are rounded and
 * its ends are drawn together. A thickness may change from row to row.
 */
export function slab(face: Grid, thickness: Thickness, flip = false): Mesh {
  const { columns, rows, place } = face
  const places = Array.from({ length: (rows + 1) * (columns + 1) }, (_, k) =>
    place(k % (columns + 1), Math.floor(k / (columns + 1))),
  )
  const points = new Float32Array(places.flatMap(([point]) => point))
  const normals = gridNormals(points, face, { flip })
  const at = (i: number, j: number): number => j * (columns + 1) + i
  const around = 2 * columns + 2 * EDGE
  const thick = (j: number): number => thicknessAt(thickness, j / rows)

  const rounded = (side: 0 | 1, j: number, turn: number): Vec3 => {
    const [end, inner] = side === 1 ? [columns, columns - 1] : [0, 1]
    const [point, normal] = [pointAt(points, at(end, j)), pointAt(normals, at(end, j))]
    const outward = unit(sub(point, pointAt(points, at(inner, j))))
    const half = thick(j) / 2
    const middle = add(point, normal, -half)
    const angle = Math.PI * turn
    return add(add(middle, normal, half * Math.cos(angle)), outward, half * Math.sin(angle))
  }
  const loop = (i: number, j: number): Vec3 => {
    if (i <= columns) return pointAt(points, at(i, j))
    if (i < columns + EDGE) return rounded(1, j, (i - columns) / EDGE)
    if (i <= 2 * columns + EDGE) {
      const k = at(2 * columns + EDGE - i, j)
      return add(pointAt(points, k), pointAt(normals, k), -thick(j))
    }
    return rounded(0, j, 1 - (i - 2 * columns - EDGE) / EDGE)
  }
  const uv = (i: number, j: number): [number, number] => {
    const column = i <= columns ? i : Math.max(0, Math.min(columns, 2 * columns + EDGE - i))
    const [, u, v] = places[at(column, j)] ?? [null, 0, 0]
    return [u, v]
  }
  const wrapped = (i: number, row: number): SurfacePoint => {
    const j = Math.min(rows, Math.max(0, row - 1))
    const [u, v] = uv(i % around, j)
    const point = loop(i % around, j)
    if (row > 0 && row < rows + 2) return [point, u, v]
    // The end rows lie on the slab's middle line, so that it is closed.
    const folded = i % around
    const mirror = folded <= columns ? 2 * columns + EDGE - folded : folded
    const column = Math.max(0, Math.min(columns, 2 * columns + EDGE - mirror))
    const k = at(column, j)
    return [add(pointAt(points, k), pointAt(normals, k), -thick(j) / 2), u, v]
  }
  return gridMesh({ columns: around, rows: rows + 2, place: wrapped }, { flip, closed: true })
}
